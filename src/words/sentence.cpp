#include "words/sentence.h"

#include <charconv>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "law/citation.h"
#include "law/toml_reader.h"

namespace credit::words {
namespace {

// What stands between the braces at `open`, and where it ends; npos when it is no gap.
struct Gap {
    std::size_t number = 0;
    std::size_t end = std::string_view::npos;
};

Gap gap_at(std::string_view text, std::size_t open) {
    Gap gap;
    const char* first = text.data() + open + 1;
    const char* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(first, last, gap.number);
    if (fault == std::errc{} && end != last && *end == '}') {
        gap.end = static_cast<std::size_t>(end - text.data()) + 1;
    }
    return gap;
}

std::set<std::size_t> gaps_of(std::string_view text) {
    std::set<std::size_t> gaps;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open)) {
        const auto gap = gap_at(text, open++);
        if (gap.end != std::string_view::npos) gaps.insert(gap.number);
    }
    return gaps;
}

// A label of a page, or a name in data as people say it, asks for nothing.
bool is_label(std::string_view id) {
    return id.starts_with("pages.") || id.starts_with("terms.");
}

Result<std::string> read_next(std::string_view id, const law::TomlTable& entry,
                              std::string_view name) {
    return is_label(id) ? entry.text_or(name, "") : entry.text(name);
}

}  // namespace

Result<Sentence> read_sentence(std::string id, const law::TomlTable& entry) {
    TRY(entry.refuse_unknown({"zh", "en", "next_zh", "next_en", "article"}));
    const auto article = TRY(entry.text_or("article", ""));
    auto next_zh = TRY(read_next(id, entry, "next_zh"));
    auto next_en = TRY(read_next(id, entry, "next_en"));
    Sentence sentence{.id = std::move(id),
                      .zh = TRY(entry.text("zh")),
                      .en = TRY(entry.text("en")),
                      .next_zh = std::move(next_zh),
                      .next_en = std::move(next_en),
                      .citation = law::parse_citation(article)};
    if (gaps_of(sentence.zh) != gaps_of(sentence.en)) {
        return fail(ErrorCode::InvalidInput, "words.strange_gap", {sentence.id});
    }
    return sentence;
}

std::string fill(std::string_view text, const std::vector<std::string>& arguments) {
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const auto gap = text[at] == '{' ? gap_at(text, at) : Gap{};
        if (gap.end == std::string_view::npos || gap.number >= arguments.size()) {
            filled += text[at++];
            continue;
        }
        filled += arguments[gap.number];
        at = gap.end;
    }
    return filled;
}

}  // namespace credit::words
