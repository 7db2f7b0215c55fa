#include "http/incidents/concerned.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/checks/subject_table.h"
#include "http/context.h"
#include "http/incidents/told_incident.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "incidents/incident_register.h"
#include "incidents/step.h"
#include "incidents/tell_subject.h"
#include "ledger/draft.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "records/record_register.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/subject_register.h"

namespace credit::http {
namespace {

using incidents::Which;

constexpr std::int64_t at_once = 200;        // subjects in one transaction
constexpr std::size_t rows_named_max = 100;  // of rows that name nobody known

// By subject, with the items of each that are concerned.
using Concerned = std::map<std::string, std::vector<std::string>, std::less<>>;

using OfSubject = std::function<Result<ledger::Draft>(const access::Occasion&, const Which&,
                                                      const std::string& subject_key)>;

// How many subjects it was done for; the others had nothing left to be done.
Result<std::int64_t> perform_for(const Request& request, Context& context, const Which& which,
                                 std::span<const std::string> subjects, const OfSubject& draft) {
    std::vector<desk::Work> works;
    for (const auto& subject_key : subjects) {
        works.push_back({.home_key = subject_key,
                         .decide = [&draft, &which, &subject_key](const auto& occasion) {
                             return draft(occasion, which, subject_key);
                         }});
    }
    TRY(context.desk.still_open());
    auto caller = caller_of(request);
    caller.idempotency_key = {};  // each subject's act is recognised by what stands
    const auto acts = TRY(context.desk.perform_together(caller, works));
    return static_cast<std::int64_t>(acts.size());
}

Result<std::int64_t> perform_for_all(const Request& request, Context& context, const Which& which,
                                     const std::vector<std::string>& subjects,
                                     const OfSubject& draft) {
    std::int64_t done = 0;
    const std::span all(subjects);
    constexpr auto step = static_cast<std::size_t>(at_once);
    for (std::size_t at = 0; at < all.size(); at += step) {
        const auto some = all.subspan(at, std::min(step, all.size() - at));
        done += TRY(perform_for(request, context, which, some, draft));
    }
    return done;
}

// Refused here as each subject's act would be: an act that is refused is left out in silence.
Result<void> judge_incident(const Request& request, Context& context, std::string_view right,
                            const Which& which) {
    TRY(access::authorise(request.caller, right, request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto incident =
        TRY(incidents::IncidentRegister(*lease).find(which.home_key, which.incident_id));
    Grounds grounds;
    require(grounds, !incident.closed_on, "incidents.closed_already");
    require(
        grounds,
        context.desk.catalogue().authorities.succeeds(request.caller.authority, incident.authority),
        "incidents.not_yours");
    if (!grounds.empty()) return refuse(std::move(grounds));
    return {};
}

Result<JsonObject> name_all(const Request& request, Context& context, const Which& which,
                            const Concerned& concerned) {
    std::vector<std::string> subjects;
    for (const auto& [subject_key, items] : concerned) subjects.push_back(subject_key);
    const auto named = TRY(perform_for_all(
        request, context, which, subjects,
        [&](const auto& occasion, const Which& whose, const std::string& subject_key) {
            return incidents::name_concerned(occasion, whose, subject_key,
                                             concerned.at(subject_key));
        }));
    return JsonObject{{"incident", which.incident_id}, {"named", named}};
}

Result<std::string> home_of_item(sql::Session& session, std::string_view about,
                                 std::string_view id) {
    if (about == "listing") return lists::ListingRegister(session).home_of(id);
    if (about == "order") return measures::OrderRegister(session).home_of(id);
    if (about == "record") return records::RecordRegister(session).home_of(id);
    return fail(ErrorCode::InvalidInput, "incidents.unknown_about", {}, "/items");
}

Result<Concerned> concerned_by_items(const JsonObject& body, sql::Session& session) {
    Concerned concerned;
    for (const auto& each : *TRY(read_array(body, "items"))) {
        if (!each.is_object()) {
            return fail(ErrorCode::InvalidInput, "json.wrong_type", {"items"}, "/items");
        }
        TRY(refuse_unknown(each.get_object(), {"about", "about_id"}));
        const auto about = TRY(read_text(each.get_object(), "about"));
        auto id = TRY(read_text(each.get_object(), "about_id"));
        const auto subject_key = TRY(home_of_item(session, about, id));
        concerned[subject_key].push_back(std::move(id));
    }
    return concerned;
}

Result<Response> name_concerned_items(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"items"}));
    const auto home_key = TRY(home_of_incident(request, context));
    const Which which{.home_key = home_key, .incident_id = request.path_values.front()};
    TRY(judge_incident(request, context, "name_concerned", which));
    Concerned concerned;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        concerned = TRY(concerned_by_items(body, *lease));
    }
    return json_response(TRY(name_all(request, context, which, concerned)));
}

// The subject of an identifier; none where it is not one, or the register does not know the
// subject: nobody could be told.
Result<std::optional<std::string>> known_subject(Context& context, sql::Session& session,
                                                 std::string_view given, Date day) {
    const auto& identifiers = context.desk.identifiers();
    const auto identifier = identity::parse_identifier(given, identifiers.reading(day));
    if (!identifier) return std::nullopt;
    const auto resolution = TRY(identifiers.resolve(session, *identifier, day));
    if (!resolution) return std::nullopt;
    const auto subject = TRY(subjects::SubjectRegister(session).find(resolution->key));
    if (!subject) return std::nullopt;
    return std::string(resolution->key.text());
}

struct Table {
    Concerned concerned;
    JsonArray unknown_rows;  // by number in the file; never what stood there
};

Result<Table> read_table(const Request& request, Context& context) {
    if (request.file == nullptr) return fail(ErrorCode::InvalidInput, "records.file_empty");
    const Date day = day_of(request.received_at);
    auto rows =
        TRY(SubjectTable::open(request.file->path(), context.desk.identifiers().reading(day)));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    Table table;
    for (const auto* row = TRY(rows.next()); row != nullptr; row = TRY(rows.next())) {
        TRY(context.desk.still_open());
        const auto given = row->digits_lost ? std::string_view() : row->identifier;
        const auto subject = TRY(known_subject(context, *lease, given, day));
        if (subject) {
            table.concerned[*subject];
        } else if (table.unknown_rows.size() < rows_named_max) {
            table.unknown_rows.emplace_back(row->number);
        }
    }
    return table;
}

Result<Response> name_concerned(const Request& request, Context& context) {
    const auto home_key = TRY(home_of_incident(request, context));
    const Which which{.home_key = home_key, .incident_id = request.path_values.front()};
    TRY(judge_incident(request, context, "name_concerned", which));
    auto table = TRY(read_table(request, context));
    auto answer = TRY(name_all(request, context, which, table.concerned));
    answer["unknown_rows"] = std::move(table.unknown_rows);
    return json_response(answer);
}

using Find = std::function<Result<std::vector<std::string>>(
    incidents::IncidentRegister&, const incidents::IncidentRegister::Some&)>;

// Over everyone that `find` finds, chunk by chunk.
Result<Response> perform_over(const Request& request, Context& context, std::string_view right,
                              const Find& find, const OfSubject& draft) {
    const auto home_key = TRY(home_of_incident(request, context));
    const Which which{.home_key = home_key, .incident_id = request.path_values.front()};
    TRY(judge_incident(request, context, right, which));
    std::int64_t done = 0;
    std::string after;
    for (;;) {
        std::vector<std::string> some;
        {
            auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
            incidents::IncidentRegister incidents(*lease);
            some = TRY(find(incidents,
                            {.incident_id = which.incident_id, .after = after, .limit = at_once}));
        }
        if (some.empty()) break;
        after = some.back();
        done += TRY(perform_for(request, context, which, some, draft));
    }
    return json_response({{"incident", which.incident_id}, {"done", done}});
}

Result<Response> tell_concerned(const Request& request, Context& context) {
    return perform_over(
        request, context, "tell_concerned",
        [](auto& incidents, const auto& some) { return incidents.not_told(some); },
        incidents::tell_noted);
}

Result<Response> name_unreached(const Request& request, Context& context) {
    const auto reasons = TRY(read_words(request, "reasons"));
    if (reasons.empty()) return fail(ErrorCode::Refused, "incidents.reasons_missing");
    const Date day = day_of(request.received_at);
    return perform_over(
        request, context, "name_unreached",
        [&](auto& incidents, const auto& some) { return incidents.not_reached(some, day); },
        [&](const auto& occasion, const Which& which, const std::string& subject_key) {
            return incidents::name_unreached(occasion, which, subject_key, reasons);
        });
}

}  // namespace

std::span<const Operation> concerned_operations() {
    static const std::array operations{
        Operation{.id = "name_concerned_items",
                  .method = Method::Post,
                  .path = "/v1/incidents/{incident}/items",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .handler = name_concerned_items},
        Operation{.id = "name_concerned",
                  .method = Method::Post,
                  .path = "/v1/incidents/{incident}/concerned",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = table_bytes_max,
                  .handler = name_concerned},
        Operation{.id = "tell_concerned",
                  .method = Method::Post,
                  .path = "/v1/incidents/{incident}/telling",
                  .pool = Pool::Heavy,
                  .handler = tell_concerned},
        Operation{.id = "name_unreached",
                  .method = Method::Post,
                  .path = "/v1/incidents/{incident}/unreached",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .handler = name_unreached},
    };
    return operations;
}

}  // namespace credit::http
