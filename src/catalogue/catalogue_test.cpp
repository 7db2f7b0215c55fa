// The catalogue that the program carries agrees with itself and with the law it cites.

#include "catalogue/catalogue.h"

#include <gtest/gtest.h>

#include "law/library.h"

namespace credit::catalogue {
namespace {

TEST(CatalogueTest, LoadsWithEveryCitationAndNumberInPlace) {
    const auto library = law::Library::load();
    ASSERT_TRUE(library);
    const auto catalogue = Catalogue::load(*library);
    ASSERT_TRUE(catalogue) << catalogue.error().grounds.front().word << " "
                           << (catalogue.error().grounds.front().arguments.empty()
                                   ? ""
                                   : catalogue.error().grounds.front().arguments.front());
    EXPECT_FALSE(catalogue->kinds.all().empty());
}

}  // namespace
}  // namespace credit::catalogue
