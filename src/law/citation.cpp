#include "law/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "law/instrument.h"

namespace credit::law {
namespace {

constexpr std::string_view mark_of_article = " art. ";

// Statutes, rules and interpretations have articles (条); other documents have items (项).
bool has_articles(Level level) {
    return level != Level::CentralPolicy && level != Level::ProvincialPolicy &&
           level != Level::Normative;
}

// Documents are known by their number; a statute by its title alone.
bool cited_by_number(Level level) {
    return level != Level::Law && level != Level::AdministrativeRegulation &&
           level != Level::LocalRegulation;
}

int leading_number(std::string_view& text) {
    int number = 0;
    const auto* const end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

// One article without commas or runs: "30(6)".
std::string one_article(std::string_view text, Level level) {
    std::string whole(text);
    const int number = leading_number(text);
    if (number == 0) return whole;
    std::string out = has_articles(level) ? fmt::format("第{}条", number_in_chinese(number))
                                          : fmt::format("第{}项", number);
    while (text.starts_with("(")) {
        text.remove_prefix(1);
        const int item = leading_number(text);
        if (item == 0 || !text.starts_with(")")) return whole;
        text.remove_prefix(1);
        out += fmt::format("第（{}）项", number_in_chinese(item));
    }
    // What is no article of this form ("5.1") stands as it was written.
    return text.empty() ? out : whole;
}

std::string run_of_articles(std::string_view text, Level level) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return one_article(text, level);
    return one_article(text.substr(0, dash), level) + "至" +
           one_article(text.substr(dash + 1), level);
}

}  // namespace

Citation parse_citation(std::string_view text) {
    const auto mark = text.find(mark_of_article);
    if (mark == std::string_view::npos) return {.instrument = std::string(text), .article = {}};
    return {.instrument = std::string(text.substr(0, mark)),
            .article = std::string(text.substr(mark + mark_of_article.size()))};
}

std::string to_text(const Citation& citation) {
    if (citation.article.empty()) return citation.instrument;
    return fmt::format("{}{}{}", citation.instrument, mark_of_article, citation.article);
}

std::string number_in_chinese(int number) {
    constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
    constexpr std::array<std::pair<int, std::string_view>, 4> places{
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    std::string out;
    bool gap = false;
    for (const auto& [value, name] : places) {
        const auto digit = static_cast<std::size_t>(number / value % 10);
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += digits[0];
        gap = false;
        // 十五, but 一百一十五.
        if (value != 10 || digit != 1 || !out.empty()) out += digits.at(digit);
        out += name;
    }
    return out;
}

std::string article_in_chinese(std::string_view article, Level level) {
    std::string out;
    while (!article.empty()) {
        const auto comma = std::min(article.find(", "), article.size());
        if (!out.empty()) out += "、";
        out += run_of_articles(article.substr(0, comma), level);
        article.remove_prefix(std::min(comma + 2, article.size()));
    }
    return out;
}

std::string in_chinese(const Instrument& instrument, std::string_view article) {
    const auto number = cited_by_number(instrument.level) && !instrument.number.empty()
                            ? fmt::format("（{}）", instrument.number)
                            : std::string();
    return fmt::format("《{}》{}{}", instrument.title, number,
                       article_in_chinese(article, instrument.level));
}

std::string in_english(const Instrument& instrument, std::string_view article) {
    if (article.empty()) return instrument.title_en;
    const auto* const word = has_articles(instrument.level) ? "art." : "item";
    return fmt::format("{}, {} {}", instrument.title_en, word, article);
}

}  // namespace credit::law
