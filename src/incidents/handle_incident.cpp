#include "incidents/handle_incident.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "incidents/incident_register.h"
#include "incidents/step.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::incidents {
namespace {

constexpr std::array<std::pair<std::string Account::*, std::string_view>, 5> needed{
    {{&Account::cause, "incidents.cause_missing"},
     {&Account::harm, "incidents.harm_missing"},
     {&Account::steps, "incidents.steps_missing"},
     {&Account::protection, "incidents.protection_missing"},
     {&Account::contact, "incidents.contact_missing"}}};

void require_known_kinds(Grounds& grounds, const Account& account) {
    require(grounds, std::ranges::all_of(account.kinds, is_kind), "incidents.kind_unknown");
}

// The step, its right, and the grounds of every step of the authority that opened it.
Result<Step> begin(const access::Occasion& occasion, std::string_view right, std::string_view kind,
                   const Which& which, Grounds& grounds) {
    TRY(access::authorise(occasion.principal, right, occasion.principal.authority));
    auto step = TRY(step_of(occasion, kind, which));
    require_open_and_own(grounds, occasion, step.incident);
    step.said = {{"officer", occasion.principal.account}};
    return step;
}

// Who answers for the authority today: itself, or whoever took over its work.
std::string answering_for(const access::Occasion& occasion, const std::string& authority) {
    const auto current = occasion.catalogue.authorities.current(authority, occasion.day);
    return current ? (*current)->code : authority;
}

Result<bool> any(Result<std::vector<std::string>> keys) {
    return !TRY(std::move(keys)).empty();
}

}  // namespace

Result<ledger::Draft> open_incident(const access::Occasion& occasion, const Account& account,
                                    Date discovered_on) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "open_incident", authority));
    // personal-information-protection-law-2021 art. 57(1): kinds, cause and harm; steps taken and
    // what those concerned can do; whom to ask.
    Grounds grounds;
    require(grounds, !account.kinds.empty(), "incidents.kinds_missing");
    require_known_kinds(grounds, account);
    for (const auto& [member, word] : needed) require(grounds, !(account.*member).empty(), word);
    require(grounds, discovered_on <= occasion.day, "incidents.discovered_in_future");
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "incidents.open_incident", .incident = {}, .happened_on = occasion.day};
    step.incident.home_key = home_of_authority(authority);
    step.incident.incident_id = occasion.act_id + "-1";
    step.incident.authority = authority;
    step.incident.account = account;
    step.incident.discovered_on = discovered_on;
    step.incident.opened_on = occasion.day;
    step.said = {{"officer", occasion.principal.account}};
    TRY(start_report(occasion, step, discovered_on));
    TRY(start_telling(occasion, step, discovered_on));
    return draft_of(step);
}

Result<ledger::Draft> supplement_incident(const access::Occasion& occasion, const Which& which,
                                          const Account& account) {
    Grounds grounds;
    auto step = TRY(
        begin(occasion, "supplement_incident", "incidents.supplement_incident", which, grounds));
    bool supplemented = !account.kinds.empty();
    if (supplemented) step.incident.account.kinds = account.kinds;
    for (const auto& [member, word] : needed) {
        if ((account.*member).empty()) continue;
        step.incident.account.*member = account.*member;
        supplemented = true;
    }
    require(grounds, supplemented, "incidents.nothing_supplemented");
    require_known_kinds(grounds, account);
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(step);
}

Result<ledger::Draft> report_incident(const access::Occasion& occasion, const Which& which,
                                      std::string_view department,
                                      std::string_view document_number) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "report_incident", "incidents.report_incident", which, grounds));
    const auto* const told = TRY(occasion.catalogue.authorities.find(department, occasion.day));
    require(grounds, !step.incident.reported_on, "incidents.reported_already");
    // personal-information-protection-law-2021 art. 60
    require(grounds, told->has_function("cyberspace"), "incidents.not_the_department");
    require(grounds, !document_number.empty(), "incidents.document_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.incident.reported_on = occasion.day;
    step.incident.reported_to = told->code;
    step.said["document_number"] = document_number;
    step.ends = {report_clock};
    step.told.push_back({.code = told->code, .what = "incident_reported"});
    return draft_of(step);
}

Result<ledger::Draft> except_telling(const access::Occasion& occasion, const Which& which,
                                     std::string_view measures, std::string_view reasons) {
    Grounds grounds;
    auto step = TRY(begin(occasion, "except_telling", "incidents.except_telling", which, grounds));
    // personal-information-protection-law-2021 art. 57(2): the department is told all the same,
    // since it may order that persons be told.
    require(grounds, step.incident.reported_on.has_value(), "incidents.not_reported");
    require(grounds, !step.incident.excepted_on || step.incident.ordered_on,
            "incidents.excepted_already");
    require(grounds, !step.incident.ordered_on, "incidents.telling_ordered");
    require(grounds, !measures.empty(), "incidents.measures_missing");
    require(grounds, !reasons.empty(), "incidents.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.incident.excepted_on = occasion.day;
    step.incident.tell_due_on.reset();
    step.said["measures"] = measures;
    step.said["reasons"] = reasons;
    step.ends = {tell_clock};
    step.told.push_back(
        {.code = answering_for(occasion, step.incident.reported_to), .what = "incident_excepted"});
    return draft_of(step);
}

Result<ledger::Draft> order_telling(const access::Occasion& occasion, const Which& which,
                                    std::string_view document_number, std::string_view reasons) {
    TRY(access::authorise(occasion.principal, "order_telling", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "incidents.order_telling", which));
    const auto& incident = step.incident;
    Grounds grounds;
    require(grounds, !incident.closed_on, "incidents.closed_already");
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, incident.reported_to),
        "incidents.not_reported_to_you");
    require(grounds, incident.excepted_on.has_value(), "incidents.not_excepted");
    require(grounds, !incident.ordered_on, "incidents.telling_ordered");
    require(grounds, !document_number.empty(), "incidents.document_missing");
    require(grounds, !reasons.empty(), "incidents.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.incident.ordered_on = occasion.day;
    step.incident.completed_on.reset();
    step.said = {{"officer", occasion.principal.account},
                 {"document_number", document_number},
                 {"reasons", reasons}};
    TRY(start_telling(occasion, step, occasion.day));
    step.told.push_back({.code = answering_for(occasion, step.incident.authority),
                         .what = "incident_telling_ordered",
                         .due_on = step.incident.tell_due_on});
    return draft_of(step);
}

Result<ledger::Draft> complete_telling(const access::Occasion& occasion, const Which& which) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "complete_telling", "incidents.complete_telling", which, grounds));
    IncidentRegister incidents(occasion.session);
    const auto& id = step.incident.incident_id;
    require(grounds, step.incident.must_tell(), "incidents.need_not_tell");
    if (!grounds.empty()) return refuse(std::move(grounds));
    require(grounds, !step.incident.completed_on, "incidents.completed_already");
    const bool concerned = TRY(any(incidents.concerned({.incident_id = id})));
    require(grounds, concerned, "incidents.nobody_concerned");
    const bool untold = TRY(any(incidents.not_told({.incident_id = id})));
    require(grounds, !untold, "incidents.untold_remain");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.incident.completed_on = occasion.day;
    step.incident.tell_due_on.reset();
    step.ends = {tell_clock};
    return draft_of(step);
}

Result<ledger::Draft> close_incident(const access::Occasion& occasion, const Which& which,
                                     std::string_view document_number, std::string_view lessons) {
    Grounds grounds;
    auto step = TRY(begin(occasion, "close_incident", "incidents.close_incident", which, grounds));
    IncidentRegister incidents(occasion.session);
    const auto& incident = step.incident;
    require(grounds, incident.reported_on.has_value(), "incidents.not_reported");
    if (incident.must_tell()) {
        require(grounds, incident.completed_on.has_value(), "incidents.telling_not_complete");
        const bool untold = TRY(any(incidents.not_told({.incident_id = incident.incident_id})));
        require(grounds, !untold, "incidents.untold_remain");
    }
    // decision 0174: whoever was told was reached, or is named as not reached.
    const bool unreached =
        TRY(any(incidents.not_reached({.incident_id = incident.incident_id}, occasion.day)));
    require(grounds, !unreached, "incidents.unreached_remain");
    require(grounds, !document_number.empty(), "incidents.document_missing");
    require(grounds, !lessons.empty(), "incidents.lessons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.incident.closed_on = occasion.day;
    step.said["document_number"] = document_number;
    step.said["lessons"] = lessons;
    step.ends = {report_clock, tell_clock};
    return draft_of(step);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    const Which which{.home_key = clock.subject_key, .incident_id = clock.about_id};
    auto step = TRY(step_of(occasion, "incidents.name_overdue", which));
    Grounds grounds;
    require(grounds, !step.incident.closed_on, "incidents.closed_already");
    require(grounds, occasion.day > clock.due_on, "incidents.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const bool of_report = clock.kind == report_clock;
    step.incident.overdue_on = occasion.day;
    const auto silent = answering_for(occasion, step.incident.authority);
    step.said = {{"silent", silent}, {"since", calendar::to_text(clock.due_on)}};
    step.ends = {of_report ? report_clock : tell_clock};
    step.told.push_back({.code = silent,
                         .what = of_report ? "incident_not_reported" : "incident_not_told",
                         .due_on = clock.due_on});
    return draft_of(step);
}

}  // namespace credit::incidents
