// The command line: read with CLI11, which stays in its .cpp.

#pragma once

#include <expected>
#include <span>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/options.h"

namespace credit::cli {

// What was asked; or the code to end with, when help was shown or the usage was wrong. What stands
// on the command line without a place there is not repeated: it may identify someone.
std::expected<Options, ExitCode> read_command_line(int count, const char* const* words);

// What can be completed: a command with its options.
struct CommandShape {
    std::string name;  // "ledger verify"
    std::string about;
    std::vector<std::string> options;  // "--store"
};

std::vector<CommandShape> command_shapes();

}  // namespace credit::cli
