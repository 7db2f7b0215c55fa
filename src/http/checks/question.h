// The question of a check as it is sent: read without allocating, in the caller's memory.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "foundation/result.h"

namespace credit::http {

// Enough for the members with all their text; a longer question is refused.
inline constexpr std::size_t question_memory = 16384;

struct Question {
    std::string_view identifier;
    std::string_view name;
    std::string_view matter;
    std::string_view purpose;
    std::string_view ground;
    std::string_view case_number;
    std::string_view officer;
    bool eligibility = false;  // whether the easier ways are open is asked too
};

// The texts lie in `memory`. InvalidInput "json.not_json", "json.not_an_object", "json.missing",
// "json.wrong_type", "json.unknown_member", "checks.question_too_long".
Result<Question> read_question(std::string_view body, std::span<std::byte> memory);

}  // namespace credit::http
