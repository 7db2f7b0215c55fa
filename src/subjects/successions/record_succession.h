// Recording a merger or a split (登记合并、分立), and annulling what was recorded wrongly.
//
// One act under each side, all in one transaction: each holds the whole, so that each side's own
// acts say where it came from and what it went into, and each side has a notice of its own.
//
// Law:     civil-code-2020 arts. 64, 67 — a legal person's changes are registered
//          gb-32100-2015 — the first character of a code says who registers its bearer
// Reading: decision 0220: by whoever registers the successors; organisations alone

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "subjects/successions/succession.h"

namespace credit::subjects {

// An organisation as the document names it.
struct NamedSide {
    std::optional<identity::SubjectKey> key = {};  // none: the identifier leads to no subject
    std::string name = {};
};

struct SuccessionProposal {
    SuccessionKind kind = SuccessionKind::Absorption;
    Date from_on{};
    std::string document_number = {};
    std::vector<NamedSide> predecessors = {};
    std::vector<NamedSide> successors = {};
};

// The keys under which it is decided, in their order; the authority's own where nothing that was
// named is an organisation, which is refused.
std::vector<std::string> homes_of(const SuccessionProposal& proposal, std::string_view authority);

// Where one of the acts stands.
struct SuccessionPlace {
    std::string_view home_key;
    std::string_view succession_id;
};

// "subjects.record_succession". Refused, in this order: "subjects.side_not_organisation",
// "subjects.side_unknown", "subjects.side_name_disagrees" (each with the side's pointer),
// "subjects.side_repeated", "subjects.sides_do_not_fit", "subjects.succession_day_ahead",
// "subjects.succession_document_missing", "subjects.not_registering_authority",
// "subjects.succession_recorded_already", "subjects.side_ended_before". NotPermitted without the
// right.
Result<ledger::Draft> record_succession(const access::Occasion& occasion,
                                        const SuccessionPlace& place,
                                        const SuccessionProposal& proposal);

struct Annulment {
    std::string document_number = {};
    std::string reasons = {};
};
// "subjects.annul_succession". Refused "subjects.succession_annulled_already",
// "subjects.succession_not_yours", "subjects.succession_document_missing",
// "subjects.succession_reasons_missing".
Result<ledger::Draft> annul_succession(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment);

// The step of an annulment that was judged elsewhere: upheld, an objection of one side is an act
// under each of the others. Refused "subjects.succession_annulled_already".
Result<Succession> succession_annulled(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment);
Result<ledger::Draft> follow_annulment(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment);

// Of all of them.
Result<void> apply_succession(sql::Session& session, const ledger::Act& act);

}  // namespace credit::subjects
