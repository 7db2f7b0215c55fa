// The catalogue that the program carries agrees with itself and with the law it cites.

#include "catalogue/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/result.h"
#include "law/library.h"

namespace credit::catalogue {
namespace {

class CatalogueTest : public testing::Test {
protected:
    law::Library library_ = law::Library::load().value();
    Result<Catalogue> catalogue_ = Catalogue::load(library_);
};

TEST_F(CatalogueTest, LoadsWithEveryCitationAndNumberInPlace) {
    if (!catalogue_) {
        const auto& ground = catalogue_.error().grounds.front();
        FAIL() << ground.word << " " << (ground.arguments.empty() ? "" : ground.arguments.front());
    }
    EXPECT_FALSE(catalogue_->kinds.all().empty());
}

TEST_F(CatalogueTest, EveryListStandardHasAnAuthorityThatMayDetermine) {
    ASSERT_TRUE(catalogue_);
    for (const auto& standard : catalogue_->standards.all()) {
        const bool someone = std::ranges::any_of(standard.functions, [&](const auto& function) {
            return std::ranges::any_of(catalogue_->authorities.all(), [&](const auto& authority) {
                return authority.has_function(function);
            });
        });
        EXPECT_TRUE(someone || standard.functions.empty()) << standard.id;
    }
}

TEST_F(CatalogueTest, CourtDefaulterKindNamesAListStandard) {
    ASSERT_TRUE(catalogue_);
    EXPECT_NE(catalogue_->standards.find("court_defaulter"), nullptr);
}

}  // namespace
}  // namespace credit::catalogue
