#include "pages/subjects/subject_address.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "identity/subject_key.h"

namespace credit::pages {
namespace {

constexpr crypto::Key key{1, 2, 3};

identity::SubjectKey subject(std::string_view code) {
    return identity::SubjectKey::parse("O" + std::string(code)).value();
}

constexpr std::string_view codes[] = {"91379900MADEM0001A", "000000000000000000",
                                      "YYYYYYYYYYYYYYYYYY", "92379999MA00000001"};

TEST(SubjectAddress, IsReadBack) {
    const SubjectAddress addresses(key);
    for (const auto code : codes) {
        const auto id = addresses.id_of(subject(code));
        EXPECT_EQ(id.size(), 32U);
        EXPECT_EQ(addresses.subject_of(id), subject(code)) << id;
    }
}

TEST(SubjectAddress, TellsNothingAndIsAnothersUnderAnotherKey) {
    const SubjectAddress addresses(key);
    const SubjectAddress others(crypto::Key{3});
    std::set<std::string> ids;
    for (const auto code : codes) {
        const auto id = addresses.id_of(subject(code));
        ids.insert(id);
        EXPECT_NE(id, others.id_of(subject(code)));
        EXPECT_EQ(others.subject_of(id), std::nullopt);
    }
    EXPECT_EQ(ids.size(), std::size(codes));
}

TEST(SubjectAddress, NothingElseIsAnAddress) {
    const SubjectAddress addresses(key);
    for (const auto* const id :
         {"", "x", "00", "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdeg",
          "../../../../../../../../etc/pas"}) {
        EXPECT_EQ(addresses.subject_of(id), std::nullopt) << id;
    }
}

// A digit changed leads nowhere.
TEST(SubjectAddress, CannotBeGuessedFromANeighbour) {
    const SubjectAddress addresses(key);
    const auto id = addresses.id_of(subject(codes[0]));
    for (std::size_t place = 0; place < id.size(); ++place) {
        auto other = id;
        other[place] = other[place] == '0' ? '1' : '0';
        EXPECT_EQ(addresses.subject_of(other), std::nullopt) << place;
    }
}

}  // namespace
}  // namespace credit::pages
