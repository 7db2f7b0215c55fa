#include "pages/html/html.h"

#include <string_view>

namespace credit::pages {
namespace {

std::string_view escaped(char character) {
    switch (character) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

}  // namespace

// Control characters, which no page may hold, go.
Html& Html::operator<<(std::string_view text) {
    for (const char character : text) {
        const auto other = escaped(character);
        const bool control = static_cast<unsigned char>(character) < 0x20 && character != '\n';
        if (!other.empty()) {
            text_ += other;
        } else if (!control && character != 0x7F) {
            text_ += character;
        }
    }
    return *this;
}

}  // namespace credit::pages
