#include "http/consents/read_consents.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/permits.h"
#include "consents/consent.h"
#include "consents/consent_item.h"
#include "consents/consent_register.h"
#include "consents/read_within.h"
#include "consents/statement_form.h"
#include "desk/desk.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/catalogue/page.h"
#include "http/consents/consents.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/record_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/subject_answer.h"
#include "identity/subject_key.h"
#include "log/signed_statement.h"
#include "lookups/lookup.h"
#include "lookups/shown.h"
#include "publicity/subject_view.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using consents::Consent;
using consents::ConsentItem;

struct Asked {
    lookups::Reason reason;
    std::vector<ConsentItem> items;  // none: all of the consent
    std::string name;                // of a person
};

Result<Asked> read_question(const Request& request) {
    const auto body = TRY(read_body(request, {"purpose", "items", "case", "officer", "name"}));
    Asked asked;
    asked.reason.purpose = TRY(read_text(body, "purpose"));
    asked.reason.ground = consents::consent_ground;
    asked.reason.case_number = TRY(read_optional_text(body, "case")).value_or("");
    asked.reason.officer = TRY(read_optional_text(body, "officer")).value_or("");
    asked.name = TRY(read_optional_text(body, "name")).value_or("");
    if (!body.contains("items")) return asked;
    const auto* const items = TRY(read_array(body, "items"));
    asked.items = TRY(consents::read_items(*items));
    return asked;
}

Result<Consent> consent_asked_of(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    consents::ConsentRegister consents(*lease);
    const auto& consent_id = request.path_values.front();
    const auto home = TRY(consents.home_of(consent_id));
    return consents.find(home, consent_id);
}

Grounds judge(const Request& request, const Context& context, const Consent& consent,
              const Asked& asked) {
    const Date day = day_of(request.received_at);
    auto grounds = consents::judge_reading(
        context.desk.catalogue(), consent,
        {.bank = request.caller.authority, .purpose = asked.reason.purpose, .items = asked.items},
        day);
    if (request.caller.authority == consent.bank) judge_case(grounds, asked.reason, day);
    return grounds;
}

// Nothing is left that was not consented to.
void keep_items(publicity::SubjectView& view, const std::vector<ConsentItem>& items) {
    const auto has = [&](ConsentItem item) {
        return std::ranges::find(items, item) != items.end();
    };
    std::erase_if(view.listings, [&](const publicity::ShownListing& each) {
        return !has(consents::item_of_colour(each.colour));
    });
    std::erase_if(view.records, [&](const publicity::ShownRecord& each) {
        const auto item = consents::item_of_kind(each.kind);
        return !item || !has(*item);
    });
    if (!has(ConsentItem::Orders)) view.orders.clear();
    if (!has(ConsentItem::Commitments)) view.commitments.clear();
    if (!has(ConsentItem::Registration)) view.state.clear();
}

Result<publicity::SubjectView> view_within(Context& context, const Consent& consent,
                                           const Asked& asked, Date day) {
    const auto subject = TRY(identity::SubjectKey::parse(consent.subject_key));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    auto view = TRY(publicity::view_subject(*lease, context.desk.catalogue(), context.desk.law(),
                                            {.subject = subject,
                                             .name = asked.name,
                                             .viewer = publicity::Viewer::Consented,
                                             .day = day}));
    keep_items(view, asked.items);
    return view;
}

// The subject's information and under what it was given. No word on what to make of it.
JsonObject statement_of(const Request& request, const Context& context, const Consent& consent,
                        const Asked& asked, const publicity::SubjectView& view) {
    auto data = subject_answer(view, day_of(request.received_at), false);
    for (const auto* const member : {"view", "listed_today"}) data.erase(member);
    return {{"format", "xinheng-consent-statement-1"},
            {"register", context.desk.keys().origin},
            {"consent", consent.consent_id},
            {"bank", consent.bank},
            {"purpose", consent.purpose},
            {"case", asked.reason.case_number},
            {"items", consents::names_of(asked.items)},
            {"read_at", told(request.received_at)},
            {"subject", std::move(data)}};
}

lookups::Lookup lookup_under(const Request& request, const Asked& asked,
                             const identity::SubjectKey& subject, const Consent& consent,
                             const publicity::SubjectView& view) {
    auto lookup = lookup_of(request, subject, asked.reason);
    lookup.shown = consent.consent_id;
    const auto ids = ids_shown(view);
    if (ids != lookups::nothing_shown) lookup.shown += " " + ids;
    return lookup;
}

// Data of exactly the consented items, as the register holds them today. The look-up is durable
// before the answer leaves, and the consent is looked at again after that: what was revoked
// meanwhile is not answered.
Result<Response> read_with_consent(const Request& request, Context& context) {
    auto asked = TRY(read_question(request));
    TRY(access::authorise(request.caller, "read_with_consent", request.caller.authority,
                          asked.reason.purpose));
    const auto consent = TRY(consent_asked_of(request, context));
    auto grounds = judge(request, context, consent, asked);
    if (!grounds.empty()) return refuse(std::move(grounds));
    if (asked.items.empty()) asked.items = consent.items;
    const auto subject = TRY(identity::SubjectKey::parse(consent.subject_key));
    const auto view = TRY(view_within(context, consent, asked, day_of(request.received_at)));
    auto lookup = lookup_under(request, asked, subject, consent, view);
    auto told = statement_of(request, context, consent, asked, view);
    told["receipt"] = lookup.id;
    const auto statement = to_text(told);
    const auto& keys = context.desk.keys();
    auto response = json_response(
        {{"receipt", lookup.id},
         {"statement", statement},
         {"signature",
          JsonObject{{"key", log::statement_verifier(keys, consents::statement_form).to_text()},
                     {"value", log::sign_statement(keys, consents::statement_form, statement)}}}});
    lookup.digest = crypto::sha256(bytes_of(response.body));
    TRY(record_lookup(context, std::move(lookup)));
    const auto after = TRY(consent_asked_of(request, context));
    grounds = judge(request, context, after, asked);
    if (!grounds.empty()) return refuse(std::move(grounds));
    return response;
}

Result<Response> read_consents(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_consents", request.caller.authority));
    const Date day = day_of(request.received_at);
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto given = TRY(consents::ConsentRegister(*lease).given_to(
        request.caller.authority, page.after, static_cast<std::int64_t>(page.limit) + 1));
    const bool more = given.size() > page.limit;
    if (more) given.resize(page.limit);
    JsonArray items;
    for (const auto& each : given) items.push_back(told_consent(context, each, day));
    return page_response(std::move(items), given.empty() ? "" : given.back().consent_id, more);
}

Result<Response> read_consent_key(const Request& /*request*/, Context& context) {
    const auto& keys = context.desk.keys();
    return json_response(
        {{"key", log::statement_verifier(keys, consents::statement_form).to_text()},
         {"note", log::note_of_key(keys, consents::statement_form)}});
}

}  // namespace

std::span<const Operation> consent_reading_operations() {
    static const std::array operations{
        Operation{.id = "read_consents",
                  .path = "/v1/consents",
                  .query = {"cursor", "limit"},
                  .handler = read_consents},
        Operation{.id = "read_with_consent",
                  .method = Method::Post,
                  .path = "/v1/consents/{consent}/data",
                  .body = BodyKind::Json,
                  .handler = read_with_consent},
        Operation{.id = "read_consent_key",
                  .path = "/v1/consent-key",
                  .token = Token::Optional,
                  .handler = read_consent_key},
    };
    return operations;
}

}  // namespace credit::http
