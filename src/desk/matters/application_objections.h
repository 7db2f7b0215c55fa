// Applications for repair that are taken as objections (修复申请转为异议): objections and repair do
// not know each other, so the one act that closes the case and files the objection is made here.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — what is wrong is objected to
// Reading: decision 0116: with the applicant's consent
//          decision 0244: who offers, who consents, and from when the days count

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/objection.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/offer_objection.h"
#include "sql/session.h"

namespace credit::desk {

// As repair::offer_objection; also refused as the points of an objection are.
Result<ledger::Draft> offer_objection(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view case_id,
                                      const repair::ObjectionOffer& offer);

struct ConsentToObjection {
    std::optional<repair::Authorisation> authorisation;  // at a window
    std::vector<objections::Point> points;  // in the applicant's own words; none: as offered
    std::vector<std::string> files;         // evidence, by id
};

// "objections.file_objection", with the case as it is closed by it: the item is held and the days
// of the answer count from this moment. As repair::take_as_objection and
// objections::file_objection.
Result<ledger::Draft> consent_to_objection(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const ConsentToObjection& consent);
Result<void> apply_file_objection(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
