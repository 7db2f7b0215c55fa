#include "sql/append_text.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace credit::sql {
namespace {

void fill(std::string& text, std::string_view gap, std::string_view filling) {
    const auto place = text.find(gap);
    if (place != std::string::npos) text.replace(place, gap.size(), filling);
}

std::string filled(std::string_view pattern, std::string_view table,
                   std::span<const std::string_view> columns) {
    std::string names;
    std::string parameters;
    for (std::size_t number = 0; number < columns.size(); ++number) {
        const std::string_view separator = number == 0 ? "" : ", ";
        names.append(separator).append(columns[number]);
        parameters.append(separator).append("$").append(std::to_string(number + 1));
    }
    std::string text(pattern);
    fill(text, "{table}", table);
    fill(text, "{columns}", names);
    fill(text, "{parameters}", parameters);
    return text;
}

}  // namespace

const std::string& AppendTexts::of(std::string_view pattern, std::string_view table,
                                   std::span<const std::string_view> columns) {
    const auto known = std::ranges::find_if(made_, [&](const Made& made) {
        return made.table == table && std::ranges::equal(made.columns, columns);
    });
    if (known != made_.end()) return known->text;
    made_.push_back({.table = std::string(table),
                     .columns = {columns.begin(), columns.end()},
                     .text = filled(pattern, table, columns)});
    return made_.back().text;
}

}  // namespace credit::sql
