// The thing that a step of a procedure is about, and how the rows are numbered that its act sets.

#pragma once

#include <string>
#include <string_view>

#include "ledger/act.h"

namespace credit::ledger {

struct Thing {
    std::string_view home_key;   // the key under which it is kept
    std::string_view id;         // of the listing, the objection, the case …
    std::string_view mark = {};  // of its rows in an act that may hold another procedure's: "c"
};

// Clocks and recipients are numbered by ordinals within the act, each from 1 on: "01J…-1".
inline std::string row_id(const Act& act, const Thing& thing, int ordinal) {
    return act.id + "-" + std::string(thing.mark) + std::to_string(ordinal);
}

}  // namespace credit::ledger
