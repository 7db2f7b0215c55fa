// A file lies on the disk as long as an act names it, and no other does: whatever became of the
// act.

#include "desk/matters/perform_with_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "desk/desk.h"
#include "desk/open_register.h"
#include "files/evidence.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "server/house.h"
#include "tests/store/store_fixture.h"

namespace credit::desk {
namespace {

constexpr std::string_view home = "O91350100M000100Y43";

class PerformWithFileTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        const server::HouseSettings settings{.store = store(), .home = folder() / "home"};
        ASSERT_TRUE(server::House::create(settings, Purpose::Demonstration));
        house_ = server::House::open(settings).value();
    }
    void TearDown() override {
        house_.reset();
        StoreTest::TearDown();
    }

    Result<ledger::Act> give(std::string_view key, std::string_view content,
                             const Result<void>& decided = {}) {
        const Caller caller{.principal = subject_,
                            .channel = "api",
                            .received_at = house_->clock().now(),
                            .idempotency_key = key,
                            .request_digest = crypto::sha256(bytes_of(content))};
        const FileWork work{.home_key = std::string(home),
                            .folder = place(),
                            .seal =
                                [&] {
                                    ++sealed_;
                                    return files::seal_content(place(), house_->desk().keys(), home,
                                                               content);
                                },
                            .decide = [&](const access::Occasion& occasion,
                                          const files::Evidence& sealed) -> Result<ledger::Draft> {
                                TRY(decided);
                                return files::keep_evidence(occasion, sealed);
                            }};
        return perform_with_file(house_->desk(), caller, work);
    }

    std::filesystem::path place() const { return folder() / "evidence"; }
    std::ptrdiff_t kept() const {
        const std::filesystem::recursive_directory_iterator all(place());
        return std::ranges::count_if(all,
                                     [](const auto& entry) { return entry.is_regular_file(); });
    }
    int sealed() const { return sealed_; }

private:
    std::unique_ptr<server::House> house_;
    const access::Principal subject_{
        .account = "subject", .role = access::Role::Subject, .subject_key = std::string(home)};
    int sealed_ = 0;
};
INSTANTIATE_TEST_SUITE_P(, PerformWithFileTest, store::both_engines(), store::engine_name);

TEST_P(PerformWithFileTest, SealsOnceForEachKey) {
    const auto first = give("a key", "a proof");
    ASSERT_TRUE(first);
    const auto again = give("a key", "a proof");
    ASSERT_TRUE(again);
    EXPECT_EQ(first->id, again->id);
    const auto other = give("a key", "another proof");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
    EXPECT_EQ(sealed(), 1);
    EXPECT_EQ(kept(), 1);
    ASSERT_TRUE(give("another key", "another proof"));
    EXPECT_EQ(kept(), 2);
}

TEST_P(PerformWithFileTest, OfWhatIsNotPerformedNothingStays) {
    ASSERT_TRUE(give("first", "a proof"));
    for (const auto code : {ErrorCode::Refused, ErrorCode::Unavailable, ErrorCode::NotPermitted}) {
        const auto refused = give("another", "another proof", fail(code, "files.empty"));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, code);
        EXPECT_EQ(kept(), 1);
    }
    EXPECT_EQ(sealed(), 4);
    EXPECT_FALSE(give("empty", ""));
    ASSERT_TRUE(give("another", "another proof"));
    EXPECT_EQ(kept(), 2);
}

}  // namespace
}  // namespace credit::desk
