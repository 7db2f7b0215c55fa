// What is answered about repair cases and outlooks, with the sentences and articles behind them.
//
// Who has not acknowledged is who holds the item; a look-up that is withheld is not told by it.
//
// Law: personal-information-protection-law-2021 arts. 18, 35 — when a subject is not told yet

#pragma once

#include <functional>
#include <string>
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

// Whether the reader may not know that the authority of that code holds the item; empty: it may.
using HiddenHolder = std::function<Result<bool>(const std::string& code)>;

// The case without saying whose it is, whether it is closed, and who is overdue: to the reader, of
// whom it may know.
Result<JsonObject> case_answer(sql::Session& session, const repair::RepairCase& repair, Date day,
                               const HiddenHolder& hidden);
// The same with its steps, and, for the subject, the openings of what was sealed.
Result<JsonObject> case_with_steps(sql::Session& session, const repair::RepairCase& repair,
                                   Date day, const HiddenHolder& hidden);

struct OutlookTelling {
    const law::Library& law;
    const words::Catalogue& words;
    Date today{};
    Date on{};
};
JsonObject outlook_answer(const std::vector<repair::Outlook>& outlooks,
                          const OutlookTelling& telling);

}  // namespace credit::http
