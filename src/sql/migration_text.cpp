#include "sql/migration_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/session.h"

namespace credit::sql {
namespace {

struct TypeWord {
    std::string_view common, sqlite, postgres;
};

constexpr std::array type_words{
    TypeWord{.common = "TEXT", .sqlite = "TEXT", .postgres = "TEXT COLLATE \"C\""},
    TypeWord{.common = "BIGINT", .sqlite = "INTEGER", .postgres = "BIGINT"},
    TypeWord{.common = "BYTES", .sqlite = "BLOB", .postgres = "BYTEA"},
    TypeWord{.common = "DATE", .sqlite = "TEXT", .postgres = "DATE"},
};

bool is_word_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view spelled(std::string_view word, Engine engine) {
    const auto* found = std::ranges::find(type_words, word, &TypeWord::common);
    if (found == type_words.end()) return word;
    return engine == Engine::Sqlite ? found->sqlite : found->postgres;
}

std::string_view without_comment(std::string_view line) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\'') quoted = !quoted;
        if (!quoted && line.substr(at).starts_with("--")) return line.substr(0, at);
    }
    return line;
}

std::string_view without_trailing_space(std::string_view line) {
    const auto last = line.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

}  // namespace

std::vector<std::string> split_statements(std::string_view text) {
    std::vector<std::string> statements;
    std::string current;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = without_trailing_space(without_comment(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool last = line.ends_with(';');
        if (last) line.remove_suffix(1);
        if (!line.empty()) current.append(current.empty() ? "" : "\n").append(line);
        if (last && !current.empty()) statements.push_back(std::exchange(current, {}));
    }
    if (!current.empty()) statements.push_back(std::move(current));
    return statements;
}

std::string spell(std::string_view statement, Engine engine) {
    std::string out;
    bool quoted = false;
    for (std::size_t at = 0; at < statement.size();) {
        std::size_t end = at;
        while (end < statement.size() && is_word_character(statement[end])) ++end;
        if (end == at) {
            quoted = quoted != (statement[at] == '\'');
            out += statement[at++];
            continue;
        }
        const auto word = statement.substr(at, end - at);
        // CAST(x AS TEXT) names a type, not a column's type with its order.
        const bool kept = quoted || (out.ends_with("AS ") && word == "TEXT");
        out += kept ? word : spelled(word, engine);
        at = end;
    }
    if (engine == Engine::Sqlite && statement.starts_with("CREATE TABLE")) {
        out += out.ends_with(')') ? " STRICT" : ", STRICT";
    }
    return out;
}

}  // namespace credit::sql
