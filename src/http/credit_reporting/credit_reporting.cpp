#include "http/credit_reporting/credit_reporting.h"

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/permits.h"
#include "credit_reporting/feed.h"
#include "credit_reporting/feed_item.h"
#include "desk/desk.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/record_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/subject_answer.h"
#include "identity/subject_key.h"
#include "log/signed_statement.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup.h"
#include "lookups/shown.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using credit_reporting::FeedItem;
using credit_reporting::FeedPage;

constexpr int readings_max = 3;

struct Asked {
    lookups::Reason reason;
    credit_reporting::Place from = {};
    std::size_t limit = 0;
};

Result<credit_reporting::Place> read_place(const std::string& cursor) {
    const auto bytes = from_hex(cursor);
    const auto place = bytes ? credit_reporting::Place::parse(text_of(*bytes)) : std::nullopt;
    if (!place) return fail(ErrorCode::InvalidInput, "http.not_a_cursor", {}, "/cursor");
    return *place;
}

Result<Asked> read_question(const Request& request) {
    const auto body = TRY(read_body(request, {"case", "officer", "cursor", "limit"}));
    Asked asked;
    asked.reason.purpose = credit_reporting::purpose;
    asked.reason.ground = credit_reporting::ground;
    asked.reason.case_number = TRY(read_optional_text(body, "case")).value_or("");
    asked.reason.officer = TRY(read_optional_text(body, "officer")).value_or("");
    asked.limit = TRY(read_limit(body));
    if (const auto cursor = TRY(read_optional_text(body, "cursor"))) {
        asked.from = TRY(read_place(*cursor));
    }
    return asked;
}

Result<FeedPage> read_page_of(const Request& request, Context& context, const Asked& asked) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto lookups = TRY(lookups::lease_settled(context.lookup_pools));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    return credit_reporting::read_feed({.session = *lease,
                                        .lookups = *lookups,
                                        .catalogue = context.desk.catalogue(),
                                        .law = context.desk.law(),
                                        .keys = context.desk.keys(),
                                        .agency = request.caller.authority,
                                        .day = day_of(request.received_at)},
                                       asked.from, asked.limit);
}

// One for each organisation of the page, by its key.
using Lookups = std::map<std::string, lookups::Lookup, std::less<>>;

Result<Lookups> lookups_for(const Request& request, const Asked& asked, const FeedPage& page) {
    Lookups lookups;
    for (const auto& item : page.items) {
        auto found = lookups.find(item.subject_key);
        if (found == lookups.end()) {
            const auto key = TRY(identity::SubjectKey::parse(item.subject_key));
            found = lookups.emplace(item.subject_key, lookup_of(request, key, asked.reason)).first;
        }
        lookups::append_shown(found->second.shown, {.id = item.id});
    }
    return lookups;
}

// Of what is not public no more than its id and that it is so.
JsonObject told_item(const FeedItem& item, const std::string& receipt, Date day) {
    JsonObject object{
        {"item", item.id}, {"state", credit_reporting::name_of(item.state)}, {"receipt", receipt}};
    if (!item.listing && !item.record) return object;
    object["name"] = item.name;
    object["unified_social_credit_code"] = item.code;
    if (item.listing) object["listing"] = listing_answer(*item.listing, day);
    if (item.record) object["record"] = record_answer(*item.record, day);
    JsonArray replaces;
    for (const auto& id : item.replaces) replaces.emplace_back(id);
    if (!replaces.empty()) object["replaces"] = std::move(replaces);
    return object;
}

// What is public, and nothing on what to make of it.
JsonObject statement_of(const Request& request, const Context& context, const Asked& asked,
                        const FeedPage& page, const Lookups& lookups) {
    JsonArray items;
    for (const auto& item : page.items) {
        const auto& lookup = lookups.find(item.subject_key)->second;
        items.push_back(told_item(item, lookup.id, day_of(request.received_at)));
    }
    return {{"format", "xinheng-credit-reporting-feed-1"},
            {"register", context.desk.keys().origin},
            {"agency", request.caller.authority},
            {"purpose", asked.reason.purpose},
            {"ground", asked.reason.ground},
            {"case", asked.reason.case_number},
            {"read_at", told(request.received_at)},
            {"from", cursor_of(asked.from.text())},
            {"next", cursor_of(page.next.text())},
            {"items", std::move(items)}};
}

Response answer_of(const Context& context, const JsonObject& statement, const FeedPage& page) {
    const auto text = to_text(statement);
    const auto& keys = context.desk.keys();
    const auto& form = credit_reporting::statement_form;
    return json_response(
        {{"statement", text},
         {"signature", JsonObject{{"key", log::statement_verifier(keys, form).to_text()},
                                  {"value", log::sign_statement(keys, form, text)}}},
         {"next", cursor_of(page.next.text())},
         {"more", page.more}});
}

Result<void> record(Context& context, Lookups& lookups, const Response& response) {
    const auto digest = crypto::sha256(bytes_of(response.body));
    std::vector<lookups::Lookup> all;
    all.reserve(lookups.size());
    for (auto& [key, lookup] : lookups) {
        lookup.digest = digest;
        all.push_back(std::move(lookup));
    }
    return record_lookups(context, std::move(all));
}

Result<bool> still_stands(Context& context, const FeedPage& page) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    return credit_reporting::still_stands(*lease, page);
}

// The look-ups are durable before the page leaves, and only then is it certain that whoever ends an
// item will know that it was told: what changed meanwhile is read again.
Result<Response> read_credit_reporting_feed(const Request& request, Context& context) {
    const auto asked = TRY(read_question(request));
    TRY(access::authorise(request.caller, "read_credit_reporting_feed", request.caller.authority,
                          asked.reason.purpose));
    const Date day = day_of(request.received_at);
    auto grounds =
        credit_reporting::judge_agency(context.desk.catalogue(), request.caller.authority, day);
    judge_case(grounds, asked.reason, day);
    if (!grounds.empty()) return refuse(std::move(grounds));
    for (int reading = 0; reading < readings_max; ++reading) {
        const auto page = TRY(read_page_of(request, context, asked));
        auto lookups = TRY(lookups_for(request, asked, page));
        auto response =
            answer_of(context, statement_of(request, context, asked, page, lookups), page);
        TRY(record(context, lookups, response));
        if (TRY(still_stands(context, page))) return response;
    }
    return fail(ErrorCode::Unavailable, "credit_reporting.changing");
}

Result<Response> read_credit_reporting_key(const Request& /*request*/, Context& context) {
    const auto& keys = context.desk.keys();
    const auto& form = credit_reporting::statement_form;
    return json_response({{"key", log::statement_verifier(keys, form).to_text()},
                          {"note", log::note_of_key(keys, form)}});
}

}  // namespace

std::span<const Operation> credit_reporting_operations() {
    static const std::array operations{
        Operation{.id = "read_credit_reporting_feed",
                  .method = Method::Post,
                  .path = "/v1/credit-reporting-feed",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .handler = read_credit_reporting_feed},
        Operation{.id = "read_credit_reporting_key",
                  .path = "/v1/credit-reporting-key",
                  .token = Token::Optional,
                  .handler = read_credit_reporting_key},
    };
    return operations;
}

}  // namespace credit::http
