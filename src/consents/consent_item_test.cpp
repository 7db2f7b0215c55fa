#include "consents/consent_item.h"

#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "law/library.h"

namespace credit::consents {
namespace {

TEST(ConsentItem, EveryKindOfRecordButGradesIsReadUnderOne) {
    for (const auto item : all_items()) EXPECT_EQ(*parse_item(name_of(item)), item);
    EXPECT_FALSE(parse_item("evaluations").has_value());
    const auto law = law::Library::load();
    ASSERT_TRUE(law.has_value());
    const auto catalogue = catalogue::Catalogue::load(*law);
    ASSERT_TRUE(catalogue.has_value());
    for (const auto& kind : catalogue->kinds.all()) {
        EXPECT_EQ(item_of_kind(kind.id).has_value(), kind.id != "evaluation" && !kind.reference)
            << kind.id;
    }
}

}  // namespace
}  // namespace credit::consents
