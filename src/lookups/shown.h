// What was shown (所示内容): the ids that a look-up record keeps, each with whether a duty hung on
// it for which the authority that asked has to answer.
//
// Reading: decision 0185: the record keeps the mark, so that what was owed is known from what was
//          shown, and from nothing that changed since

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace credit::lookups {

inline constexpr std::string_view nothing_shown = "nothing";

struct ShownId {
    std::string_view id;
    bool to_answer_for = false;
};

// Allocates nothing once the text has grown.
void append_shown(std::string& shown, ShownId each);
// Ids in their order; they lie in the text. Empty when nothing was shown.
std::vector<ShownId> shown_in(std::string_view shown);
bool any_to_answer_for(std::string_view shown);

}  // namespace credit::lookups
