#include "notices/record_service.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "notices/notice.h"
#include "notices/notice_kind.h"
#include "notices/service.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::notices {
namespace {

void require_own(Grounds& grounds, const access::Occasion& occasion, const Notice& notice) {
    require(grounds,
            occasion.catalogue.authorities.succeeds(occasion.principal.authority, notice.authority),
            "notices.not_your_notice");
}

ServiceStep step_of(const Notice& notice, std::string_view outcome, std::string_view method,
                    Date happened_on) {
    return {.subject_key = notice.subject_key,
            .notice_id = notice.notice_id,
            .outcome = std::string(outcome),
            .method = std::string(method),
            .happened_on = happened_on};
}

ledger::Draft draft_of(std::string_view kind, const Notice& notice, const ServiceStep& step,
                       const JsonObject& said) {
    JsonObject body{{"service", to_json(step)}, {"about", notice.about_id}};
    for (const auto& [name, value] : said) body[name] = value;
    return {.kind = std::string(kind),
            .home_key = notice.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body)};
}

// By the last that was found of it: what was taken for served may come back.
Result<bool> is_served(sql::Session& session, const Notice& notice) {
    bool served = false;
    for (const auto& step : TRY(ServiceRegister(session).of_notice(notice))) {
        if (step.outcome == "served" || step.outcome == "failed") served = step.outcome == "served";
    }
    return served;
}

Result<bool> has_outcome(sql::Session& session, const Notice& notice, std::string_view outcome) {
    const auto steps = TRY(ServiceRegister(session).of_notice(notice));
    return std::ranges::any_of(steps,
                               [&](const ServiceStep& step) { return step.outcome == outcome; });
}

void append(Grounds& grounds, Grounds more) {
    for (auto& ground : more) grounds.push_back(std::move(ground));
}

}  // namespace

JsonObject to_json(const ServiceStep& step) {
    JsonObject object{{"notice", step.notice_id},
                      {"outcome", step.outcome},
                      {"method", step.method},
                      {"happened_on", calendar::to_text(step.happened_on)}};
    if (step.counts_from) object["counts_from"] = calendar::to_text(*step.counts_from);
    return object;
}

Grounds judge_failure(const FailedService& failed, Date day) {
    Grounds grounds;
    require(grounds, is_method(failed.method), "lists.service_method");
    require(grounds, failed.failed_on <= day, "notices.failed_in_future");
    require(grounds, !failed.reason.empty(), "notices.failure_without_reason");
    return grounds;
}

Result<ServiceFacts> facts_of(const access::Occasion& occasion, const Notice& notice,
                              Date served_on) {
    ServiceRegister services(occasion.session);
    return ServiceFacts{.day = occasion.day,
                        .in_account_since = day_of(notice.made_at),
                        .consents = TRY(services.consents_on(notice.subject_key, served_on)),
                        .failed_methods = TRY(services.failed_methods(
                            notice.subject_key, notice.about_id, notice.word))};
}

Result<ledger::Draft> record_service(const access::Occasion& occasion, const Notice& notice,
                                     const Service& service) {
    TRY(access::authorise(occasion.principal, "record_service", occasion.principal.authority));
    Grounds grounds;
    require_own(grounds, occasion, notice);
    require(grounds, kind_of(notice.word).serving != Serving::OwnStep,
            "notices.served_by_its_own_step");
    const bool served = TRY(is_served(occasion.session, notice));
    require(grounds, !served, "notices.served_already");
    const auto facts = TRY(facts_of(occasion, notice, service.served_on));
    append(grounds, TRY(judge_service(service, facts, occasion.law)));
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step = step_of(notice, "served", service.method, service.served_on);
    step.counts_from = TRY(counts_from(service, occasion.law));
    return draft_of("notices.record_service", notice, step,
                    {{"proof", service.proof.empty() ? notice.notice_id : service.proof},
                     {"reason", service.reason}});
}

Result<ledger::Draft> record_failed_service(const access::Occasion& occasion, const Notice& notice,
                                            const FailedService& failed) {
    TRY(access::authorise(occasion.principal, "record_failed_service",
                          occasion.principal.authority));
    Grounds grounds;
    require_own(grounds, occasion, notice);
    require(grounds, kind_of(notice.word).serving != Serving::OwnStep,
            "notices.served_by_its_own_step");
    append(grounds, judge_failure(failed, occasion.day));
    if (!grounds.empty()) return refuse(std::move(grounds));
    JsonObject said{{"reason", failed.reason}};
    const bool served = TRY(is_served(occasion.session, notice));
    if (served && kind_of(notice.word).serving == Serving::ToBeServed) said["to_serve"] = true;
    return draft_of("notices.record_failed_service", notice,
                    step_of(notice, "failed", failed.method, failed.failed_on), said);
}

Result<ledger::Draft> record_reading(const access::Occasion& occasion, const Notice& notice) {
    TRY(access::authorise(occasion.principal, "record_reading", occasion.principal.authority));
    if (TRY(has_outcome(occasion.session, notice, "read"))) {
        return refuse({{.word = "notices.read_already"}});
    }
    return draft_of("notices.record_reading", notice,
                    step_of(notice, "read", "account", occasion.day), {});
}

Result<void> apply_service(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    if (!body.contains("service")) return {};
    const auto* const object = TRY(read_object(body, "service"));
    ServiceStep step{.subject_key = act.home_key,
                     .act_id = act.id,
                     .notice_id = TRY(read_text(*object, "notice")),
                     .outcome = TRY(read_text(*object, "outcome")),
                     .method = TRY(read_text(*object, "method"))};
    step.happened_on = TRY(calendar::read_date(*object, "happened_on"));
    step.counts_from = TRY(calendar::read_optional_date(*object, "counts_from"));
    ServiceRegister services(session);
    TRY(services.save(step));
    if (body.contains("to_serve")) return services.take_up_again(act.home_key, step.notice_id);
    return {};
}

}  // namespace credit::notices
