#include "pages/html/variant.h"

#include <gtest/gtest.h>

#include <string_view>

namespace credit::pages {
namespace {

struct Case {
    std::string_view address;
    std::string_view path;
    Variant variant;
};

constexpr Case cases[] = {
    {"/", "/", {}},
    {"/en/", "/", {Language::English, false}},
    {"/en", "/", {Language::English, false}},
    {"/large/lists", "/lists", {Language::Chinese, true}},
    {"/en/large/lists", "/lists", {Language::English, true}},
    {"/english", "/english", {}},
    {"/large/en/lists", "/en/lists", {Language::Chinese, true}},  // in this order only
};

TEST(Variant, StandsBeforeThePath) {
    for (const auto& [address, path, variant] : cases) {
        const auto read = read_variant(address);
        EXPECT_EQ(read.path, path) << address;
        EXPECT_EQ(read.variant, variant) << address;
    }
}

TEST(Variant, IsReadBackFromItsAddress) {
    for (const auto& each : cases) {
        const auto address = each.variant.address_of("/lists");
        const auto again = read_variant(address);
        EXPECT_EQ(again.variant, each.variant);
        EXPECT_EQ(again.path, "/lists");
    }
}

}  // namespace
}  // namespace credit::pages
