#include "http/tips/handling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "files/evidence.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tips/handle_tip.h"
#include "tips/keep_keys.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::http {
namespace {

using tips::Which;

// Never by what the informant follows it up.
JsonObject shown(const tips::Tip& tip) {
    auto object = tips::to_json(tip);
    for (const auto* const member : {"home", "receipt", "passphrase", "digest", "sealed_key"}) {
        object.erase(member);
    }
    if (!tip.subject_key.empty()) {
        object.erase("subject");
        object["subject_code"] = tip.subject_key.substr(1);
    }
    object["open"] = tip.open();
    return object;
}

// An officer reads what it is named for; the auditor who opened what.
Result<void> may_read(const Request& request, sql::Session& session) {
    if (request.caller.role == access::Role::Auditor) return {};
    const auto handlers = TRY(
        tips::TipRegister(session).handlers_of(tips::home_of_authority(request.caller.authority)));
    if (std::ranges::find(handlers, request.caller.account) != handlers.end()) return {};
    return fail(ErrorCode::NotPermitted, "tips.not_a_handler");
}

Result<JsonArray> openings_of(sql::Session& session, const tips::Tip& tip) {
    JsonArray openings;
    for (const auto& each : TRY(tips::TipRegister(session).openings_of(tip))) {
        openings.push_back(JsonObject{{"opening", each.opening_id},
                                      {"account", each.account},
                                      {"reason", each.reason},
                                      {"opened_on", calendar::to_text(day_of(each.opened_at))}});
    }
    return openings;
}

// Of the authority and of those whose work it took over, by id.
Result<std::vector<tips::Tip>> tips_of(const Request& request, const Context& context,
                                       sql::Session& session, const PageRequest& page) {
    tips::TipRegister tips(session);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    return waiting_at(
        context.desk.catalogue().authorities, request.caller.authority,
        [&](std::string_view code) {
            return tips.at(tips::home_of_authority(code), page.after, limit);
        },
        &tips::Tip::tip_id);
}

Result<Response> read_tips(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_tips", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    TRY(may_read(request, *lease));
    auto tips = TRY(tips_of(request, context, *lease, page));
    const bool more = tips.size() > page.limit;
    if (more) tips.resize(page.limit);
    JsonArray items;
    for (const auto& tip : tips) {
        auto object = shown(tip);
        object["openings"] = TRY(openings_of(*lease, tip));
        items.push_back(std::move(object));
    }
    return page_response(std::move(items), tips.empty() ? "" : tips.back().tip_id, more);
}

Result<tips::Tip> find_tip(const Request& request, const Context& context, sql::Session& session) {
    const auto& tip_id = request.path_values.front();
    tips::TipRegister tips(session);
    const auto home_key = TRY(tips.home_of(tip_id));
    auto tip = TRY(tips.find(home_key, tip_id));
    if (!context.desk.catalogue().authorities.succeeds(request.caller.authority, tip.authority)) {
        return fail(ErrorCode::NotFound, "tips.no_such_tip");
    }
    return tip;
}

Result<Response> read_tip(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_tip", request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto tip = TRY(find_tip(request, context, *lease));
    TRY(may_read(request, *lease));
    auto object = shown(tip);
    object["openings"] = TRY(openings_of(*lease, tip));
    return json_response(object);
}

Result<Response> read_tip_desk(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_tip_desk", request.caller.authority));
    const auto home_key = tips::home_of_authority(request.caller.authority);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    tips::TipRegister tips(*lease);
    JsonArray keys;
    for (const auto& key : TRY(tips.keys_of(home_key))) {
        keys.push_back(JsonObject{{"key", key.key_id},
                                  {"point", to_hex(key.point)},
                                  {"from_on", calendar::to_text(key.from_on)},
                                  {"through_on", calendar::to_text(key.through_on)}});
    }
    const auto handlers = TRY(tips.handlers_of(home_key));
    const bool named = std::ranges::find(handlers, request.caller.account) != handlers.end();
    return json_response({{"keys", std::move(keys)},
                          {"handlers", JsonArray(handlers.begin(), handlers.end())},
                          {"named", named}});
}

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&, const Which&)>;

Result<ledger::Act> perform(const Request& request, Context& context, const Draft& draft) {
    const auto home_of = [&](sql::Session& session, std::string_view) -> Result<std::string> {
        return TRY(find_tip(request, context, session)).home_key;
    };
    return perform_on(
        request, context, home_of,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return draft(occasion, {.home_key = home, .tip_id = id});
        });
}

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const auto act = TRY(perform(request, context, draft));
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "tip"));
    auto answer = shown(TRY(tips::read_tip(*object)));
    answer["act"] = act.id;
    return json_response(answer);
}

// The opening stands before the box leaves.
Result<Response> open_tip(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"reason"}));
    const auto reason = TRY(read_free_text(body, "reason", day_of(request.received_at)));
    TRY(perform(request, context, [&](const access::Occasion& occasion, const Which& which) {
        return tips::open_tip(occasion, which, reason);
    }));
    tips::Tip tip;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        tip = TRY(find_tip(request, context, *lease));
    }
    files::Evidence box;
    box.subject_key = tip.home_key;
    box.digest = tip.digest;
    box.sealed_key = TRY(from_hex(tip.sealed_key));
    Response response;
    response.content_type = "application/octet-stream";
    response.headers.push_back({"Content-Disposition", "attachment"});
    response.headers.push_back({"Cache-Control", "no-store"});
    response.body = TRY(files::open_content(context.files, context.desk.keys(), box));
    return response;
}

Result<Response> accept_tip(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"answer"}));
    const auto answer = TRY(read_free_text(body, "answer", day_of(request.received_at)));
    return perform_step(request, context,
                        [&](const access::Occasion& occasion, const Which& which) {
                            return tips::accept_tip(occasion, which, answer);
                        });
}

Result<Response> refuse_tip(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"ground", "elsewhere", "answer"}));
    tips::Refusal refusal;
    refusal.ground = TRY(read_text(body, "ground"));
    refusal.elsewhere = TRY(read_optional_text(body, "elsewhere")).value_or("");
    refusal.answer = TRY(read_free_text(body, "answer", day_of(request.received_at)));
    return perform_step(request, context,
                        [&](const access::Occasion& occasion, const Which& which) {
                            return tips::refuse_tip(occasion, which, refusal);
                        });
}

Result<Response> conclude_tip(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"finding", "document_number", "answer"}));
    tips::Conclusion conclusion;
    conclusion.finding = TRY(read_text(body, "finding"));
    conclusion.document_number = TRY(read_free_text(body, "document_number", day));
    conclusion.answer = TRY(read_free_text(body, "answer", day));
    return perform_step(request, context,
                        [&](const access::Occasion& occasion, const Which& which) {
                            return tips::conclude_tip(occasion, which, conclusion);
                        });
}

Result<Response> perform_own(const Request& request, Context& context, const desk::Decide& decide) {
    const auto act = TRY(context.desk.perform(
        caller_of(request), tips::home_of_authority(request.caller.authority), decide));
    auto body = TRY(parse_object(act.body));
    body["act"] = act.id;
    return json_response(body, 201);
}

Result<Response> register_tip_key(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"point", "through_on"}));
    tips::NewKey key;
    key.point = TRY(read_text(body, "point"));
    key.through_on = TRY(calendar::read_optional_typed_date(body, "through_on"));
    return perform_own(request, context, [&](const access::Occasion& occasion) {
        return tips::register_key(occasion, key);
    });
}

Result<Response> name_tip_handlers(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"accounts"}));
    const auto accounts = TRY(read_texts(body, "accounts"));
    return perform_own(request, context, [&](const access::Occasion& occasion) {
        return tips::name_handlers(occasion, accounts);
    });
}

}  // namespace

std::span<const Operation> tip_handling_operations() {
    using enum BodyKind;
    static const std::array operations{
        Operation{.id = "read_tips",
                  .path = "/v1/tips",
                  .query = {"cursor", "limit"},
                  .handler = read_tips},
        Operation{.id = "read_tip_desk", .path = "/v1/tips/desk", .handler = read_tip_desk},
        Operation{.id = "read_tip", .path = "/v1/tips/{tip}", .handler = read_tip},
        step("register_tip_key", "/v1/tips/keys", Json, register_tip_key),
        step("name_tip_handlers", "/v1/tips/handlers", Json, name_tip_handlers),
        step("open_tip", "/v1/tips/{tip}/opening", Json, open_tip),
        step("accept_tip", "/v1/tips/{tip}/acceptance", Json, accept_tip),
        step("refuse_tip", "/v1/tips/{tip}/refusal", Json, refuse_tip),
        step("conclude_tip", "/v1/tips/{tip}/conclusion", Json, conclude_tip),
    };
    return operations;
}

}  // namespace credit::http
