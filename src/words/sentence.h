// Sentence (用语): what is said to people, in Chinese and English, what they can do next, and the
// article behind it. Kept in words/<folder>.toml under its word id. Labels of pages ("pages.…")
// need not say what to do next.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "law/citation.h"
#include "law/toml_reader.h"

namespace credit::words {

enum class Language { Chinese, English };

struct Sentence {
    std::string id;  // "identity.check_character"
    std::string zh;  // with {0}, {1} … for the arguments
    std::string en;
    std::string next_zh;
    std::string next_en;
    law::Citation citation;  // of no instrument where no law stands behind it
};

// InvalidInput: "words.strange_gap" (id) where the two languages have not the same gaps, and the
// faults of the reader.
Result<Sentence> read_sentence(std::string id, const law::TomlTable& entry);

// The text with its gaps filled; a gap without an argument stays as it is.
std::string fill(std::string_view text, const std::vector<std::string>& arguments);

}  // namespace credit::words
