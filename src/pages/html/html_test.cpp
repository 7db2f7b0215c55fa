#include "pages/html/html.h"

#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <utility>

namespace credit::pages {
namespace {

// Nothing but a literal of the program becomes markup.
static_assert(!std::constructible_from<Markup, std::string>);
static_assert(!std::constructible_from<Markup, const char*>);

std::string text_of(Html html) {
    return std::move(html).take();
}

TEST(Html, TextIsEscapedAndMarkupIsNot) {
    Html html;
    html << "<p title=\""_html << "a\"b'c" << "\">"_html << "<script>&" << "</p>"_html;
    EXPECT_EQ(text_of(std::move(html)), "<p title=\"a&quot;b&#39;c\">&lt;script&gt;&amp;</p>");
}

TEST(Html, ControlCharactersGo) {
    Html html;
    html << std::string("a\0b\x1b[c\x7f\nd", 9) << 7;
    EXPECT_EQ(text_of(std::move(html)), "ab[c\nd7");
}

TEST(Html, APieceStaysAsItIs) {
    Html inner;
    inner << "<b>"_html << "<" << "</b>"_html;
    Html outer;
    outer << inner;
    EXPECT_EQ(text_of(std::move(outer)), "<b>&lt;</b>");
}

}  // namespace
}  // namespace credit::pages
