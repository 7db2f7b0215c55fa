#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "cli/terminal.h"

int main(int count, char** words) {
    const auto options = credit::cli::read_command_line(count, words);
    if (!options) return static_cast<int>(options.error());
    const credit::cli::Terminal terminal(*options);
    return static_cast<int>(credit::cli::run(*options, terminal));
}
