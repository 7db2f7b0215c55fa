#include "incidents/incident_register.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "incidents/incident.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::incidents {
namespace {

using Column = std::pair<std::size_t, std::string_view>;

constexpr std::array<Column, 12> texts{{{0, "home"},
                                        {1, "incident"},
                                        {2, "authority"},
                                        {4, "cause"},
                                        {5, "harm"},
                                        {6, "steps"},
                                        {7, "protection"},
                                        {8, "contact"},
                                        {9, "discovered_on"},
                                        {10, "opened_on"},
                                        {11, "report_due_on"},
                                        {14, "reported_to"}}};
constexpr std::array<Column, 7> later_day_columns{{{12, "tell_due_on"},
                                                   {13, "reported_on"},
                                                   {15, "excepted_on"},
                                                   {16, "ordered_on"},
                                                   {17, "completed_on"},
                                                   {18, "overdue_on"},
                                                   {19, "closed_on"}}};

// In the order of the columns of every SELECT of incidents.
Result<Incident> incident_of(const sql::Row& row) {
    JsonObject object{{"kinds", TRY(parse_json(row.text(3)))}};
    for (const auto& [column, name] : texts) object[name] = row.text(column);
    for (const auto& [column, name] : later_day_columns) {
        if (const auto day = row.optional_text(column)) object[name] = *day;
    }
    return read_incident(object);
}

Result<Concern> concern_of(const sql::Row& row) {
    JsonObject object{{"subject", row.text(0)}, {"incident", row.text(1)}, {"home", row.text(2)},
                      {"state", row.text(3)},   {"noted_on", row.text(5)}, {"notice", row.text(7)}};
    object["items"] = TRY(parse_json(row.text(4)));
    if (const auto day = row.optional_text(6)) object["told_on"] = *day;
    if (const auto day = row.optional_text(8)) object["unreached_on"] = *day;
    return read_concern(object);
}

std::vector<std::string> keys_in(const sql::Rows& rows) {
    std::vector<std::string> keys;
    for (const auto& row : rows) keys.push_back(row.text(0));
    return keys;
}

}  // namespace

Result<std::string> IncidentRegister::home_of(std::string_view incident_id) {
    const auto row = TRY(session_.find(statements::find_home, {incident_id}));
    if (!row) return fail(ErrorCode::NotFound, "incidents.no_such_incident");
    return row->text(0);
}

Result<Incident> IncidentRegister::find(std::string_view home_key, std::string_view incident_id) {
    const auto row = TRY(session_.find(statements::find_incident, {home_key, incident_id}));
    if (!row) return fail(ErrorCode::NotFound, "incidents.no_such_incident");
    return incident_of(*row);
}

Result<std::vector<Incident>> IncidentRegister::of_authority(std::string_view authority,
                                                             std::string_view before,
                                                             std::int64_t limit) {
    const std::string_view start = before.empty() ? std::string_view("Z") : before;
    std::vector<Incident> incidents;
    const auto rows = TRY(session_.query(statements::incidents_of, {authority, start, limit}));
    incidents.reserve(rows.size());
    for (const auto& row : rows) incidents.push_back(TRY(incident_of(row)));
    return incidents;
}

Result<std::optional<Concern>> IncidentRegister::concern(std::string_view subject_key,
                                                         std::string_view incident_id) {
    const auto row = TRY(session_.find(statements::find_concern, {subject_key, incident_id}));
    if (!row) return std::nullopt;
    return TRY(concern_of(*row));
}

Result<std::vector<Concern>> IncidentRegister::concerns_of(std::string_view subject_key) {
    std::vector<Concern> concerns;
    const auto rows = TRY(session_.query(statements::concerns_of, {subject_key}));
    concerns.reserve(rows.size());
    for (const auto& row : rows) concerns.push_back(TRY(concern_of(row)));
    return concerns;
}

Result<std::vector<std::string>> IncidentRegister::concerned(const Some& some) {
    return keys_in(
        TRY(session_.query(statements::concerned, {some.incident_id, some.after, some.limit})));
}

Result<std::vector<std::string>> IncidentRegister::not_told(const Some& some) {
    return keys_in(
        TRY(session_.query(statements::not_told, {some.incident_id, some.after, some.limit})));
}

Result<std::vector<std::string>> IncidentRegister::not_reached(const Some& some, Date day) {
    return keys_in(TRY(
        session_.query(statements::not_reached, {some.incident_id, some.after, some.limit, day})));
}

Result<bool> IncidentRegister::service_failed(const Concern& concern) {
    return TRY(session_.find(statements::failed_service, {concern.subject_key, concern.notice_id}))
        .has_value();
}

Result<bool> IncidentRegister::was_reached(const Concern& concern, Date day) {
    return TRY(session_.find(statements::reached, {concern.subject_key, concern.notice_id, day}))
        .has_value();
}

Result<void> IncidentRegister::save(const Incident& incident) {
    const auto& told = incident.account;
    const auto kinds = to_text(JsonArray(told.kinds.begin(), told.kinds.end()));
    const std::array<sql::Value, 20> values{incident.home_key,    incident.incident_id,
                                            incident.authority,   kinds,
                                            told.cause,           told.harm,
                                            told.steps,           told.protection,
                                            told.contact,         incident.discovered_on,
                                            incident.opened_on,   incident.report_due_on,
                                            incident.tell_due_on, incident.reported_on,
                                            incident.reported_to, incident.excepted_on,
                                            incident.ordered_on,  incident.completed_on,
                                            incident.overdue_on,  incident.closed_on};
    TRY(session_.execute(statements::save_incident, values));
    return {};
}

Result<void> IncidentRegister::save(const Concern& concern) {
    const auto items = to_text(JsonArray(concern.items.begin(), concern.items.end()));
    TRY(session_.execute(
        statements::save_concern,
        {concern.subject_key, concern.incident_id, concern.home_key, concern.state, items,
         concern.noted_on, concern.told_on, concern.notice_id, concern.unreached_on}));
    return {};
}

}  // namespace credit::incidents
