#include "http/consents/consents.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/purpose.h"
#include "catalogue/offices/authority.h"
#include "consents/consent.h"
#include "consents/consent_item.h"
#include "consents/consent_register.h"
#include "consents/give_consent.h"
#include "consents/read_within.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/lookup_session.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/named_subject.h"
#include "law/library.h"
#include "ledger/act.h"
#include "lookups/lookup_register.h"
#include "lookups/subject_view.h"
#include "publicity/shown_thing.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using consents::Consent;

JsonObject told_item(const Context& context, consents::ConsentItem item) {
    const std::string id(consents::name_of(item));
    auto object = told_word(context, "consents.item." + id);
    object.erase("word");
    object["id"] = id;
    return object;
}

std::string_view state_of(const Consent& consent, Date day) {
    if (consent.revoked()) return "revoked";
    return consent.holds(day) ? "running" : "over";
}

JsonObject told_purpose(const Context& context, const std::string& id) {
    JsonObject object{{"id", id}};
    const auto* const purpose = context.desk.catalogue().purposes.find(id);
    if (purpose == nullptr) return object;
    object["zh"] = purpose->zh;
    object["en"] = purpose->en;
    return object;
}

// The day of birth that a person's own number says; the number itself is kept nowhere. None of an
// organisation. Refused "consents.not_your_number".
Result<std::optional<Date>> read_birth(const JsonObject& body, const Request& request,
                                       const Context& context) {
    const auto named =
        TRY(read_named_subject(context, body, "identifier", day_of(request.received_at)));
    if (!named) return std::nullopt;
    if (named->key.text() != request.caller.subject_key) {
        return fail(ErrorCode::Refused, "consents.not_your_number", {}, "/identifier");
    }
    return named->born_on;
}

Result<consents::ConsentProposal> read_proposal(const Request& request, const Context& context) {
    const auto body =
        TRY(read_body(request, {"bank", "purpose", "items", "through_on", "identifier"}));
    consents::ConsentProposal proposal;
    proposal.bank = TRY(read_text(body, "bank"));
    proposal.purpose = TRY(read_text(body, "purpose"));
    const auto* const items = TRY(read_array(body, "items"));
    proposal.items = TRY(consents::read_items(*items));
    const auto through_on = TRY(read_optional_text(body, "through_on"));
    if (through_on && !through_on->empty()) {
        proposal.through_on = TRY(calendar::parse_typed_date(*through_on));
    }
    proposal.born_on = TRY(read_birth(body, request, context));
    return proposal;
}

Result<JsonObject> consent_after(const Request& request, const Context& context,
                                 const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "consent"));
    const auto consent = TRY(consents::read_consent(*object));
    auto answer = told_consent(context, consent, day_of(request.received_at));
    answer["act"] = act.id;
    return answer;
}

Result<Response> give_consent(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "give_consent", {}));
    const auto proposal = TRY(read_proposal(request, context));
    const auto act = TRY(context.desk.perform(caller_of(request), request.caller.subject_key,
                                              [&](const access::Occasion& occasion) {
                                                  return consents::give_consent(occasion, proposal);
                                              }));
    const auto answer = TRY(consent_after(request, context, act));
    return json_response(answer, 201);
}

Result<Response> revoke_consent(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "revoke_consent", {}));
    const auto act = TRY(context.desk.perform(
        caller_of(request), request.caller.subject_key, [&](const access::Occasion& occasion) {
            return consents::revoke_consent(occasion, request.path_values.front());
        }));
    const auto answer = TRY(consent_after(request, context, act));
    return json_response(answer);
}

// All, the newest first: a subject has few.
Result<Response> read_own_consents(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_own_consents", {}));
    const Date day = day_of(request.received_at);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    for (const auto& each :
         TRY(consents::ConsentRegister(*lease).of_subject(request.caller.subject_key))) {
        items.push_back(told_consent(context, each, day));
    }
    return json_response({{"items", std::move(items)}});
}

// Look-ups under the consent, of one page of all that there were since it was given: the page may
// hold few of them, or none, and yet a further one follow.
Result<void> add_uses(JsonObject& answer, const Request& request, Context& context,
                      const Consent& consent, const PageRequest& page) {
    const Date today = day_of(request.received_at);
    const auto sought = TRY(sought_by(request, context));
    const auto sessions = TRY(LookupSessions::open(context));
    const lookups::Span span{.before = page.after, .from = consent.given_at};
    auto seen = TRY(sessions.view(today).page(sought, span, page.limit));
    JsonArray uses;
    for (const auto& each : seen.lookups) {
        if (!each.kept.lookup.shown.starts_with(consent.consent_id)) continue;
        const auto things = TRY(publicity::things_shown(
            *sessions.store, context.desk.catalogue(), sought.subject_key, each.kept.lookup.shown));
        uses.push_back(told(context, each, things, today));
    }
    answer["uses"] = std::move(uses);
    if (!seen.next.empty()) answer["next"] = cursor_of(seen.next);
    return {};
}

Result<Response> read_own_consent(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_own_consent", {}));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto consent = TRY(consents::ConsentRegister(*lease).find(request.caller.subject_key,
                                                                    request.path_values.front()));
    auto answer = told_consent(context, consent, day_of(request.received_at));
    TRY(add_uses(answer, request, context, consent, page));
    return json_response(answer);
}

bool admits_consent(const Context& context, std::string_view purpose, Date day) {
    return context.desk.catalogue()
        .purposes
        .refusals(purpose, consents::consent_ground, access::id_of(access::Role::Bank), day)
        .empty();
}

JsonArray banks_on(const Context& context, Date day) {
    JsonArray banks;
    const auto& catalogue = context.desk.catalogue();
    for (const auto& office : catalogue.authorities.all()) {
        if (!office.is_body() || !office.validity.covers(day)) continue;
        auto told = told_authority(context, office.code);
        JsonArray purposes;
        for (const auto& each : catalogue.purposes.all()) {
            if (!admits_consent(context, each.id, day)) continue;
            if (consents::may_be_given(catalogue, office.code, each.id, day)) {
                purposes.emplace_back(each.id);
            }
        }
        if (purposes.empty()) continue;
        told["purposes"] = std::move(purposes);
        banks.push_back(std::move(told));
    }
    return banks;
}

JsonArray purposes_on(const Context& context, Date day) {
    JsonArray all;
    const auto& purposes = context.desk.catalogue().purposes;
    for (const auto& purpose : purposes.all()) {
        if (admits_consent(context, purpose.id, day)) {
            all.push_back(told_purpose(context, purpose.id));
        }
    }
    return all;
}

Result<Response> read_consent_choices(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_consent_choices", {}));
    const Date day = day_of(request.received_at);
    JsonArray items;
    for (const auto item : consents::all_items()) items.push_back(told_item(context, item));
    const auto& law = context.desk.law();
    const auto longest = TRY(law.period("consent.longest", day));
    const auto last = law.calendar().last_day_of(longest, day).day;
    return json_response({{"banks", banks_on(context, day)},
                          {"purposes", purposes_on(context, day)},
                          {"items", std::move(items)},
                          {"latest_last_day", calendar::to_text(last)},
                          {"person", request.caller.subject_key.starts_with('P')}});
}

}  // namespace

JsonObject told_consent(const Context& context, const Consent& consent, Date day) {
    JsonArray items;
    for (const auto item : consent.items) items.push_back(told_item(context, item));
    JsonObject object{{"consent", consent.consent_id},
                      {"bank", told_authority(context, consent.bank)},
                      {"purpose", told_purpose(context, consent.purpose)},
                      {"items", std::move(items)},
                      {"given_at", told(consent.given_at)},
                      {"from_on", calendar::to_text(consent.from_on)},
                      {"through_on", calendar::to_text(consent.through_on)},
                      {"state", state_of(consent, day)}};
    if (consent.revoked_at) object["revoked_at"] = told(*consent.revoked_at);
    return object;
}

std::span<const Operation> consent_operations() {
    static const std::array operations{
        Operation{.id = "read_own_consents",
                  .path = "/v1/account/consents",
                  .handler = read_own_consents},
        step("give_consent", "/v1/account/consents", BodyKind::Json, give_consent),
        Operation{.id = "read_own_consent",
                  .path = "/v1/account/consents/{consent}",
                  .query = {"cursor", "limit"},
                  .handler = read_own_consent},
        step("revoke_consent", "/v1/account/consents/{consent}/revocation", BodyKind::None,
             revoke_consent),
        Operation{.id = "read_consent_choices",
                  .path = "/v1/account/consent-choices",
                  .handler = read_consent_choices},
    };
    return operations;
}

}  // namespace credit::http
