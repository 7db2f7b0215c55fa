#include "foundation/quoted.h"

#include <string>
#include <string_view>

namespace credit {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

void append_escape(std::string& buffer, unsigned char character) {
    switch (character) {
        case '"':
            buffer += "\\\"";
            return;
        case '\\':
            buffer += "\\\\";
            return;
        case '\n':
            buffer += "\\n";
            return;
        case '\r':
            buffer += "\\r";
            return;
        case '\t':
            buffer += "\\t";
            return;
        default:
            buffer += "\\u00";
            buffer += hex[character >> 4U];
            buffer += hex[character & 15U];
    }
}

bool must_escape(unsigned char character) {
    return character < 0x20 || character == '"' || character == '\\';
}

}  // namespace

void append_quoted(std::string& buffer, std::string_view text) {
    buffer += '"';
    std::size_t plain_from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto character = static_cast<unsigned char>(text[at]);
        if (!must_escape(character)) continue;
        buffer.append(text, plain_from, at - plain_from);
        append_escape(buffer, character);
        plain_from = at + 1;
    }
    buffer.append(text, plain_from);
    buffer += '"';
}

void append_name(std::string& buffer, std::string_view name) {
    if (!buffer.empty() && buffer.back() != '{' && buffer.back() != '[') buffer += ',';
    buffer += '"';
    buffer += name;
    buffer += "\":";
}

void append_member(std::string& buffer, std::string_view name, std::string_view text) {
    append_name(buffer, name);
    append_quoted(buffer, text);
}

}  // namespace credit
