// Html (页面文本): a piece of a page, in which text can only stand escaped.
//
// Markup is what the program itself wrote: it comes of a literal, "<p>"_html, and of nothing else.
// Everything else is text, also inside an attribute, and is escaped as it is written.

#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace credit::pages {

class Markup {
public:
    std::string_view text() const { return text_; }

private:
    friend consteval Markup operator""_html(const char* text, std::size_t length);
    explicit consteval Markup(std::string_view text) : text_(text) {}
    std::string_view text_;
};

consteval Markup operator""_html(const char* text, std::size_t length) {
    return Markup(std::string_view(text, length));
}

class Html {
public:
    Html& operator<<(Markup markup) {
        text_ += markup.text();
        return *this;
    }
    Html& operator<<(std::string_view text);
    Html& operator<<(std::integral auto number) { return *this << std::to_string(number); }
    Html& operator<<(const Html& piece) {
        text_ += piece.text_;
        return *this;
    }

    bool empty() const { return text_.empty(); }
    std::string take() && { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace credit::pages
