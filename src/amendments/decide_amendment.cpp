#include "amendments/decide_amendment.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "amendments/judge_amendment.h"
#include "amendments/trial.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::amendments {
namespace {

ledger::Draft draft_of(std::string_view kind, const Amendment& amendment, Date day,
                       JsonObject said) {
    JsonObject body{{"amendment", to_json(amendment)}};
    if (!said.empty()) body["said"] = std::move(said);
    return {.kind = std::string(kind),
            .home_key = std::string(catalogue_home),
            .occurred_on = day,
            .body = to_text(body)};
}

// luzhengfa-2017-44 item 18: the office of the province keeps the catalogue.
void require_keeper(Grounds& grounds, const access::Occasion& occasion) {
    const auto office =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    require(grounds,
            office && (*office)->level == catalogue::RegionLevel::Province &&
                (*office)->has_function("credit_office"),
            "amendments.not_the_keeper");
}

// The amendment, while it is drafted, for whoever keeps the catalogue.
Result<Amendment> drafted(const access::Occasion& occasion, std::string_view right,
                          std::string_view id, Grounds& grounds) {
    TRY(access::authorise(occasion.principal, right, occasion.principal.authority));
    auto amendment = TRY(AmendmentRegister(occasion.session).find(id));
    require_keeper(grounds, occasion);
    require(grounds, amendment.state == "drafted", "amendments.not_drafted");
    return amendment;
}

void append(Grounds& grounds, Grounds more) {
    for (auto& ground : more) grounds.push_back(std::move(ground));
}

// luzhengfa-2017-44 item 5, guobanfa-2020-49 item 7: comments first, then both examinations.
void require_examined(Grounds& grounds, const Amendment& amendment) {
    const auto& consultation = amendment.consultation;
    require(grounds, consultation.opened_on.has_value(), "amendments.consultation_missing");
    require(grounds, !consultation.opened_on || consultation.closed_on,
            "amendments.consultation_not_closed");
    require(grounds, amendment.national_on.has_value(), "amendments.national_approval_missing");
    require(grounds, amendment.province_on.has_value(), "amendments.province_approval_missing");
}

}  // namespace

Result<ledger::Draft> draft_amendment(const access::Occasion& occasion, const Drafting& drafting) {
    TRY(access::authorise(occasion.principal, "draft_amendment", occasion.principal.authority));
    const auto trial = TRY(Trial::of(occasion.session, occasion.catalogue, occasion.law,
                                     {.id = occasion.act_id, .content = drafting.content}));
    Grounds grounds;
    require_keeper(grounds, occasion);
    require(grounds, !drafting.title.empty(), "amendments.title_missing");
    require(grounds, !drafting.document_number.empty(), "amendments.document_missing");
    require(grounds, !drafting.reasons.empty(), "amendments.reasons_missing");
    append(grounds, judge_amendment(trial.judging(), occasion.day));
    if (!grounds.empty()) return refuse(std::move(grounds));
    const Amendment amendment{.amendment_id = occasion.act_id,
                              .state = "drafted",
                              .title = drafting.title,
                              .document_number = drafting.document_number,
                              .reasons = drafting.reasons,
                              .local = is_local(trial.judging()),
                              .drafted_by = occasion.principal.account,
                              .drafted_on = occasion.day,
                              .content = drafting.content};
    return draft_of("amendments.draft_amendment", amendment, occasion.day, {});
}

Result<ledger::Draft> open_consultation(const access::Occasion& occasion, std::string_view id,
                                        std::string_view document_number, Date through) {
    Grounds grounds;
    auto amendment = TRY(drafted(occasion, "open_consultation", id, grounds));
    const auto period = TRY(occasion.law.period("lists.standard.consultation", occasion.day));
    const Date enough = occasion.law.calendar().last_day_of(period, occasion.day).day;
    require(grounds, !amendment.consultation.opened_on, "amendments.consultation_opened");
    require(grounds, !document_number.empty(), "amendments.document_missing");
    // guobanfa-2020-49 item 7
    require(grounds, through >= enough, "amendments.consultation_too_short",
            {calendar::to_text(enough)});
    if (!grounds.empty()) return refuse(std::move(grounds));
    amendment.consultation = {.opened_on = occasion.day, .through = through};
    return draft_of("amendments.open_consultation", amendment, occasion.day,
                    {{"document_number", document_number}});
}

Result<ledger::Draft> close_consultation(const access::Occasion& occasion, std::string_view id,
                                         std::string_view document_number,
                                         std::string_view opinions) {
    Grounds grounds;
    auto amendment = TRY(drafted(occasion, "close_consultation", id, grounds));
    const auto& consultation = amendment.consultation;
    require(grounds, consultation.opened_on.has_value(), "amendments.consultation_not_opened");
    require(grounds, !consultation.closed_on, "amendments.consultation_closed");
    if (consultation.through) {
        require(grounds, occasion.day > *consultation.through, "amendments.consultation_running",
                {calendar::to_text(*consultation.through)});
    }
    require(grounds, !document_number.empty(), "amendments.document_missing");
    require(grounds, !opinions.empty(), "amendments.opinions_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    amendment.consultation.closed_on = occasion.day;
    return draft_of("amendments.close_consultation", amendment, occasion.day,
                    {{"document_number", document_number}, {"opinions", opinions}});
}

Result<ledger::Draft> record_approval(const access::Occasion& occasion, std::string_view id,
                                      const Approval& approval) {
    Grounds grounds;
    auto amendment = TRY(drafted(occasion, "record_approval", id, grounds));
    const bool national = approval.of == "national";
    auto& given = national ? amendment.national_on : amendment.province_on;
    const bool known = national || approval.of == "province";
    require(grounds, known, "amendments.approval_of");
    require(grounds, !approval.body.empty(), "amendments.body_missing");
    require(grounds, !approval.document_number.empty(), "amendments.document_missing");
    require(grounds, !known || !given, "amendments.approval_recorded");
    if (!grounds.empty()) return refuse(std::move(grounds));
    given = occasion.day;
    return draft_of("amendments.record_approval", amendment, occasion.day,
                    {{"of", approval.of},
                     {"body", approval.body},
                     {"document_number", approval.document_number}});
}

Result<ledger::Draft> approve_amendment(const access::Occasion& occasion, std::string_view id) {
    Grounds grounds;
    auto amendment = TRY(drafted(occasion, "approve_amendment", id, grounds));
    const auto trial = TRY(Trial::of(occasion.session, occasion.catalogue, occasion.law,
                                     {.id = amendment.amendment_id, .content = amendment.content}));
    require(grounds, amendment.drafted_by != occasion.principal.account, "amendments.same_officer");
    amendment.local = is_local(trial.judging());
    if (amendment.local) require_examined(grounds, amendment);
    append(grounds, judge_amendment(trial.judging(), occasion.day));
    if (!grounds.empty()) return refuse(std::move(grounds));
    amendment.state = "approved";
    amendment.approved_by = occasion.principal.account;
    amendment.approved_on = occasion.day;
    return draft_of("amendments.approve_amendment", amendment, occasion.day, {});
}

Result<ledger::Draft> withdraw_amendment(const access::Occasion& occasion, std::string_view id,
                                         std::string_view reasons) {
    TRY(access::authorise(occasion.principal, "withdraw_amendment", occasion.principal.authority));
    auto amendment = TRY(AmendmentRegister(occasion.session).find(id));
    Grounds grounds;
    require_keeper(grounds, occasion);
    require(grounds, amendment.state == "drafted" || amendment.state == "approved",
            "amendments.over_already");
    // What took force is ended by another amendment alone.
    require(grounds, amendment.state != "approved" || occasion.day < amendment.from(),
            "amendments.in_force");
    require(grounds, !reasons.empty(), "amendments.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    amendment.state = "withdrawn";
    return draft_of("amendments.withdraw_amendment", amendment, occasion.day,
                    {{"reasons", reasons}});
}

Result<void> apply_amendment(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "amendment"));
    const auto amendment = TRY(read_amendment(*object));
    return AmendmentRegister(session).save(amendment);
}

}  // namespace credit::amendments
