#include "sheets/xlsx/number_formats.h"

#include <charconv>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/xml_parser.h"

namespace credit::sheets::xlsx {
namespace {

// A spreadsheet allows 64,000 styles and some hundred formats of its own.
constexpr std::size_t most_styles = 100'000;

NumberForm built_in(unsigned id) {
    const auto within = [id](unsigned first, unsigned last) { return id >= first && id <= last; };
    if (within(14, 17) || within(27, 31) || within(50, 54)) return NumberForm::Date;
    if (id == 36 || within(57, 58)) return NumberForm::Date;
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) {
        return NumberForm::Time;
    }
    return id == 22 ? NumberForm::DateTime : NumberForm::Plain;
}

// Takes what stands in quotes, in brackets or after an escape off the front of the code; of
// brackets only [h], [m] and [s] say something about time. False when the front is a letter itself.
bool skip_literal(std::string_view& code) {
    const auto skip_past = [&code](char close) {
        const auto end = code.find(close, 1);
        code.remove_prefix(end == std::string_view::npos ? code.size() : end + 1);
        return true;
    };
    switch (code.front()) {
        case '"':
            return skip_past('"');
        case '[':
            if (code.size() > 1 && std::string_view("hHmMsS").contains(code[1])) return false;
            return skip_past(']');
        case '\\':
        case '_':
        case '*':
            code.remove_prefix(code.size() < 2 ? code.size() : 2);
            return true;
        default:
            return false;
    }
}

unsigned format_number_of(std::string_view text) {
    unsigned number = 0;
    static_cast<void>(std::from_chars(text.data(), text.data() + text.size(), number));
    return number;
}

class StylesHandler final : public XmlHandler {
public:
    Handled start(std::string_view name, const Attributes& attributes) override {
        if (name == "cellXfs") in_cell_styles_ = true;
        const unsigned id = format_number_of(attributes.find("numFmtId"));
        if (name == "numFmt" && own_.size() < most_styles) {
            own_[id] = form_of_code(attributes.find("formatCode"));
        }
        if (name == "xf" && in_cell_styles_ && forms_.size() < most_styles) {
            const auto own = own_.find(id);
            forms_.push_back(own == own_.end() ? built_in(id) : own->second);
        }
        return {};
    }
    Handled end(std::string_view name) override {
        if (name == "cellXfs") in_cell_styles_ = false;
        return {};
    }

    std::vector<NumberForm> take() { return std::move(forms_); }

private:
    std::unordered_map<unsigned, NumberForm> own_;
    std::vector<NumberForm> forms_;
    bool in_cell_styles_ = false;
};

}  // namespace

NumberForm form_of_code(std::string_view code) {
    bool day = false;
    bool time = false;
    bool month_or_minute = false;
    while (!code.empty() && code.front() != ';') {  // the form of positive numbers is enough
        if (skip_literal(code)) continue;
        const char letter = code.front();
        day = day || std::string_view("yYdD").contains(letter);
        time = time || std::string_view("hHsS").contains(letter);
        month_or_minute = month_or_minute || letter == 'm' || letter == 'M';
        code.remove_prefix(1);
    }
    if (day) return time ? NumberForm::DateTime : NumberForm::Date;
    if (time) return NumberForm::Time;
    return month_or_minute ? NumberForm::Date : NumberForm::Plain;
}

Result<NumberFormats> NumberFormats::read(Part part) {
    StylesHandler handler;
    TRY(parse_part(std::move(part), handler));
    NumberFormats formats;
    formats.forms_ = handler.take();
    return formats;
}

}  // namespace credit::sheets::xlsx
