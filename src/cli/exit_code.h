// With what the program ends. The numbers are part of the interface.

#pragma once

#include "foundation/result.h"

namespace credit::cli {

enum class ExitCode : int {
    Done = 0,
    Failed = 1,
    Usage = 2,
    RowsRefused = 3,  // some rows of a file, or the file as a whole
    NotAllowed = 4,
    StoreAway = 5,
};

ExitCode exit_code_of(const Error& error);
// Of an answer that is a problem.
ExitCode exit_code_of_status(int status);

}  // namespace credit::cli
