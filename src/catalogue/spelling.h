// Spelling: the word by which a file of law/ names an enumerator. One table serves both ways.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "foundation/check.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

template <typename Word, std::size_t size>
using Spellings = std::array<std::pair<Word, std::string_view>, size>;

template <typename Word, std::size_t size>
std::string_view spelling_of(const Spellings<Word, size>& spellings, Word word) {
    for (const auto& [each, spelling] : spellings) {
        if (each == word) return spelling;
    }
    CHECK(false);
    return {};
}

// The member's word; the fallback's spelling where the member is absent. InvalidInput
// "catalogue.unknown_word" (file, line, member).
template <typename Word, std::size_t size>
Result<Word> read_word(const law::TomlTable& table, std::string_view member,
                       const Spellings<Word, size>& spellings, std::string_view fallback) {
    const auto text = TRY(table.text_or(member, fallback));
    for (const auto& [word, spelling] : spellings) {
        if (spelling == text) return word;
    }
    return table.fault("catalogue.unknown_word", member);
}

}  // namespace credit::catalogue
