// How the engines' failures become errors: by their code alone, never by their wording.

#pragma once

#include <string_view>

#include "foundation/result.h"

namespace credit::sql {

enum class Failure {
    Unavailable,  // the store is away, or the statement is wrong
    TryAgain,     // a deadlock, or a lock that was not granted in time
    Full,         // no room on the disk
    Broken,       // the store's file is damaged
    Taken,        // a unique index holds this key already
    Unfit,        // the column does not hold such a value
    Undone,       // an earlier error has ended this transaction
};

Error error_of(Failure failure);

// For the operator: the statement's name and the engine's code. `message` is given only where the
// engine's words cannot hold a value. What is expected in ordinary work (Taken) is not written.
// Nothing once the process expects failures, since it injects them itself: simulations.
void log_failure(std::string_view statement, std::string_view code, std::string_view message = {});
void expect_failures();

}  // namespace credit::sql
