// Holders of an item (知悉单位): everyone who was ever told of it, who are told that it is
// repaired, by which day, and who has not yet said so.
//
// Law:     guobanfa-2025-22 — a successful repair is told to whoever the item was given, who stops
//          at once; the late are named
// Reading: decision 0162: who counts as told; the days for a site and for any other holder
//          decision 0245: the subject reads who is told

#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/distribution.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::repair {

struct Holder {
    std::string kind = {};  // "authority", "node", "bank", "site"
    std::string code = {};
    bool withheld = false;  // the subject is not told of it today
    bool operator==(const Holder& other) const { return kind == other.kind && code == other.code; }
    auto operator<=>(const Holder& other) const {
        return std::tie(kind, code) <=> std::tie(other.kind, other.code);
    }
};

// Whoever was told of the item, looked it up, filed or decided it; the subject and the deciding
// authority are not among them, who know by the act itself. In the order of their codes.
Result<std::vector<Holder>> holders_of(sql::Session& session, const RepairCase& repair,
                                       std::string_view filed_by,
                                       const std::vector<Holder>& looked);

// Ids of the orders that ever went with the item of the case, and of those among the named that are
// the subject's: whoever was shown one of them is told.
Result<std::vector<std::string>> orders_going_with(sql::Session& session, const RepairCase& repair,
                                                   const std::vector<std::string>& named);

// Adds a telling for each, and the clock that names those who do not acknowledge in time; the
// subject reads who they are, but for those that are withheld from it.
Result<void> tell_holders(Step& step, const access::Occasion& occasion,
                          const std::vector<Holder>& holders, std::string_view what);

// How far the news has come.
struct Spread {
    std::vector<ledger::Told> open;    // not acknowledged yet
    std::optional<Instant> closed_at;  // when the last acknowledged; none while one is open
    int told = 0;

    bool closed() const { return open.empty(); }
};

// Of the act that decided the case; nobody before it was decided.
Result<Spread> spread_of(sql::Session& session, const RepairCase& repair);

}  // namespace credit::repair
