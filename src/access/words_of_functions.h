// Functions as they stand in a column: their ids with a blank between them.

#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"

namespace credit::access {

inline std::string words_of(Functions functions) {
    std::string words;
    for (const std::string& id : functions.ids()) {
        if (!words.empty()) words += ' ';
        words += id;
    }
    return words;
}

inline Result<Functions> functions_of_words(std::string_view words) {
    std::vector<std::string> ids;
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        ids.emplace_back(words.substr(0, end));
        words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
    }
    return Functions::parse(ids);
}

}  // namespace credit::access
