#include "sql/postgres/copy_text.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "foundation/bytes.h"
#include "foundation/spelling.h"
#include "sql/value.h"

namespace credit::sql {
namespace {

struct CopyWriter {
    std::string& out;

    bool operator()(std::monostate /*null*/) const {
        out += "\\N";
        return true;
    }
    bool operator()(std::int64_t number) const {
        constexpr std::size_t digits_max = 24;
        std::array<char, digits_max> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), number);
        out.append(digits.data(), end.ptr);
        return true;
    }
    bool operator()(std::string_view text) const {
        constexpr std::string_view special("\\\t\n\r\0", 5);
        while (true) {
            const auto plain = text.find_first_of(special);
            out.append(text.substr(0, plain));
            if (plain == std::string_view::npos) return true;
            if (text[plain] == '\0') return false;
            out += '\\';
            out += escape_of(text[plain]);
            text.remove_prefix(plain + 1);
        }
    }
    bool operator()(BytesView bytes) const {
        out.append("\\\\x");
        append_hex(out, bytes);
        return true;
    }
    bool operator()(const DateText& date) const { return (*this)(date.text()); }

    static char escape_of(char special) {
        switch (special) {
            case '\t':
                return 't';
            case '\n':
                return 'n';
            case '\r':
                return 'r';
            default:
                return special;
        }
    }
};

}  // namespace

bool append_copy_line(std::string& out, std::span<const Value> row) {
    for (std::size_t number = 0; number < row.size(); ++number) {
        if (number > 0) out += '\t';
        if (!std::visit(CopyWriter{.out = out}, row[number].held())) return false;
    }
    out += '\n';
    return true;
}

}  // namespace credit::sql
