// Effects (效力): which apply function writes the rows that follow from an act, by its kind.
//
// Performing an act and rebuilding the register call the same function, so that both arrive at the
// same rows. An act kind without one has no rows of its own.

#pragma once

#include <span>
#include <string_view>

#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::desk {

using Apply = Result<void> (*)(sql::Session&, const ledger::Act&);

struct Effect {
    std::string_view kind;
    Apply apply;
};

// All act kinds of this program, sorted by kind.
std::span<const Effect> effects();

// Stops the process for a kind that no release ever knew: rebuilding without it would be wrong.
Apply effect_of(std::string_view kind);

}  // namespace credit::desk
