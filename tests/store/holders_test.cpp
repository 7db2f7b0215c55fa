// Who was shown a thing, by the ids that each look-up kept.

#include "lookups/holders.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "sql/session.h"
#include "sql/value.h"
#include "tests/store/store_fixture.h"

namespace credit::lookups {
namespace {

constexpr std::string_view subject = "O91370000000000000X";
constexpr std::array<std::string_view, 13> columns{
    "subject_key", "lookup_id", "bucket", "looked_at",   "account", "authority", "officer",
    "matter",      "purpose",   "ground", "case_number", "shown",   "digest"};

class HoldersTest : public store::StoreTest {
protected:
    void show(std::string_view authority, std::string_view shown) {
        const auto digest = crypto::sha256(bytes_of(shown));
        const std::vector<std::vector<sql::Value>> rows{{subject, std::string_view(authority), 1, 1,
                                                         "clerk-1", authority, "O-1", "m",
                                                         "approval", "g", "C-1", shown, digest}};
        ASSERT_TRUE(session().append_rows("lookup", columns, rows).has_value());
    }
    std::vector<std::string> holders_of(std::vector<std::string> ids) {
        return lookups::holders_of(session(), {}, {.subject_key = subject, .item_ids = ids})
            .value();
    }
};
INSTANTIATE_TEST_SUITE_P(, HoldersTest, store::both_engines(), store::engine_name);

using Codes = std::vector<std::string>;

TEST_P(HoldersTest, AnIdIsNoPartOfAnother) {
    show("SD-TAX", "A-11 A-1 * B-2");
    show("JN-SAMR", "A-11");
    show("SD-HR", "nothing");
    EXPECT_EQ(holders_of({"A-1"}), Codes{"SD-TAX"});
    EXPECT_EQ(holders_of({"A-11"}), (Codes{"JN-SAMR", "SD-TAX"}));
    EXPECT_EQ(holders_of({"B-2", "C-1"}), Codes{"SD-TAX"});
    EXPECT_EQ(holders_of({"A"}), Codes{});
}

}  // namespace
}  // namespace credit::lookups
