#include "sheets/xlsx/shared_strings.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "foundation/text.h"
#include "sheets/limits.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/string_table.h"
#include "sheets/xlsx/xml_parser.h"

namespace credit::sheets::xlsx {
namespace {

class SharedStringsHandler final : public XmlHandler {
public:
    explicit SharedStringsHandler(const Limits& limits)
        : limits_(limits), table_(limits.shared_string_memory) {}

    Handled start(std::string_view name, const Attributes& /*attributes*/) override {
        if (name == "si") text_.clear();
        if (name == "rPh") phonetic_ = true;
        in_text_ = name == "t" && !phonetic_;
        return {};
    }

    Handled end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") phonetic_ = false;
        if (name != "si") return {};
        if (table_.size() == limits_.shared_strings) {
            return fail(ErrorCode::InvalidInput, "sheets.too_many_strings",
                        {std::to_string(limits_.shared_strings)});
        }
        unescape(text_);
        return table_.add(text_);
    }

    Handled text(std::string_view piece) override {
        if (!in_text_) return {};
        if (text_.size() + piece.size() > limits_.cell_bytes) {
            return fail(ErrorCode::InvalidInput, "sheets.text_too_long",
                        {std::to_string(limits_.cell_bytes)});
        }
        text_ += piece;
        return {};
    }

    StringTable take() { return std::move(table_); }

private:
    const Limits& limits_;
    StringTable table_;
    std::string text_;
    bool in_text_ = false;
    bool phonetic_ = false;
};

// The character of "_xHHHH_" at the start of the text.
std::optional<char32_t> escaped_character(std::string_view text) {
    constexpr std::size_t length = 7;
    if (text.size() < length || text[length - 1] != '_') return std::nullopt;
    unsigned code = 0;
    const char* digits = text.data() + 2;
    const auto parsed = std::from_chars(digits, digits + 4, code, 16);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (parsed.ptr != digits + 4 || code == 0 || surrogate) return std::nullopt;
    return code;
}

}  // namespace

void unescape(std::string& text) {
    auto place = text.find("_x");
    if (place == std::string::npos) return;
    std::string plain;
    std::size_t copied = 0;
    while (place != std::string::npos) {
        const auto character = escaped_character(std::string_view(text).substr(place));
        if (character) {
            plain.append(text, copied, place - copied);
            text::append(plain, *character);
            copied = place + 7;
        }
        place = text.find("_x", character ? copied : place + 2);
    }
    plain.append(text, copied);
    text = std::move(plain);
}

Result<StringTable> read_shared_strings(Part part, const Limits& limits) {
    SharedStringsHandler handler(limits);
    TRY(parse_part(std::move(part), handler));
    return handler.take();
}

}  // namespace credit::sheets::xlsx
