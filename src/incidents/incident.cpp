#include "incidents/incident.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::incidents {
namespace {

constexpr std::array<std::string_view, 8> kinds{"identity", "contact", "records", "lists",
                                                "evidence", "lookups", "account", "other"};

template <typename Owner, typename Member>
using Field = std::pair<std::string_view, Member Owner::*>;

constexpr std::array<Field<Account, std::string>, 5> account_texts{
    {{"cause", &Account::cause},
     {"harm", &Account::harm},
     {"steps", &Account::steps},
     {"protection", &Account::protection},
     {"contact", &Account::contact}}};
constexpr std::array<Field<Incident, Date>, 3> days{{{"discovered_on", &Incident::discovered_on},
                                                     {"opened_on", &Incident::opened_on},
                                                     {"report_due_on", &Incident::report_due_on}}};
constexpr std::array<Field<Incident, std::optional<Date>>, 7> later_days{
    {{"tell_due_on", &Incident::tell_due_on},
     {"reported_on", &Incident::reported_on},
     {"excepted_on", &Incident::excepted_on},
     {"ordered_on", &Incident::ordered_on},
     {"completed_on", &Incident::completed_on},
     {"overdue_on", &Incident::overdue_on},
     {"closed_on", &Incident::closed_on}}};

void set(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

}  // namespace

bool is_kind(std::string_view kind) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

JsonObject to_json(const Incident& incident) {
    const auto& told = incident.account;
    JsonObject object{{"home", incident.home_key},
                      {"incident", incident.incident_id},
                      {"authority", incident.authority},
                      {"kinds", JsonArray(told.kinds.begin(), told.kinds.end())},
                      {"reported_to", incident.reported_to}};
    for (const auto& [name, member] : account_texts) object[name] = told.*member;
    for (const auto& [name, member] : days) object[name] = calendar::to_text(incident.*member);
    for (const auto& [name, member] : later_days) set(object, name, incident.*member);
    return object;
}

Result<Incident> read_incident(const JsonObject& object) {
    Incident incident;
    incident.home_key = TRY(read_text(object, "home"));
    incident.incident_id = TRY(read_text(object, "incident"));
    incident.authority = TRY(read_text(object, "authority"));
    incident.reported_to = TRY(read_text(object, "reported_to"));
    incident.account.kinds = TRY(read_texts(object, "kinds"));
    for (const auto& [name, member] : account_texts) {
        incident.account.*member = TRY(read_text(object, name));
    }
    for (const auto& [name, member] : days) {
        incident.*member = TRY(calendar::read_date(object, name));
    }
    for (const auto& [name, member] : later_days) {
        incident.*member = TRY(calendar::read_optional_date(object, name));
    }
    return incident;
}

JsonObject to_json(const Concern& concern) {
    JsonObject object{{"subject", concern.subject_key},
                      {"incident", concern.incident_id},
                      {"home", concern.home_key},
                      {"state", concern.state},
                      {"items", JsonArray(concern.items.begin(), concern.items.end())},
                      {"noted_on", calendar::to_text(concern.noted_on)},
                      {"notice", concern.notice_id}};
    set(object, "told_on", concern.told_on);
    set(object, "unreached_on", concern.unreached_on);
    return object;
}

Result<Concern> read_concern(const JsonObject& object) {
    Concern concern;
    concern.subject_key = TRY(read_text(object, "subject"));
    concern.incident_id = TRY(read_text(object, "incident"));
    concern.home_key = TRY(read_text(object, "home"));
    concern.state = TRY(read_text(object, "state"));
    concern.items = TRY(read_texts(object, "items"));
    concern.noted_on = TRY(calendar::read_date(object, "noted_on"));
    concern.notice_id = TRY(read_text(object, "notice"));
    concern.told_on = TRY(calendar::read_optional_date(object, "told_on"));
    concern.unreached_on = TRY(calendar::read_optional_date(object, "unreached_on"));
    return concern;
}

}  // namespace credit::incidents
