#include "http/json_text.h"

#include <array>

namespace credit::http {
namespace {

void append_escaped(std::string& out, char character) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto value = static_cast<unsigned char>(character);
    out += "\\u00";
    out += digits[value >> 4U];
    out += digits[value & 0xFU];
}

bool needs_escape(char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && !needs_escape(text[plain])) ++plain;
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        append_escaped(out, text.front());
        text.remove_prefix(1);
    }
    out += '"';
}

void append_json_member(std::string& out, std::string_view name, std::string_view text) {
    if (!out.empty() && out.back() != '{' && out.back() != '[') out += ',';
    append_json_text(out, name);
    out += ':';
    append_json_text(out, text);
}

}  // namespace credit::http
