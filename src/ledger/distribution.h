// Distribution (分发台账): everyone who is to be told a thing, and what they acknowledged.
//
// Who is to be told follows from acts and is written by their apply; what was sent and acknowledged
// is kept beside it, and stays open until the recipient has acknowledged.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::ledger {

struct Told {
    std::string subject_key;
    std::string distribution_id;  // act id and ordinal
    std::string act_id;           // that is told
    std::string recipient_kind;   // "authority", "node", "bank", "site", "subject"
    std::string recipient;        // its code or opaque id; never an identifier of a person
    std::string about_id;         // the listing or record
    std::string what;             // "listed", "corrected", "removed", "repaired" …
    bool urgent = false;          // correction, removal and repair go first
    std::optional<Date> due_on = {};
    std::optional<Instant> sent_at = {};
    std::optional<Instant> acknowledged_at = {};
    std::string receipt = {};  // what the recipient answered with
};

// Conflict "sql.taken" when the row stands already.
Result<void> tell(sql::Session& session, const Told& told);
Result<void> mark_sent(sql::Session& session, std::string_view subject_key,
                       std::string_view distribution_id, Instant sent_at);
// The recipient's receipt; counts as sent at the same moment when it was not marked before. The
// first one stands.
Result<void> acknowledge(sql::Session& session, std::string_view subject_key,
                         std::string_view distribution_id, Instant acknowledged_at,
                         std::string_view receipt);

using ToldVisitor = std::function<Result<void>(const Told&)>;

// Where a row stands among those of its recipient: places sort as the rows are told, what is urgent
// ahead of the rest.
std::string place_of(const Told& told);

// What one recipient has yet to acknowledge, after that place; at most `limit`.
struct ToldQuery {
    std::string_view recipient_kind;
    std::string_view recipient;
    std::string_view after = {};
    std::int64_t limit = 0;
};
Result<std::vector<Told>> told_to(sql::Session& session, const ToldQuery& query);
// One row of a recipient. NotFound "ledger.not_told".
Result<Told> find_told(sql::Session& session, std::string_view recipient_kind,
                       std::string_view recipient, std::string_view distribution_id);
// What nobody acknowledged although its day is past, after that id; at most `limit`.
Result<std::vector<Told>> overdue(sql::Session& session, Date day, std::string_view after,
                                  std::int64_t limit);
// Who was told about a thing, in the order of the acts.
Result<void> visit_told(sql::Session& session, std::string_view subject_key,
                        std::string_view about_id, const ToldVisitor& visitor);

}  // namespace credit::ledger
