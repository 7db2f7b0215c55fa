#include "sql/append_text.h"

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

}  // namespace

std::string append_text(std::string_view pattern, std::string_view table,
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

}  // namespace credit::sql
