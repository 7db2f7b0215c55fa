// Offer to take an application as an objection (建议按异议办理): what it says is that the item is
// wrong, and nobody waits or commits itself in order to have an error corrected.
//
// The applicant consents, or says nothing and the application goes on: no clock stops for an offer.
// With the consent the case is closed, and an objection stands in its place.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — what is wrong is objected to
//          guobanfa-2025-22 — repair is of what is right
// Reading: decision 0116: two channels; taken as an objection with the applicant's consent
//          decision 0244: who offers, who consents, and from when the days count

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/item.h"

namespace credit::repair {

// One thing that the application holds against the item.
struct OfferedPoint {
    std::string aspect;  // as objections name them
    std::string said;    // in the applicant's words
};

struct ObjectionOffer {
    std::vector<OfferedPoint> points;
    std::string reasons;  // why it is no matter of repair
};

// "repair.offer_objection", from Applied or Accepted, by who decides it or the window that took it.
// Refused: out_of_order, not_your_case, reasons_missing, person_in_words.
Result<ledger::Draft> offer_objection(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view case_id,
                                      const ObjectionOffer& offer);

// The case, closed, as it stands within the act that files the objection.
struct TakenAsObjection {
    JsonObject body;
    ItemKind item_kind = ItemKind::Record;
    std::string item_id;
    std::vector<OfferedPoint> points;  // of the newest offer
};

// By the subject's account, or at the window that brought it. NotFound "repair.no_such_case" for
// another subject; refused: out_of_order, nothing_offered, not_brought_by_you,
// authorisation_missing, authorisation_in_future, person_in_words.
Result<TakenAsObjection> take_as_objection(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const std::optional<Authorisation>& authorisation);

}  // namespace credit::repair
