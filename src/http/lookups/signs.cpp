#include "http/lookups/signs.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/lookups/lookup_session.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "identity/identifier.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup_register.h"
#include "lookups/signs/close_sign.h"
#include "lookups/signs/protected_subject.h"
#include "lookups/signs/sign.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

// What an auditor reads without saying from when: today and the week before.
constexpr std::chrono::days usual_span{7};

Result<Response> audit_lookups(const Request& request, Context& context) {
    const auto& authority = request.caller.authority;
    TRY(access::authorise(request.caller, "audit_lookups", authority));
    const auto asked = TRY(read_page(request));
    auto span = TRY(span_of(request.parameter("from"), request.parameter("through"), asked.after));
    if (request.parameter("from").empty()) {
        span.from = start_of(day_of(request.received_at) - usual_span);
    }
    auto lease = TRY(lookups::lease_settled(context.lookup_pools));
    lookups::LookupRegister looked(*lease);
    auto all = TRY(waiting_at(
        context.desk.catalogue().authorities, authority,
        [&](std::string_view code) -> Result<std::vector<lookups::KeptLookup>> {
            return TRY(looked.by_authority(code, span, asked.limit + 1)).lookups;
        },
        [](const lookups::KeptLookup& each) { return each.lookup.id; }, std::ranges::greater{}));
    const bool more = all.size() > asked.limit;
    if (more) all.resize(asked.limit);
    JsonArray items;
    for (const auto& kept : all) {
        items.push_back(told_to_auditor(context, kept, day_of(request.received_at)));
    }
    return page_response(std::move(items), all.empty() ? "" : all.back().lookup.id, more);
}

JsonObject told_sign(const Context& context, const lookups::Sign& sign) {
    JsonObject object{{"sign", sign.sign_id},
                      {"kind", told_word(context, "lookups.sign." + sign.kind)},
                      {"happened_on", calendar::to_text(sign.happened_on)},
                      {"raised_on", calendar::to_text(sign.raised_on)},
                      {"account", sign.account},
                      {"about", sign.about}};
    JsonArray receipts;
    for (std::string_view left = sign.lookups; !left.empty();) {
        const auto end = left.find(' ');
        receipts.emplace_back(left.substr(0, end));
        left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
    }
    object["receipts"] = std::move(receipts);
    object["state"] = sign.closed_on ? "closed" : "open";
    if (!sign.closed_on) return object;
    object["closed_on"] = calendar::to_text(*sign.closed_on);
    object["finding"] = told_word(context, "lookups.finding." + sign.finding.value_or(""));
    object["words"] = sign.words.value_or("");
    return object;
}

Result<Response> read_signs(const Request& request, Context& context) {
    const auto& authority = request.caller.authority;
    TRY(access::authorise(request.caller, "read_signs", authority));
    const auto asked = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    lookups::SignRegister raised(*lease);
    const auto signs = TRY(waiting_at(
        context.desk.catalogue().authorities, authority,
        [&](std::string_view code) {
            return raised.of_authority(code, asked.after,
                                       static_cast<std::int64_t>(asked.limit) + 1);
        },
        &lookups::Sign::sign_id, std::ranges::greater{}));
    JsonArray items;
    std::string last;
    for (const auto& sign : signs) {
        if (items.size() == asked.limit) break;
        items.push_back(told_sign(context, sign));
        last = sign.sign_id;
    }
    return page_response(std::move(items), last, signs.size() > asked.limit);
}

Result<Response> close_sign(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"finding", "words"}));
    const auto finding = TRY(read_optional_text(body, "finding")).value_or("");
    const auto words = TRY(read_words(body, "words", day_of(request.received_at)));
    const auto act = TRY(perform_on(
        request, context, home_in<lookups::SignRegister>,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return lookups::close_sign(occasion, home, id, finding, words);
        }));
    const auto said = TRY(parse_object(act.body));
    const auto sign = TRY(lookups::read_sign(said.at("sign").as_object()));
    auto object = told_sign(context, sign);
    object["act"] = act.id;
    return json_response(object);
}

Result<std::string> subject_in(const JsonObject& body, const Request& request, Context& context) {
    const auto number = TRY(read_text(body, "identifier"));
    const Date day = day_of(request.received_at);
    const auto& identifiers = context.desk.identifiers();
    const auto identifier = TRY(identity::parse_identifier(number, identifiers.reading(day)));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto resolution = TRY(identifiers.resolve(*lease, identifier, day));
    if (!resolution) return fail(ErrorCode::NotFound, "lookups.subject_unknown", {}, "/identifier");
    return std::string(resolution->key.text());
}

Result<Response> protect_subject(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"identifier", "kind"}));
    const auto kind = TRY(read_text(body, "kind"));
    const auto subject = TRY(subject_in(body, request, context));
    const auto act = TRY(
        context.desk.perform(caller_of(request), subject, [&](const access::Occasion& occasion) {
            return lookups::protect_subject(occasion, subject, kind);
        }));
    auto answer = told(act);
    answer["protection"] = act.id + "-1";
    return json_response(answer, 201);
}

Result<Response> end_protection(const Request& request, Context& context) {
    const auto act = TRY(perform_on(
        request, context, home_in<lookups::ProtectionRegister>,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return lookups::end_protection(occasion, home, id);
        }));
    return json_response(told(act));
}

Result<Response> read_protections(const Request& request, Context& context) {
    const auto& authority = request.caller.authority;
    TRY(access::authorise(request.caller, "read_protections", authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    lookups::ProtectionRegister kept(*lease);
    for (const auto& each : TRY(waiting_at(
             context.desk.catalogue().authorities, authority,
             [&](std::string_view code) { return kept.kept_by(code); },
             &lookups::Protection::protection_id))) {
        items.push_back(JsonObject{
            {"protection", each.protection_id},
            {"kind", told_word(context, "lookups.sign." + each.kind)},
            {"from_on", calendar::to_text(each.from_on)},
            {"subject", told_mark(context.desk.keys().hmac, authority, each.subject_key)}});
    }
    return json_response({{"items", std::move(items)}});
}

Operation reading(std::string_view id, std::string_view path, std::vector<std::string_view> query,
                  Handler handler) {
    return {.id = id, .path = path, .query = std::move(query), .handler = handler};
}

}  // namespace

std::span<const Operation> sign_operations() {
    static const std::array operations{
        Operation{.id = "audit_lookups",
                  .path = "/v1/lookups",
                  .pool = Pool::Heavy,
                  .query = {"from", "through", "cursor", "limit"},
                  .handler = audit_lookups},
        reading("read_signs", "/v1/lookups/signs", {"cursor", "limit"}, read_signs),
        step("close_sign", "/v1/lookups/signs/{sign}/closing", BodyKind::Json, close_sign),
        step("protect_subject", "/v1/lookups/protections", BodyKind::Json, protect_subject),
        step("end_protection", "/v1/lookups/protections/{protection}/end", BodyKind::None,
             end_protection),
        reading("read_protections", "/v1/lookups/protections", {}, read_protections),
    };
    return operations;
}

}  // namespace credit::http
