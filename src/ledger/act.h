// Act (行为): the one way in which anything in the register changes, as it stands in the ledger.
//
// An act is decided once and kept whole: its body holds the facts it rested on and its outcome, so
// that its effects can be written again from the body alone. It is never changed. Its home key is
// the one key whose writers it excludes: a subject ("O…", "P…"), an authority ("A…") or the
// catalogue ("R").

#pragma once

#include <string>

#include "foundation/clock.h"
#include "foundation/crypto.h"

namespace credit::ledger {

struct Act {
    std::string id = {};               // new_act_id(): 26 characters that sort by time
    std::string kind = {};             // folder and verb: "lists.propose_listing"
    std::string home_key = {};         // the key this act locks
    std::string performed_by = {};     // account or office; "clerk" for what a clock does by itself
    std::string on_behalf_of = {};     // code of the authority; empty where there is none
    std::string channel = {};          // "api", "cli", "console", "clerk", "seed"
    Date occurred_on{};                // 发生日期: when it was so
    Instant recorded_at{};             // 记录时刻: when the register knew
    crypto::Digest law_digest{};       // of the law in force in this program when it was decided
    std::string idempotency_key = {};  // of the caller; empty where there is none
    std::string body = {};             // JSON; sealed in the store under a key of its own
    bool body_erased = false;          // when read: an erasing act took the body, which is empty
};

// A new id: 48 bits of milliseconds and 80 random bits in Crockford's base 32. Ids made in one
// process rise strictly, even within a millisecond and when the clock goes back.
std::string new_act_id(Instant now);

}  // namespace credit::ledger
