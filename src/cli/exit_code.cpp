#include "cli/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "foundation/result.h"

namespace credit::cli {

ExitCode exit_code_of(const Error& error) {
    constexpr std::array<std::string_view, 2> away{"desk.not_opened", "sql.locked"};
    constexpr std::array<std::string_view, 4> of_files{"cli.not_written", "cli.faults_not_marked",
                                                       "sheets.cannot_write", "http.no_file"};
    const std::string_view word = error.grounds.front().word;
    if (std::ranges::find(away, word) != away.end()) return ExitCode::StoreAway;
    // Of this machine, not of the store.
    if (std::ranges::find(of_files, word) != of_files.end()) return ExitCode::Failed;
    switch (error.code) {
        case ErrorCode::NotPermitted:
            return ExitCode::NotAllowed;
        case ErrorCode::Unavailable:
            return ExitCode::StoreAway;
        case ErrorCode::InvalidInput:
            return word.starts_with("cli.") ? ExitCode::Usage : ExitCode::Failed;
        case ErrorCode::NotFound:
        case ErrorCode::Conflict:
        case ErrorCode::Refused:
            break;
    }
    return ExitCode::Failed;
}

ExitCode exit_code_of_status(int status) {
    switch (status) {
        case 401:
        case 403:
            return ExitCode::NotAllowed;
        case 429:
        case 503:
            return ExitCode::StoreAway;
        default:
            return ExitCode::Failed;
    }
}

}  // namespace credit::cli
