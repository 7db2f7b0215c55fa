#include "complaints/complaint.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::complaints {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 7> states{
    {{State::Filed, "filed"},
     {State::Accepted, "accepted"},
     {State::Upheld, "upheld"},
     {State::PartlyUpheld, "partly_upheld"},
     {State::NotUpheld, "not_upheld"},
     {State::Refused, "refused"},
     {State::Withdrawn, "withdrawn"}}};

// sd-social-credit-regulation-2020 art. 59: what officials answer for, item by item; then what
// arts. 22, 27 and 41 forbid or demand, and anything else that somebody suffered.
constexpr std::array<std::string_view, 11> grounds{"falsified",
                                                   "leaked",
                                                   "given_without_authorisation",
                                                   "objection_not_handled",
                                                   "not_withdrawn",
                                                   "publicised_too_long",
                                                   "looked_without_ground",
                                                   "beyond_article",
                                                   "charged_money",
                                                   "not_answered",
                                                   "other_conduct"};

template <typename Member>
using Field = std::pair<std::string_view, Member Complaint::*>;

constexpr std::array<Field<std::string>, 11> texts{{{"subject", &Complaint::subject_key},
                                                    {"complaint", &Complaint::complaint_id},
                                                    {"respondent", &Complaint::respondent},
                                                    {"unit", &Complaint::unit},
                                                    {"filer", &Complaint::filer},
                                                    {"window", &Complaint::window},
                                                    {"about", &Complaint::about},
                                                    {"about_id", &Complaint::about_id},
                                                    {"objection", &Complaint::objection_id},
                                                    {"question", &Complaint::question},
                                                    {"reply", &Complaint::reply}}};
constexpr std::array<Field<bool>, 4> flags{{{"confidential", &Complaint::confidential},
                                            {"provisional", &Complaint::provisional},
                                            {"extended", &Complaint::extended},
                                            {"referred", &Complaint::referred}}};
constexpr std::array<Field<std::optional<Date>>, 6> days{
    {{"due_on", &Complaint::due_on},
     {"accepted_on", &Complaint::accepted_on},
     {"overdue_on", &Complaint::overdue_on},
     {"asked_on", &Complaint::asked_on},
     {"answered_on", &Complaint::answered_on},
     {"concluded_on", &Complaint::concluded_on}}};

Result<State> parse_state(std::string_view name) {
    const auto* const found =
        std::ranges::find(states, name, &std::pair<State, std::string_view>::second);
    if (found == states.end()) return fail(ErrorCode::InvalidInput, "complaints.unknown_state");
    return found->first;
}

JsonArray to_json(const std::vector<Point>& points) {
    JsonArray array;
    for (const auto& point : points) {
        JsonObject each{{"ground", point.ground}, {"said", point.said}};
        if (!point.finding.empty()) {
            each["finding"] = point.finding;
            each["reasons"] = point.reasons;
        }
        array.push_back(std::move(each));
    }
    return array;
}

Result<Point> read_point(const Json& value) {
    if (!value.is_object()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"points"});
    const auto& object = value.get_object();
    Point point;
    point.ground = TRY(read_text(object, "ground"));
    point.said = TRY(read_text(object, "said"));
    point.finding = TRY(read_optional_text(object, "finding")).value_or("");
    point.reasons = TRY(read_optional_text(object, "reasons")).value_or("");
    return point;
}

Result<void> read_days(const JsonObject& object, Complaint& complaint) {
    complaint.filed_on = TRY(calendar::read_date(object, "filed_on"));
    for (const auto& [name, member] : days) {
        complaint.*member = TRY(calendar::read_optional_date(object, name));
    }
    return {};
}

}  // namespace

std::string_view name_of(State state) {
    return std::ranges::find(states, state, &std::pair<State, std::string_view>::first)->second;
}

bool is_open(State state) {
    return state == State::Filed || state == State::Accepted;
}

bool is_ground(std::string_view ground) {
    return std::ranges::find(grounds, ground) != grounds.end();
}

JsonObject to_json(const Complaint& complaint) {
    JsonObject object;
    for (const auto& [name, member] : texts) {
        if (!(complaint.*member).empty()) object[name] = complaint.*member;
    }
    for (const auto& [name, member] : flags) object[name] = complaint.*member;
    object["state"] = name_of(complaint.state);
    object["filed_on"] = calendar::to_text(complaint.filed_on);
    for (const auto& [name, member] : days) {
        const auto& day = complaint.*member;
        if (day) object[name] = calendar::to_text(*day);
    }
    object["points"] = to_json(complaint.points);
    object["files"] = JsonArray(complaint.files.begin(), complaint.files.end());
    return object;
}

Result<Complaint> read_complaint(const JsonObject& object) {
    Complaint complaint;
    for (const auto& [name, member] : texts) {
        complaint.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    for (const auto& [name, member] : flags) complaint.*member = TRY(read_flag(object, name));
    const auto state = TRY(read_text(object, "state"));
    complaint.state = TRY(parse_state(state));
    TRY(read_days(object, complaint));
    for (const auto& each : *TRY(read_array(object, "points"))) {
        complaint.points.push_back(TRY(read_point(each)));
    }
    complaint.files = TRY(read_texts(object, "files"));
    return complaint;
}

}  // namespace credit::complaints
