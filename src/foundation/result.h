// Errors as values.
//
// A function that can fail returns Result<T>; TRY passes the failure on. A rule answers with its
// Grounds as an ordinary value; the act that must not go on turns them into an Error of code
// Refused, so that the transaction is undone and the edge shows every ground.

#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace credit {

enum class ErrorCode {
    InvalidInput,  // the request or file cannot be read as what it claims to be
    NotPermitted,  // the caller has no right to this
    NotFound,
    Conflict,     // contradicts what stands, or an idempotency key used for something else
    Refused,      // understood and permitted, but the law does not allow it: see the grounds
    Unavailable,  // the store or a needed part is away; nothing was done
};

// Why something was refused: a sentence of words/, what fills its gaps, and where in the input.
struct Ground {
    std::string word;                         // id of the sentence in words/
    std::vector<std::string> arguments = {};  // for {0}, {1} …; never an identifier of a subject
    std::string pointer = {};                 // JSON pointer or column header

    bool operator==(const Ground&) const = default;
};

using Grounds = std::vector<Ground>;

struct Error {
    ErrorCode code;
    Grounds grounds;  // never empty
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string_view word,
                                   std::vector<std::string> arguments = {},
                                   std::string pointer = {}) {
    return std::unexpected(Error{.code = code,
                                 .grounds = {Ground{.word = std::string(word),
                                                    .arguments = std::move(arguments),
                                                    .pointer = std::move(pointer)}}});
}

inline std::unexpected<Error> refuse(Grounds grounds) {
    return std::unexpected(Error{.code = ErrorCode::Refused, .grounds = std::move(grounds)});
}

// Adds the ground unless the condition is met; the same ground once.
inline void require(Grounds& grounds, bool met, std::string_view word,
                    std::vector<std::string> arguments = {}, std::string pointer = {}) {
    if (met) return;
    Ground ground{.word = std::string(word),
                  .arguments = std::move(arguments),
                  .pointer = std::move(pointer)};
    for (const Ground& known : grounds)
        if (known == ground) return;
    grounds.push_back(std::move(ground));
}

}  // namespace credit

// Evaluates to the value, or returns the error from the enclosing function. Not to be nested.
#define TRY(...)                                                   \
    __extension__({                                                \
        auto try_result = (__VA_ARGS__);                           \
        if (!try_result) [[unlikely]]                              \
            return std::unexpected(std::move(try_result).error()); \
        std::move(try_result).value();                             \
    })
