// Steps of a repair case (修复程序): every act about a case holds the case as it stands after it,
// what the subject is told, what follows for the item, the clocks that begin and who is told.
//
// So one apply writes the rows of all of them, and rebuilding a case is reading its last act.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "repair/effect/effect.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "sql/session.h"

namespace credit::repair {

struct Step {
    std::string_view kind;   // of the act: "repair.decide_repair"
    RepairCase repair = {};  // as it stands after the step
    Date happened_on{};
    JsonObject told = {};  // what the subject is told: outcome, reasons, grounds, remedy, days
    JsonObject said = {};  // what was given with it: papers, findings, documents
    std::optional<Effect> effect = {};
    // Those of the case end with every step, unless it says which; those about other things (a
    // listing that stands again) are only begun.
    std::vector<ledger::Running> running = {};
    // Of the case where it is handed over, of the item where it is over.
    std::vector<ledger::Recipient> tellings = {};
    std::string clears = {};  // the kind of clock that ends with it; empty: all of the case
};

ledger::Draft draft_of(const Step& step);
JsonObject body_of(const Step& step);

// Of every act kind that begins with "repair.", save "repair.open_sealed".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);
// The same of a body that stands within another act of the same home.
Result<void> apply_body(sql::Session& session, const ledger::Act& act, JsonObject body);

// What the item is called, for whoever reads of it: never whose it is.
JsonObject about_json(const Item& item);

// "repair.out_of_order" unless the case is in one of the states.
void require_state(Grounds& grounds, const RepairCase& repair, std::initializer_list<State> states);
// "repair.not_your_case" unless the caller's authority decides it, or took over who did.
void require_own(Grounds& grounds, const access::Occasion& occasion, const RepairCase& repair);
// "repair.person_in_words" when one of them holds the number of a resident identity card: an act
// holds none.
void require_no_person(Grounds& grounds, std::initializer_list<std::string_view> words, Date day);

ItemReading reading_of(const access::Occasion& occasion);

}  // namespace credit::repair
