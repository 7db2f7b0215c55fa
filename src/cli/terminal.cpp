#include "cli/terminal.h"

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {
namespace {

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): at start
    return value != nullptr && *value != '\0';
}

bool shows_colours(int descriptor) {
    const char* const terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): at start
    const std::string_view kind = terminal == nullptr ? "" : terminal;
    return ::isatty(descriptor) != 0 && !kind.empty() && kind != "dumb";
}

bool write(std::FILE* file, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

// One bar on the last line of the standard error.
class Bar {
public:
    Bar() = default;
    Bar(const Bar&) = delete;
    Bar& operator=(const Bar&) = delete;
    ~Bar() {
        if (shown_) write(stderr, "\r\033[K");
    }

    void draw(std::string_view step, std::uint64_t done, std::uint64_t total) {
        const std::uint64_t place = total == 0 ? done : done * steps / total;
        if (shown_ && place == place_ && step == step_) return;
        shown_ = true;
        place_ = place;
        step_ = step;
        write(stderr, "\r\033[K" + text_of(done, total));
    }

private:
    static constexpr std::uint64_t steps = 40;

    std::string text_of(std::uint64_t done, std::uint64_t total) const {
        if (total == 0) return step_ + " " + std::to_string(done);
        const auto filled = static_cast<std::size_t>(place_ > steps ? steps : place_);
        return "[" + std::string(filled, '#') + std::string(steps - filled, '.') + "] " +
               std::to_string(done * 100 / total) + "% " + step_;
    }

    bool shown_ = false;
    std::uint64_t place_ = 0;
    std::string step_;
};

}  // namespace

Terminal::Terminal(const Options& options)
    : json_(options.json),
      quiet_(options.quiet),
      colours_(!options.no_color && !is_set("NO_COLOR") && shows_colours(STDOUT_FILENO)),
      error_colours_(!options.no_color && !is_set("NO_COLOR") && shows_colours(STDERR_FILENO)) {}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): of the terminal, as note() is
bool Terminal::print(std::string_view text) const {
    return write(stdout, text);
}

void Terminal::note(std::string_view text) const {
    if (!quiet_ && !json_) write(stderr, text);
}

std::string Terminal::bold(std::string_view text) const {
    return colours_ ? "\033[1m" + std::string(text) + "\033[0m" : std::string(text);
}

Progress Terminal::progress() const {
    if (quiet_ || json_ || ::isatty(STDERR_FILENO) == 0) {
        return [](std::string_view, std::uint64_t, std::uint64_t) {};
    }
    return [bar = std::make_shared<Bar>()](std::string_view step, std::uint64_t done,
                                           std::uint64_t total) { bar->draw(step, done, total); };
}

ExitCode Terminal::fail(const Error& error) const {
    const auto problem = problem_of(error);
    fail(problem);
    return exit_code_of(error);
}

ExitCode Terminal::fail(const http::Response& problem) const {
    if (json_) {
        print(problem.body + "\n");
    } else {
        const std::string text = problem_text(problem.body);
        write(stderr, error_colours_ ? "\033[31m" + text + "\033[0m" : text);
    }
    return exit_code_of_status(problem.status);
}

}  // namespace credit::cli
