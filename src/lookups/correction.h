// Correction with whoever was shown an item (更正告知): when it was wrong each holder is told what
// became of it, and that what was done on it is put right; when it is over, that it ended.
//
// Law:     luzhengfa-2017-44 item 20 — wrong information is corrected or withdrawn; reputation is
//          restored with whoever was told
// Reading: decision 0223: what was wrong, and what is over

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/steps/recipient.h"
#include "sql/session.h"

namespace credit::lookups {

// Who is told of an act, and what of it; as the body of an act holds it.
using ledger::Recipient;
using ledger::to_json;

// Authorities that an item reached: codes.
struct Reached {
    std::vector<std::string> shown = {};  // that looked, or were set to work on it
    std::vector<std::string> acted = {};  // that carried out a measure on it
    // Of these, whose look-ups of the subject are all withheld from it today: it is not told of
    // them.
    std::vector<std::string> withheld = {};
    bool in_public = false;  // open to everybody, of whom no list is kept
};

// Codes of those of whom the subject may be told that they are told.
JsonArray told_openly(const Reached& reached);

// Urgently, to be acknowledged within correction.acknowledgement: to each that it reached the
// effect
// ("withdrawn"; none when empty) and what is to be put right. Who acted on it reverses that
// ("restitution_reversal"), who was shown it finds out whether it acted ("restitution"), and
// whose information it was restores the reputation ("restitution_apology"), also where the public
// alone saw it.
Result<std::vector<Recipient>> told_wrong(const access::Occasion& occasion, const Reached& reached,
                                          std::string_view effect, std::string_view source);

// Likewise, of what ended for that reason. Where its decision itself did not last ("annulled",
// "decision_changed", "court_order") it was wrong: told_wrong, "withdrawn". Else it is over:
// "ended", to each that it reached but the authority whose information it is, which knows; nothing
// is to be put right.
Result<std::vector<Recipient>> told_ended(const access::Occasion& occasion, const Reached& reached,
                                          std::string_view reason, std::string_view source);

// For apply: the rows of what an act tells about a thing of its home.
Result<void> apply_told(sql::Session& session, const ledger::Act& act, std::string_view about_id,
                        const JsonArray& told);

}  // namespace credit::lookups
