#include "lookups/shown.h"

#include <string>
#include <string_view>
#include <vector>

namespace credit::lookups {
namespace {

// Follows the id that it marks, parted by blanks as ids are; no id is written so.
constexpr std::string_view mark = "*";

}  // namespace

void append_shown(std::string& shown, ShownId each) {
    if (!shown.empty()) shown += ' ';
    shown += each.id;
    if (!each.to_answer_for) return;
    shown += ' ';
    shown += mark;
}

std::vector<ShownId> shown_in(std::string_view shown) {
    std::vector<ShownId> ids;
    if (shown == nothing_shown) return ids;
    while (!shown.empty()) {
        const auto end = shown.find(' ');
        const auto word = shown.substr(0, end);
        if (word == mark && !ids.empty()) {
            ids.back().to_answer_for = true;
        } else if (!word.empty()) {
            ids.push_back({.id = word});
        }
        shown = end == std::string_view::npos ? std::string_view() : shown.substr(end + 1);
    }
    return ids;
}

bool any_to_answer_for(std::string_view shown) {
    return shown.ends_with(" *") || shown.contains(" * ");
}

}  // namespace credit::lookups
