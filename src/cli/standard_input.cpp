#include "cli/standard_input.h"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "foundation/text.h"

namespace credit::cli {
namespace {

constexpr std::size_t lines_read_max = 16;

void ask() {
    if (::isatty(STDIN_FILENO) == 0) return;
    std::fputs("主体标识、名称，各一行 · identifier, then name, a line each:\n", stderr);
}

// On a terminal two lines are enough; else all that comes, so that nothing is left unread.
std::vector<std::string> read_lines() {
    const std::size_t enough = ::isatty(STDIN_FILENO) != 0 ? 2 : lines_read_max;
    std::vector<std::string> lines;
    for (std::string line; lines.size() < enough && std::getline(std::cin, line);) {
        lines.emplace_back(text::trim(line));
    }
    return lines;
}

// Asked for without being shown, on a terminal.
std::string read_hidden(const char* question) {
    std::string line;
    if (::isatty(STDIN_FILENO) == 0) {
        std::getline(std::cin, line);
        return line;
    }
    std::fputs(question, stderr);
    termios shown{};
    const bool known = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (known) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::getline(std::cin, line);
    if (known) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputs("\n", stderr);
    return line;
}

}  // namespace

Result<Unlocking> read_unlocking(Wanting wanting) {
    Unlocking unlocking{.passphrase = read_hidden("口令 · passphrase:\n"), .reason = {}};
    if (wanting == Wanting::PassphraseAndReason) {
        if (::isatty(STDIN_FILENO) != 0) std::fputs("拆封理由 · why it is opened:\n", stderr);
        std::getline(std::cin, unlocking.reason);
    }
    if (!text::is_utf8(unlocking.passphrase) || !text::is_utf8(unlocking.reason)) {
        return fail(ErrorCode::InvalidInput, "cli.not_utf8");
    }
    if (unlocking.passphrase.empty()) {
        return fail(ErrorCode::InvalidInput, "cli.passphrase_missing");
    }
    return unlocking;
}

Result<Subject> read_subject() {
    ask();
    const auto lines = read_lines();
    if (!std::ranges::all_of(lines, text::is_utf8)) {
        return fail(ErrorCode::InvalidInput, "cli.not_utf8");
    }
    if (lines.empty() || lines.front().empty()) {
        return fail(ErrorCode::InvalidInput, "cli.identifier_missing");
    }
    const auto filled = [](const std::string& line) { return !line.empty(); };
    if (lines.size() > 2 && std::any_of(lines.begin() + 2, lines.end(), filled)) {
        return fail(ErrorCode::InvalidInput, "cli.too_many_lines");
    }
    return Subject{.identifier = lines.front(), .name = lines.size() > 1 ? lines[1] : ""};
}

Result<std::string> read_search_text() {
    if (::isatty(STDIN_FILENO) != 0) std::fputs("名称 · name:\n", stderr);
    std::string line;
    std::getline(std::cin, line);
    std::string text(text::trim(line));
    if (!text::is_utf8(text)) return fail(ErrorCode::InvalidInput, "cli.not_utf8");
    if (text.empty()) return fail(ErrorCode::InvalidInput, "cli.search_text_missing");
    return text;
}

}  // namespace credit::cli
