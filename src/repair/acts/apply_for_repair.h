// Application for repair (申请信用修复): taken at one place for every item, handed to the authority
// that decided the item on the same day.
//
// A subject applies by its account; an officer at any service window takes it for a subject on
// proof of authorisation, as an agent has it too. It is free of charge. Nobody is turned away for
// coming early or with papers missing: the register says what it finds, the authority decides.
//
// Law:     guobanfa-2025-22 — one entrance, pushed promptly; who found it repairs it; no fee;
// agents
//          only with authorisation
//          luzhengfa-2017-44 item 19 — persons may repair through public service
// Reading: decision 0161: an application is always taken, and dispatched the day it came

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/item.h"
#include "repair/repair_case.h"

namespace credit::repair {

// A paper and the file it is kept in.
struct Paper {
    std::string paper = {};  // "performance_proof", "commitment", "further_proof"
    std::string file = {};   // opaque id
};

// Public service (公益服务) as an authority certified it. The hours are its words, and are never
// added to others.
struct ServiceCertificate {
    std::string number = {};
    std::string authority = {};  // code
    Date issued_on{};
    std::string hours = {};
};

// The ruling that approves a plan or a settlement (批准重整计划、认可和解协议的裁定).
struct CourtRuling {
    std::string number = {};
    std::string court = {};  // code
    Date ruled_on{};
    Date completes_on{};  // the day by which the plan is to be carried out
};

// The paper by which somebody acts for the subject: its number, never who.
struct Authorisation {
    std::string number = {};
    Date given_on{};
};

struct Application {
    ItemKind item_kind = ItemKind::Record;
    std::string item_id = {};
    std::string name = {};  // of the subject, at a window: as confirmation, never kept
    std::string words = {};
    std::vector<Paper> papers = {};
    std::optional<ServiceCertificate> service = {};
    std::optional<CourtRuling> ruling = {};
    std::optional<Authorisation> authorisation = {};  // at a window
};

// The papers an application for the item must have, and what stands for each where it may.
std::vector<std::string> papers_missing(const Item& item, const Application& application);

// As acts hold it.
JsonObject to_json(const Authorisation& authorisation);
// guobanfa-2025-22: whoever comes for the subject brings its authorisation. Adds
// "repair.authorisation_missing", "repair.authorisation_in_future".
void require_authorisation(Grounds& grounds, const access::Occasion& occasion,
                           const std::optional<Authorisation>& authorisation);

// "repair.apply_for_repair", homed at the subject; its case is the act's id with "-1". NotFound
// "repair.no_such_item" for what is not the subject's. Refused "repair.does_not_stand" alone; else,
// in this order: nothing_to_repair, applied_already, identity_not_confirmed, authorisation_missing,
// authorisation_in_future, paper_unknown, file_missing, service_for_persons,
// certificate_incomplete, certificate_in_future, certificate_authority, ruling_for_organisations,
// ruling_incomplete, ruling_in_future, ruling_court, person_in_words.
Result<ledger::Draft> apply_for_repair(const access::Occasion& occasion,
                                       std::string_view subject_key,
                                       const Application& application);

// The last day of the subject's term without repair after false material, where one runs or ran.
Result<std::optional<Date>> waits_through(sql::Session& session, std::string_view subject_key);

}  // namespace credit::repair
