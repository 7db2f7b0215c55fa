// Steps (名单程序): every act about a listing holds the listing as it stands after it.
//
// So one apply writes the rows of all of them, and rebuilding a listing is reading its last act.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/running.h"
#include "lists/listing.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::lists {

struct Step {
    std::string_view kind;  // of the act: "lists.propose_listing"
    Listing listing;        // as it stands after the step
    Date happened_on{};
    JsonObject said = {};                       // what was given with it: facts, words, papers
    std::vector<ledger::Running> running = {};  // those that ran end with every step
    JsonArray told = {};                        // whoever was shown it, and of what
    std::optional<notices::ServiceStep> service = {};  // of its prior notice or its decision
};

ledger::Draft draft_of(const Step& step);
// What such an act holds; also within the body of an act that does more than this step.
JsonObject body_of(const Step& step);

// Of every act kind that begins with "lists.".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);
// The rows of a step that stands within the body of another act.
Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body);

// The listing as it is found within the act's transaction, with its standard. NotFound
// "lists.no_such_listing".
struct Found {
    Listing listing;
    const catalogue::ListStandard& standard;
};
Result<Found> find_listing(const access::Occasion& occasion, std::string_view subject_key,
                           std::string_view listing_id);

// "lists.out_of_order" unless the listing is in one of the states.
void require_state(Grounds& grounds, const Listing& listing, std::initializer_list<State> states);
// "lists.authority_not_competent" unless the caller's authority has one of the standard's functions
// at its level on that day; "lists.not_your_listing" unless it, or one it succeeds, proposed.
void require_competence(Grounds& grounds, const access::Occasion& occasion,
                        const catalogue::ListStandard& standard);
void require_own(Grounds& grounds, const access::Occasion& occasion, const Listing& listing);

}  // namespace credit::lists
