#include "measures/end_order.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "measures/order_register.h"
#include "measures/order_step.h"
#include "measures/restraint_order.h"

namespace credit::measures {
namespace {

constexpr std::string_view annulled_as = "annulled";
constexpr std::string_view repaired_as = "repaired";
constexpr std::array<std::string_view, 5> reasons{"performed", "corrected", "decision_changed",
                                                  "court_order", annulled_as};

// The step that would leave the order as it is.
Result<OrderStep> step_of(const access::Occasion& occasion, std::string_view kind,
                          std::string_view subject_key, std::string_view order_id) {
    auto order = TRY(OrderRegister(occasion.session).find(subject_key, order_id));
    const auto* const measure = occasion.catalogue.measures.find(order.measure);
    CHECK(measure != nullptr);
    return OrderStep{.kind = kind,
                     .order = std::move(order),
                     .happened_on = occasion.day,
                     .article = article_of(*measure)};
}

void require_standing(Grounds& grounds, const RestraintOrder& order) {
    require(grounds, !order.ended_on, "measures.already_ended");
}

// sd-social-credit-regulation-2020 art. 40: an error never waits, whether or not the order still
// binds (decision 0232).
void require_not_annulled(Grounds& grounds, const RestraintOrder& order) {
    require(grounds, order.ended_as != annulled_as, "measures.already_ended");
}

bool own(const access::Occasion& occasion, const RestraintOrder& order) {
    const auto& authorities = occasion.catalogue.authorities;
    const std::string& caller = occasion.principal.authority;
    if (authorities.succeeds(caller, order.authority)) return true;
    const auto office = authorities.find(caller, occasion.day);
    return office && (*office)->has_function("courts");
}

Result<ledger::Draft> hold(const access::Occasion& occasion, OrderStep step, bool held,
                           std::string_view reason) {
    Grounds grounds;
    require_standing(grounds, step.order);
    // luzhengfa-2017-44 item 20: whoever keeps the register may stop what must be verified, and it
    // goes on by who decided it.
    const bool keeps = held && occasion.principal.role == access::Role::CreditOffice;
    require(grounds, keeps || own(occasion, step.order), "measures.not_your_order");
    require(grounds, step.order.held_by.has_value() != held,
            held ? "measures.already_held" : "measures.not_held");
    // guobanfa-2025-22: what a repair holds stands again by its evaluation alone.
    if (!held && step.order.held_by) {
        const auto by =
            TRY(ledger::kind_of_act(occasion.session, step.order.subject_key, *step.order.held_by));
        require(grounds, by == "measures.suspend_order", "measures.held_by_repair");
    }
    require(grounds, !reason.empty(), "measures.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.order.held_by = held ? std::optional(occasion.act_id) : std::nullopt;
    step.said = {{"reason", reason}};
    return draft_of(step);
}

void set_ended(OrderStep& step, std::string_view as) {
    step.order.ended_on = step.order.ended_on.value_or(step.happened_on);
    step.order.ended_as = as;
    step.order.held_by = std::nullopt;
}

}  // namespace

Result<ledger::Draft> end_order(const access::Occasion& occasion, std::string_view subject_key,
                                std::string_view order_id, const OrderEnding& ending) {
    TRY(access::authorise(occasion.principal, "end_order", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "measures.end_order", subject_key, order_id));
    Grounds grounds;
    if (ending.reason == annulled_as) {
        require_not_annulled(grounds, step.order);
    } else {
        require_standing(grounds, step.order);
    }
    require(grounds, own(occasion, step.order), "measures.not_your_order");
    require(grounds, std::ranges::find(reasons, ending.reason) != reasons.end(),
            "measures.end_reason");
    require(grounds, !ending.document_number.empty(), "measures.document_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    set_ended(step, ending.reason);
    step.said = {{"document_number", ending.document_number}, {"words", ending.words}};
    // luzhengfa-2017-44 item 20: whoever was shown it is told.
    const auto told =
        TRY(lookups::told_ended(occasion, ending.reached, ending.reason, step.order.authority));
    step.told = lookups::to_json(told);
    if (!told.empty()) step.said["told_openly"] = lookups::told_openly(ending.reached);
    return draft_of(step);
}

Result<JsonObject> annulled(const access::Occasion& occasion, std::string_view subject_key,
                            std::string_view order_id) {
    auto step = TRY(step_of(occasion, "measures.end_order", subject_key, order_id));
    Grounds grounds;
    require_not_annulled(grounds, step.order);
    if (!grounds.empty()) return refuse(std::move(grounds));
    set_ended(step, annulled_as);
    return body_of(step);
}

Result<JsonObject> shortened(const access::Occasion& occasion, std::string_view subject_key,
                             std::string_view order_id, Date through_on) {
    auto step = TRY(step_of(occasion, "measures.end_order", subject_key, order_id));
    Grounds grounds;
    // Of a repaired one it is the day until which it would stand again.
    if (step.order.ended_as != repaired_as) require_standing(grounds, step.order);
    const auto last = step.order.last_day();
    require(grounds, !last || through_on < *last, "measures.end_not_earlier");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.order.through_on = through_on;
    return body_of(step);
}

Result<ledger::Draft> suspend_order(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view order_id, std::string_view reason) {
    TRY(access::authorise(occasion.principal, "suspend_order", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "measures.suspend_order", subject_key, order_id));
    return hold(occasion, std::move(step), true, reason);
}

Result<ledger::Draft> resume_order(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view order_id, std::string_view reason) {
    TRY(access::authorise(occasion.principal, "resume_order", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "measures.resume_order", subject_key, order_id));
    return hold(occasion, std::move(step), false, reason);
}

Result<ledger::Draft> expire_order(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view order_id) {
    auto step = TRY(step_of(occasion, "measures.expire_order", subject_key, order_id));
    Grounds grounds;
    require_standing(grounds, step.order);
    const auto last = step.order.last_day();
    require(grounds, last && occasion.day > *last, "measures.not_yet_over");
    if (!grounds.empty()) return refuse(std::move(grounds));
    set_ended(step, "expired");
    return draft_of(step);
}

Result<ledger::Draft> expire_due(const access::Occasion& occasion,
                                 const ledger::StatutoryClock& clock) {
    return expire_order(occasion, clock.subject_key, clock.about_id);
}

}  // namespace credit::measures
