#include "search/folding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/umachine.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/text.h"

namespace credit::search {
namespace {

constexpr std::size_t all_units = 0x10000;
constexpr std::size_t first_visible = 0x20;  // no line ends below: see simplify()
constexpr char16_t left_out = 0;
constexpr char16_t several = 0xFFFF;  // more than one unit: see `longer`

bool is_surrogate(std::size_t unit) {
    return unit >= 0xD800 && unit < 0xE000;
}

// What each unit becomes.
class Table {
public:
    Table(const std::vector<icu::UnicodeString>& folds) : units_(all_units) {
        for (std::size_t unit = 0; unit < all_units; ++unit) {
            std::u16string kept;
            for (std::int32_t at = 0; at < folds[unit].length(); at += 1) {
                const char16_t each = folds[unit].charAt(at);
                if (is_surrogate(each) || u_isalnum(each) != 0) kept += each;
            }
            if (is_surrogate(unit)) {
                units_[unit] = static_cast<char16_t>(unit);
            } else if (kept.size() == 1) {
                units_[unit] = kept.front();
            } else if (!kept.empty()) {
                units_[unit] = several;
                longer_.emplace(static_cast<char16_t>(unit), std::move(kept));
            }
        }
    }

    void fold(std::u16string_view units, std::u16string& out) const {
        for (const char16_t unit : units) {
            const char16_t made = units_[unit];
            if (out.size() >= units_max) return;
            if (made == several) {
                const auto found = longer_.find(unit);
                if (found != longer_.end()) out += found->second;
            } else if (made != left_out) {
                out += made;
            }
        }
        if (out.size() > units_max) out.resize(units_max);
    }

private:
    std::vector<char16_t> units_;
    std::unordered_map<char16_t, std::u16string> longer_;
};

std::vector<icu::UnicodeString> compatible_forms() {
    UErrorCode error = U_ZERO_ERROR;
    const auto* const forms = icu::Normalizer2::getNFKCCasefoldInstance(error);
    CHECK(U_SUCCESS(error) != 0);
    std::vector<icu::UnicodeString> folds(all_units);
    for (std::size_t unit = first_visible; unit < all_units; ++unit) {
        if (is_surrogate(unit)) continue;
        std::string text;
        text::append(text, static_cast<char32_t>(unit));
        folds[unit] =
            forms->normalize(icu::UnicodeString::fromUTF8(text::unify_look_alikes(text)), error);
    }
    CHECK(U_SUCCESS(error) != 0);
    return folds;
}

// One call for all: a line for each unit.
void simplify(std::vector<icu::UnicodeString>& folds) {
    icu::UnicodeString lines;
    for (const auto& fold : folds) lines.append(fold).append(u'\n');
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplified(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
    CHECK(U_SUCCESS(error) != 0);
    simplified->transliterate(lines);
    std::int32_t begin = 0;
    for (auto& fold : folds) {
        const std::int32_t end = lines.indexOf(u'\n', begin);
        fold = icu::UnicodeString(lines, begin, end - begin);
        begin = end + 1;
    }
}

struct Tables {
    std::vector<icu::UnicodeString> folds = compatible_forms();
    Table in_its_script{folds};
    Table simplified = [this] {
        simplify(folds);
        Table table(folds);
        folds = {};
        return table;
    }();
};

const Tables& tables() {
    static const Tables all;
    return all;
}

}  // namespace

std::u16string units_of(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    static const auto* const forms = icu::Normalizer2::getNFCInstance(error);
    auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(text));
    UErrorCode outcome = U_ZERO_ERROR;
    if (forms->isNormalized(units, outcome) == 0) units = forms->normalize(units, outcome);
    std::u16string made(units.getBuffer(), static_cast<std::size_t>(units.length()));
    if (made.size() > units_max) made.resize(units_max);
    return made;
}

std::string text_of(std::u16string_view units) {
    std::string text;
    icu::UnicodeString(units.data(), static_cast<std::int32_t>(units.size())).toUTF8String(text);
    return text;
}

void fold(std::u16string_view units, std::u16string& folded) {
    tables().simplified.fold(units, folded);
}

std::u16string folded(std::u16string_view units) {
    std::u16string out;
    tables().simplified.fold(units, out);
    return out;
}

std::u16string folded_in_its_script(std::u16string_view units) {
    std::u16string out;
    tables().in_its_script.fold(units, out);
    return out;
}

bool is_ideograph(char16_t unit) {
    return u_hasBinaryProperty(unit, UCHAR_IDEOGRAPHIC) != 0;
}

}  // namespace credit::search
