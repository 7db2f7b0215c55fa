// Reporting of cases (报送办件): "coverage.report_cases", by the authority that decided them.
//
// A report says the same however often it is sent: what stands stays. A case that had not been
// checked may be sent again after it was; then what the look-ups show now is a further fact.
//
// Law:     luzhengfa-2017-44 items 4, 26
// Reading: decision 0188

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "coverage/reported_case.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::coverage {

inline constexpr std::size_t rows_max = 2000;

// The first check on a subject in a case.
struct Seen {
    std::string lookup_id;
    Date looked_on{};
};

// As it was sent, with what the look-ups showed.
struct CaseRow {
    std::string matter;
    std::string case_number;
    std::string subject_key;  // empty: the identifier names nobody, or cannot be read
    std::optional<Date> decided_on = {};
    std::optional<Seen> seen = {};
};
struct CountRow {
    std::string matter;
    std::optional<Date> counted_on = {};
    std::int64_t organisations = 0;
    std::int64_t looked_up = 0;
};

struct Report {
    std::vector<CaseRow> cases;
    std::vector<CountRow> counts;
};

// Homed at the authority. A row is refused "coverage.unknown_matter", "coverage.case_missing",
// "coverage.subject_unknown", "coverage.day_missing", "coverage.day_in_future",
// "coverage.reported_otherwise" (the same case of another subject or day), "coverage.not_a_count",
// and the others are taken. Refused "coverage.nothing_new" when none is new, "coverage.too_many".
Result<ledger::Draft> report_cases(const access::Occasion& occasion, const Report& report);
Result<void> apply_report(sql::Session& session, const ledger::Act& act);

// Whether somebody has to be asked about at the matter: a duty in force hangs on it.
bool must_check(const access::Occasion& occasion, std::string_view matter, Date day);

}  // namespace credit::coverage
