// Effects (效力): which apply function writes the rows that follow from an act, by its kind, and of
// which word the act owes its subject a notice.
//
// Performing an act and rebuilding the register carry out the same, so that both arrive at the same
// rows.

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
    std::string_view notice;  // word of words/notices.toml; empty: no notice is owed

    // The rows of the table stand as a table does.
    constexpr Effect(std::string_view of, Apply by, std::string_view owed = {})
        : kind(of), apply(by), notice(owed) {}
};

// All act kinds of this program, sorted by kind.
std::span<const Effect> effects();

// Writes what follows from an act, then the notice that it owes. Stops the process for a kind that
// no release ever knew: rebuilding without it would be wrong.
Result<void> carry_out(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
