// The terminal: results on the standard output, all else on the standard error.
//
// Colours only on a terminal that has them, and not with --no-color or NO_COLOR; progress only on a
// terminal. In JSON the standard output holds one object and nothing else.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {

// What is done now, how much of it, and of how much (0: not known).
using Progress =
    std::function<void(std::string_view step, std::uint64_t done, std::uint64_t total)>;

class Terminal {
public:
    explicit Terminal(const Options& options);

    bool json() const { return json_; }

    // The result itself. False when nobody takes it, as with a full disk.
    bool print(std::string_view text) const;
    // What a person may like to know; not with --quiet, nor in JSON.
    void note(std::string_view text) const;
    std::string bold(std::string_view text) const;

    // Draws a bar that is wiped out when the work is done; does nothing without a terminal.
    Progress progress() const;

    // Tells why it did not go, in both languages, with the article and what to do next.
    ExitCode fail(const Error& error) const;
    ExitCode fail(const http::Response& problem) const;

private:
    bool json_;
    bool quiet_;
    bool colours_;
    bool error_colours_;
};

// As a problem of the interface (RFC 9457) tells it.
http::Response problem_of(const Error& error);
// Its grounds for a person to read.
std::string problem_text(std::string_view body);

}  // namespace credit::cli
