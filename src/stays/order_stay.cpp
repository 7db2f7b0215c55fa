#include "stays/order_stay.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/article_in_force.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "sql/session.h"
#include "stays/item.h"
#include "stays/stay.h"
#include "stays/stay_register.h"

namespace credit::stays {
namespace {

constexpr std::string_view expiry_clock = "stays.expiry";

bool supervises(const access::Principal& principal) {
    return principal.role == access::Role::CreditOffice;
}

// guobanfa-2020-49: by the authorities that the measure's own article names.
bool carried_out_by(const catalogue::Measure& measure, const catalogue::Authority& authority) {
    return std::ranges::any_of(measure.implementers, [&](const std::string& function) {
        return function == "all_departments" || function == "permit_authority" ||
               authority.has_function(function);
    });
}

void judge_measure(Grounds& grounds, const access::Occasion& occasion,
                   const StayProposal& proposal) {
    const auto* const measure = occasion.catalogue.measures.find(proposal.measure);
    const auto office = occasion.catalogue.authorities.find(proposal.implementer, occasion.day);
    const bool known = measure != nullptr && measure->in_force(occasion.day) && office.has_value();
    require(grounds, known, "stays.no_such_measure");
    require(grounds, !known || carried_out_by(*measure, **office), "stays.not_its_measure");
    require(grounds, supervises(occasion.principal), "stays.not_yours");
}

Result<void> judge_item(Grounds& grounds, const access::Occasion& occasion,
                        std::string_view subject_key, const StayProposal& proposal) {
    const auto item = TRY(find_item(occasion.session, subject_key, proposal.item_id, occasion.day));
    require(grounds,
            proposal.scope == Scope::Item || carries(occasion.catalogue, item, proposal.measure),
            "stays.no_such_duty");
    require(grounds,
            supervises(occasion.principal) || occasion.catalogue.authorities.succeeds(
                                                  occasion.principal.authority, item.decided_by),
            "stays.not_yours");
    require(grounds, item.in_force, "stays.item_over");
    return {};
}

Result<void> judge_form(Grounds& grounds, const access::Occasion& occasion,
                        const StayProposal& proposal) {
    const Date day = occasion.day;
    require(grounds, law::is_article_in_force(occasion.law, proposal.article, day),
            "stays.article_missing");
    require(grounds, !proposal.officer.empty() && !proposal.office.empty(),
            "stays.officer_missing");
    require(grounds, !proposal.document_number.empty(), "stays.document_missing");
    require(grounds, !proposal.reasons.empty(), "stays.reasons_missing");
    require(grounds, proposal.through_on.has_value(), "stays.expiry_missing");
    if (!proposal.through_on) return {};
    require(grounds, *proposal.through_on >= day, "stays.expiry_past");
    const auto longest = TRY(occasion.law.period("stay.longest", day));
    const auto last = occasion.law.calendar().last_day_of(longest, day).day;
    require(grounds, *proposal.through_on <= last, "stays.too_long", {calendar::to_text(last)});
    return {};
}

bool same_target(const Stay& stay, const StayProposal& proposal) {
    return stay.scope == proposal.scope && stay.item_id == proposal.item_id &&
           stay.measure == proposal.measure;
}

JsonArray told(const Stay& stay, const access::Occasion& occasion, std::string_view decided_by) {
    JsonArray codes;
    for (const auto code : {std::string_view(stay.implementer), decided_by}) {
        if (code.empty() || code == occasion.principal.authority) continue;
        const auto office = occasion.catalogue.authorities.current(code, occasion.day);
        codes.emplace_back(office ? (*office)->code : std::string(code));
    }
    return codes;
}

ledger::Draft draft_of(std::string_view kind, const access::Occasion& occasion, const Stay& stay,
                       JsonObject body) {
    body["stay"] = to_json(stay);
    return {.kind = std::string(kind),
            .home_key = stay.home_key,
            .occurred_on = occasion.day,
            .body = to_text(body)};
}

// Who decided the item; empty for a measure at an authority.
Result<std::string> decided_by(const access::Occasion& occasion, const Stay& stay) {
    if (stay.scope == Scope::Measure) return std::string();
    const auto item = TRY(find_item(occasion.session, stay.home_key, stay.item_id, occasion.day));
    return item.decided_by;
}

Result<ledger::Draft> ended(const access::Occasion& occasion, std::string_view kind, Stay stay,
                            JsonObject said) {
    stay.ended_on = occasion.day;
    stay.ended_at = occasion.received_at;
    const auto decided = TRY(decided_by(occasion, stay));
    said["what"] = "stay_over";
    said["told"] = told(stay, occasion, decided);
    return draft_of(kind, occasion, stay, std::move(said));
}

Stay stay_of(const access::Occasion& occasion, std::string_view home_key,
             const StayProposal& proposal, Date through_on) {
    return {.home_key = std::string(home_key),
            .stay_id = occasion.act_id + "-1",
            .scope = proposal.scope,
            .item_id = proposal.item_id,
            .measure = proposal.measure,
            .implementer = proposal.implementer,
            .ordered_by = occasion.principal.authority,
            .article = proposal.article,
            .document_number = proposal.document_number,
            .officer = proposal.officer,
            .office = proposal.office,
            .ordered_at = occasion.received_at,
            .from_on = occasion.day,
            .through_on = through_on};
}

Result<void> tell(sql::Session& session, const ledger::Act& act, const JsonObject& body,
                  const Stay& stay) {
    const auto what = TRY(read_text(body, "what"));
    std::vector<ledger::Recipient> recipients;
    for (const auto& code : *TRY(read_array(body, "told"))) {
        recipients.push_back({.code = std::string(code.as_string()), .what = what});
    }
    return ledger::tell_recipients(session, act, {.home_key = stay.home_key, .id = stay.stay_id},
                                   recipients);
}

}  // namespace

Result<std::string> home_of(sql::Session& session, const StayProposal& proposal) {
    if (proposal.scope == Scope::Measure) return home_of_implementer(proposal.implementer);
    return home_of_item(session, proposal.item_id);
}

Result<ledger::Draft> order_stay(const access::Occasion& occasion, std::string_view home_key,
                                 const StayProposal& proposal) {
    TRY(access::authorise(occasion.principal, "order_stay", occasion.principal.authority));
    Grounds grounds;
    if (proposal.scope == Scope::Measure) {
        judge_measure(grounds, occasion, proposal);
    } else {
        TRY(judge_item(grounds, occasion, home_key, proposal));
    }
    TRY(judge_form(grounds, occasion, proposal));
    const auto others = TRY(StayRegister(occasion.session).live_of_home(home_key));
    require(grounds,
            std::ranges::none_of(others,
                                 [&](const Stay& other) {
                                     return other.stands(occasion.day) &&
                                            same_target(other, proposal);
                                 }),
            "stays.stands_already");
    if (!grounds.empty() || !proposal.through_on) return refuse(std::move(grounds));

    const auto stay = stay_of(occasion, home_key, proposal, *proposal.through_on);
    const auto decided = TRY(decided_by(occasion, stay));
    return draft_of("stays.order_stay", occasion, stay,
                    {{"what", "stay_ordered"},
                     {"reasons", proposal.reasons},
                     {"told", told(stay, occasion, decided)}});
}

Result<ledger::Draft> lift_stay(const access::Occasion& occasion, std::string_view home_key,
                                std::string_view stay_id, const Lifting& lifting) {
    const auto& principal = occasion.principal;
    TRY(access::authorise(principal, "lift_stay", principal.authority));
    auto stay = TRY(StayRegister(occasion.session).find(home_key, stay_id));
    Grounds grounds;
    require(grounds, stay.stands(occasion.day), "stays.over_already");
    require(grounds,
            supervises(principal) ||
                occasion.catalogue.authorities.succeeds(principal.authority, stay.ordered_by),
            "stays.not_yours");
    require(grounds, !lifting.document_number.empty(), "stays.document_missing");
    require(grounds, !lifting.reasons.empty(), "stays.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    stay.ended_as = "lifted";
    return ended(occasion, "stays.lift_stay", std::move(stay),
                 {{"document_number", lifting.document_number}, {"reasons", lifting.reasons}});
}

Result<ledger::Draft> expire_stay(const access::Occasion& occasion,
                                  const ledger::StatutoryClock& clock) {
    auto stay = TRY(StayRegister(occasion.session).find(clock.subject_key, clock.about_id));
    Grounds grounds;
    require(grounds, !stay.ended_on, "stays.over_already");
    require(grounds, occasion.day > stay.through_on, "stays.not_yet_over");
    if (!grounds.empty()) return refuse(std::move(grounds));
    stay.ended_as = "expired";
    return ended(occasion, "stays.expire_stay", std::move(stay), {});
}

Result<void> apply_stay(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "stay"));
    const auto stay = TRY(read_stay(*object));
    TRY(StayRegister(session).save(stay));
    if (stay.ended_on) {
        TRY(ledger::clear_clocks_about(session, stay.home_key, stay.stay_id, "", act.id));
    } else {
        TRY(ledger::set_clock(session, {.subject_key = stay.home_key,
                                        .clock_id = act.id + "-1",
                                        .kind = std::string(expiry_clock),
                                        .about_id = stay.stay_id,
                                        .due_on = stay.through_on,
                                        .article = stay.article,
                                        .act_id = act.id}));
    }
    return tell(session, act, body, stay);
}

}  // namespace credit::stays
