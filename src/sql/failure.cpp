#include "sql/failure.h"

#include <atomic>
#include <cstdio>
#include <string_view>
#include <utility>

#include "foundation/result.h"

namespace credit::sql {
namespace {

std::atomic<bool> expected = false;

}  // namespace

Error error_of(Failure failure) {
    const auto error = [](ErrorCode code, std::string_view word) {
        return fail(code, word).error();
    };
    switch (failure) {
        case Failure::Unavailable:
            return error(ErrorCode::Unavailable, "sql.unavailable");
        case Failure::TryAgain:
            return error(ErrorCode::Unavailable, "sql.try_again");
        case Failure::Full:
            return error(ErrorCode::Unavailable, "sql.full");
        case Failure::Broken:
            return error(ErrorCode::Unavailable, "sql.broken");
        case Failure::Taken:
            return error(ErrorCode::Conflict, "sql.taken");
        case Failure::Unfit:
            return error(ErrorCode::InvalidInput, "sql.unfit");
        case Failure::Undone:
            return error(ErrorCode::Unavailable, "sql.undone");
    }
    std::unreachable();
}

void log_failure(std::string_view statement, std::string_view code, std::string_view message) {
    if (expected.load(std::memory_order_relaxed)) return;
    std::fprintf(stderr, "sql: %.*s: %.*s%s%.*s\n", static_cast<int>(statement.size()),
                 statement.data(), static_cast<int>(code.size()), code.data(),
                 message.empty() ? "" : ": ", static_cast<int>(message.size()), message.data());
}

void expect_failures() {
    expected.store(true, std::memory_order_relaxed);
}

}  // namespace credit::sql
