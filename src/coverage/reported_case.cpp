#include "coverage/reported_case.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::coverage {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 4> states{
    {{State::Checked, "checked"},
     {State::Late, "late"},
     {State::Missing, "missing"},
     {State::NotNeeded, "not_needed"}}};

constexpr std::array<std::pair<std::string_view, std::string ReportedCase::*>, 6> texts{
    {{"matter", &ReportedCase::matter},
     {"case", &ReportedCase::case_number},
     {"id", &ReportedCase::case_id},
     {"subject", &ReportedCase::subject_key},
     {"category", &ReportedCase::category},
     {"receipt", &ReportedCase::lookup_id}}};

}  // namespace

std::string_view name_of(State state) {
    return std::ranges::find(states, state, &std::pair<State, std::string_view>::first)->second;
}

JsonObject to_json(const ReportedCase& reported) {
    JsonObject object{{"decided_on", calendar::to_text(reported.decided_on)},
                      {"state", name_of(reported.state)}};
    for (const auto& [name, member] : texts) {
        if (!(reported.*member).empty()) object[name] = reported.*member;
    }
    if (reported.looked_on) object["looked_on"] = calendar::to_text(*reported.looked_on);
    return object;
}

Result<ReportedCase> read_case(const JsonObject& object) {
    ReportedCase reported;
    for (const auto& [name, member] : texts) {
        reported.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    reported.decided_on = TRY(calendar::read_date(object, "decided_on"));
    const auto state = TRY(read_text(object, "state"));
    const auto* const found =
        std::ranges::find(states, state, &std::pair<State, std::string_view>::second);
    if (found == states.end()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"state"});
    reported.state = found->first;
    reported.looked_on = TRY(calendar::read_optional_date(object, "looked_on"));
    return reported;
}

JsonObject to_json(const ReportedCount& count) {
    return {{"matter", count.matter},
            {"day", calendar::to_text(count.counted_on)},
            {"id", count.count_id},
            {"organisations", count.organisations},
            {"looked_up", count.looked_up}};
}

Result<ReportedCount> read_count(const JsonObject& object) {
    ReportedCount count;
    count.matter = TRY(read_text(object, "matter"));
    count.counted_on = TRY(calendar::read_date(object, "day"));
    count.count_id = TRY(read_text(object, "id"));
    count.organisations = TRY(read_integer(object, "organisations"));
    count.looked_up = TRY(read_integer(object, "looked_up"));
    return count;
}

}  // namespace credit::coverage
