#include "publicity/leak_detector.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/text.h"
#include "identity/resident_identity_number.h"
#include "identity/unified_social_credit_code.h"

namespace credit::publicity {
namespace {

using identity::ResidentIdentityNumber;

// Digits that belong together, with a closing X of a check.
struct Run {
    std::string digits;
    std::vector<std::size_t> at;  // of each digit in the text
    std::string parted;           // the digits with '-' where something stood between them
};

bool is_digit(char32_t character) {
    return character >= U'0' && character <= U'9';
}

bool is_hyphen(char32_t character) {
    return character == U'-' || character == U'－' || character == U'—' || character == U'–' ||
           character == U'(' || character == U')';
}

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    while (!text.empty()) characters += text::to_half_width(text::take_character(text));
    return characters;
}

void append(Run& run, char32_t character, std::size_t at) {
    run.digits += static_cast<char>(character);
    run.parted += static_cast<char>(character);
    run.at.push_back(at);
}

// The first character behind hyphens and blanks, when it is a digit and not far.
std::optional<std::size_t> next_digit(const std::u32string& text, std::size_t at) {
    constexpr std::size_t close_by = 3;
    std::size_t next = at;
    while (next < text.size() && next - at < close_by &&
           (is_hyphen(text[next]) || text::is_space(text[next]))) {
        ++next;
    }
    if (next == text.size() || !is_digit(text[next])) return std::nullopt;
    return next;
}

// From a digit on; `at` is left behind it.
Run read_run(const std::u32string& text, std::size_t& at, bool joined) {
    Run run;
    for (;;) {
        for (; at < text.size() && is_digit(text[at]); ++at) append(run, text[at], at);
        const auto next = joined ? next_digit(text, at) : std::nullopt;
        if (!next) break;
        run.parted += '-';
        at = *next;
    }
    if (at < text.size() && (text[at] == U'X' || text[at] == U'x')) append(run, U'X', at);
    return run;
}

std::vector<Run> runs_in(const std::u32string& text, bool joined) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            runs.push_back(read_run(text, at, joined));
        } else {
            ++at;
        }
    }
    return runs;
}

// Digits alone, without the X that a resident number may end in.
std::string_view plain(const Run& run) {
    std::string_view digits = run.digits;
    if (digits.ends_with('X')) digits.remove_suffix(1);
    return digits;
}

void find_resident_numbers(const Run& run, Date today, std::vector<Leak>& leaks) {
    constexpr auto length = ResidentIdentityNumber::length;
    const std::string_view digits = run.digits;
    // A credit code may be all digits; it is public.
    if (digits.size() == length && identity::UnifiedSocialCreditCode::parse(digits)) return;
    for (std::size_t at = 0; at + length <= digits.size(); ++at) {
        if (ResidentIdentityNumber::parse(digits.substr(at, length), today)) {
            leaks.push_back({LeakKind::ResidentNumber, run.at[at]});
        }
    }
    if (digits.size() == ResidentIdentityNumber::old_length &&
        ResidentIdentityNumber::from_old_number(digits, today)) {
        leaks.push_back({LeakKind::ResidentNumber, run.at.front()});
    }
}

bool is_mobile(std::string_view digits) {
    if (digits.starts_with("0086")) digits.remove_prefix(4);
    if (digits.size() == 13 && digits.starts_with("86")) digits.remove_prefix(2);
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

// An area code of three or four digits that begins with 0, and seven or eight more.
bool is_landline(std::string_view parted) {
    if (!parted.starts_with('0') || parted.starts_with("00")) return false;
    const auto hyphen = parted.find('-');
    const auto digits = parted.size() - static_cast<std::size_t>(std::ranges::count(parted, '-'));
    if (hyphen == std::string_view::npos) return digits >= 10 && digits <= 12;
    return hyphen >= 3 && hyphen <= 4 && digits - hyphen >= 7 && digits - hyphen <= 8;
}

bool passes_luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (std::size_t at = digits.size(); at-- > 0; twice = !twice) {
        int digit = digits[at] - '0';
        if (twice) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool is_bank_card(std::string_view digits) {
    constexpr std::string_view issuers = "34569";
    return digits.size() >= 16 && digits.size() <= 19 && issuers.contains(digits.front()) &&
           passes_luhn(digits) && !identity::UnifiedSocialCreditCode::parse(digits);
}

void find_numbers(const Run& run, Date today, std::vector<Leak>& leaks) {
    find_resident_numbers(run, today, leaks);
    const auto digits = plain(run);
    if (is_mobile(digits)) leaks.push_back({LeakKind::Mobile, run.at.front()});
    if (is_landline(run.parted)) leaks.push_back({LeakKind::Landline, run.at.front()});
    if (is_bank_card(digits)) leaks.push_back({LeakKind::BankCard, run.at.front()});
}

struct Phrase {
    std::u32string_view words;
    LeakKind kind;

    constexpr Phrase(std::u32string_view text, LeakKind tells) : words(text), kind(tells) {}
};

constexpr std::array phrases{
    Phrase{U"家庭住址", LeakKind::HomeAddress}, Phrase{U"家庭地址", LeakKind::HomeAddress},
    Phrase{U"户籍地址", LeakKind::HomeAddress}, Phrase{U"户籍所在地", LeakKind::HomeAddress},
    Phrase{U"现住址", LeakKind::HomeAddress},   Phrase{U"家住", LeakKind::HomeAddress},
    Phrase{U"患有", LeakKind::Health},          Phrase{U"确诊", LeakKind::Health},
    Phrase{U"病史", LeakKind::Health},          Phrase{U"病历", LeakKind::Health},
    Phrase{U"艾滋", LeakKind::Health},          Phrase{U"乙肝", LeakKind::Health},
    Phrase{U"癌症", LeakKind::Health},          Phrase{U"精神病", LeakKind::Health},
    Phrase{U"精神障碍", LeakKind::Health},      Phrase{U"残疾", LeakKind::Health},
    Phrase{U"怀孕", LeakKind::Health},          Phrase{U"孕妇", LeakKind::Health},
    Phrase{U"血型", LeakKind::Health},          Phrase{U"宗教信仰", LeakKind::Religion},
    Phrase{U"信教", LeakKind::Religion},        Phrase{U"教徒", LeakKind::Religion},
    Phrase{U"穆斯林", LeakKind::Religion},      Phrase{U"信奉", LeakKind::Religion},
    Phrase{U"伊斯兰教", LeakKind::Religion},    Phrase{U"基督教", LeakKind::Religion},
    Phrase{U"天主教", LeakKind::Religion},      Phrase{U"佛教", LeakKind::Religion},
    Phrase{U"道教", LeakKind::Religion},
};

void find_phrases(const std::u32string& text, std::vector<Leak>& leaks) {
    for (const auto& phrase : phrases) {
        for (auto at = text.find(phrase.words); at != std::u32string::npos;
             at = text.find(phrase.words, at + 1)) {
            leaks.push_back({phrase.kind, at});
        }
    }
}

bool numbers_something(char32_t character) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十百甲乙丙丁";
    return is_digit(character) || (character >= U'A' && character <= U'Z') ||
           (character >= U'a' && character <= U'z') || numerals.contains(character);
}

// Where one of the words stands behind a number, from a place on.
std::optional<std::size_t> find_numbered(const std::u32string& text,
                                         std::initializer_list<std::u32string_view> words,
                                         std::size_t from) {
    std::optional<std::size_t> first;
    for (const auto word : words) {
        for (auto at = text.find(word, from); at != std::u32string::npos;
             at = text.find(word, at + 1)) {
            if (at == 0 || !numbers_something(text[at - 1])) continue;
            if (!first || at < *first) first = at;
            break;
        }
    }
    return first;
}

// A unit of a stairwell, or a building with a room close behind it.
void find_addresses(const std::u32string& text, std::vector<Leak>& leaks) {
    constexpr std::size_t close_by = 12;
    if (const auto unit = find_numbered(text, {U"单元"}, 0)) {
        leaks.push_back({LeakKind::HomeAddress, *unit});
    }
    for (auto building = find_numbered(text, {U"号楼", U"栋", U"幢"}, 0); building;
         building = find_numbered(text, {U"号楼", U"栋", U"幢"}, *building + 1)) {
        const auto room = find_numbered(text, {U"室", U"户"}, *building + 1);
        if (!room || *room - *building > close_by) continue;
        leaks.push_back({LeakKind::HomeAddress, *building});
    }
}

}  // namespace

std::string_view name_of(LeakKind kind) {
    constexpr std::array<std::string_view, 7> names{
        "resident_number", "mobile", "landline", "bank_card", "home_address", "health", "religion"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<Leak> find_leaks(std::string_view text, Date today) {
    const auto characters = characters_of(text);
    std::vector<Leak> leaks;
    for (const bool joined : {false, true}) {
        for (const auto& run : runs_in(characters, joined)) find_numbers(run, today, leaks);
    }
    find_phrases(characters, leaks);
    find_addresses(characters, leaks);
    const auto place = [](const Leak& leak) { return std::pair(leak.at, leak.kind); };
    std::ranges::sort(leaks, {}, place);
    const auto same = std::ranges::unique(leaks);
    leaks.erase(same.begin(), same.end());
    return leaks;
}

bool tells_resident_number(std::string_view text, Date today) {
    // A full-width digit ends in a byte from 0x90 to 0x99; other characters may, and do no harm.
    const auto may_be_digit = [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value >= '0' && value <= '9') || (value >= 0x90 && value <= 0x99);
    };
    if (std::ranges::count_if(text, may_be_digit) <
        std::ptrdiff_t{ResidentIdentityNumber::old_length}) {
        return false;
    }
    return std::ranges::any_of(find_leaks(text, today), [](const Leak& leak) {
        return leak.kind == LeakKind::ResidentNumber;
    });
}

}  // namespace credit::publicity
