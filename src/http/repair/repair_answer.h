// What is answered about repair cases and outlooks, with the sentences and articles behind them.

#pragma once

#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "repair/outlook.h"
#include "repair/repair_case.h"
#include "sql/session.h"

namespace credit::law {
class Library;
}
namespace credit::words {
class Catalogue;
}

namespace credit::http {

// The case without saying whose it is, whether it is closed, and who is overdue.
Result<JsonObject> case_answer(sql::Session& session, const repair::RepairCase& repair, Date day);
// The same with its steps, and, for the subject, the openings of what was sealed.
Result<JsonObject> case_with_steps(sql::Session& session, const repair::RepairCase& repair,
                                   Date day);

struct OutlookTelling {
    const law::Library& law;
    const words::Catalogue& words;
    Date today{};
    Date on{};
};
JsonObject outlook_answer(const std::vector<repair::Outlook>& outlooks,
                          const OutlookTelling& telling);

}  // namespace credit::http
