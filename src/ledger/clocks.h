// Clocks (法定期限): statutory periods as rows, which the clerk performs when they fall due.
//
// Written by the apply of an act alone, so that rebuild arrives at the same rows.

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

// Rows that are worked off are spread over this many buckets by their subject.
inline constexpr std::int64_t buckets = 16;
std::int64_t bucket_of(std::string_view key);

struct StatutoryClock {
    std::string subject_key;
    std::string clock_id;                     // act id and ordinal: "01J…-1"
    std::string kind;                         // what falls due: "notices.defence_window"
    std::string about_id;                     // the listing, record or objection it is about
    Date due_on{};                            // the last day of the period
    std::string article;                      // "administrative-penalty-law-2021 art. 44"
    std::string act_id;                       // that set it
    std::optional<std::string> done_by = {};  // the act that cleared it or performed it
};

// Conflict "sql.taken" when the clock stands already.
Result<void> set_clock(sql::Session& session, const StatutoryClock& clock);
// Clears one clock; nothing happens when it is cleared already.
Result<void> clear_clock(sql::Session& session, std::string_view subject_key,
                         std::string_view clock_id, std::string_view done_by);
// Clears what still runs about a thing; an empty kind means every kind. Returns how many.
Result<std::int64_t> clear_clocks_about(sql::Session& session, std::string_view subject_key,
                                        std::string_view about_id, std::string_view kind,
                                        std::string_view done_by);
using ClockVisitor = std::function<Result<void>(const StatutoryClock&)>;

// Open clocks whose period ended on `last_day` or before.
struct DueQuery {
    std::int64_t bucket = 0;
    Date last_day{};
    std::int64_t limit = 0;
    std::optional<StatutoryClock> after = {};  // the last one seen; none: from the first
};

// By day, subject and id.
Result<std::vector<StatutoryClock>> due_clocks(sql::Session& session, const DueQuery& query);
// Whether it is open still: for whoever read it before he had the lock of its subject.
Result<bool> is_running(sql::Session& session, const StatutoryClock& clock);
// Open clocks that an act before `set_before` set, whose period ends on `first_day` or later.
struct SetQuery {
    std::int64_t bucket = 0;
    Date first_day{};
    std::string set_before;
    std::int64_t limit = 0;
    std::optional<StatutoryClock> after = {};  // the last one seen; none: from the first
};

// By day, subject and id.
Result<std::vector<StatutoryClock>> clocks_set_before(sql::Session& session, const SetQuery& query);
// All clocks of a subject, open and done.
Result<void> visit_clocks_of(sql::Session& session, std::string_view subject_key,
                             const ClockVisitor& visitor);

}  // namespace credit::ledger
