#include "subjects/responsibility.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "subjects/subject.h"

namespace credit::subjects {
namespace {

constexpr std::array<std::string_view, 2> registered{"legal_representative", "person_in_charge"};
constexpr std::array<std::string_view, 2> found{"responsible_person", "actual_controller"};

// A role of which the register knows a name alone is nobody's.
bool held(std::span<const Role> roles, std::string_view role, const identity::SubjectKey& person,
          Date day) {
    return std::ranges::any_of(roles, [&](const Role& each) {
        return each.role == role && each.person == person && each.validity.holds_on(day);
    });
}

}  // namespace

bool is_registered_role(std::string_view role) {
    return std::ranges::find(registered, role) != registered.end();
}

bool is_known_role(std::string_view role) {
    return is_registered_role(role) || std::ranges::find(found, role) != found.end();
}

bool reaches(const catalogue::Measure& measure, std::string_view role) {
    using enum catalogue::Addressee;
    if (is_registered_role(role)) return measure.addresses(LegalRepresentative);
    return measure.addresses(role == "actual_controller" ? ActualController : ResponsiblePerson);
}

Grounds judge_responsibility(const Responsibility& responsibility,
                             const identity::SubjectKey& person, std::span<const Role> roles) {
    Grounds grounds;
    const auto& [organisation, role, conduct_on, finding] = responsibility;
    require(grounds, organisation && !organisation->of_person(), "subjects.organisation_missing");
    require(grounds, is_known_role(role), "subjects.role_unknown", {role});
    require(grounds, conduct_on.has_value(), "subjects.conduct_day_missing");
    if (conduct_on && is_registered_role(role)) {
        require(grounds, held(roles, role, person, *conduct_on), "subjects.role_not_held",
                {calendar::to_text(*conduct_on)});
    }
    require(grounds, !finding.empty(), "subjects.finding_missing");
    return grounds;
}

JsonObject to_json(const Responsibility& responsibility) {
    JsonObject object{{"role", responsibility.role}, {"finding", responsibility.finding}};
    if (responsibility.organisation) object["organisation"] = responsibility.organisation->text();
    if (responsibility.conduct_on) {
        object["conduct_on"] = calendar::to_text(*responsibility.conduct_on);
    }
    return object;
}

}  // namespace credit::subjects
