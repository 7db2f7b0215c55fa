// Responsible person (责任人员): in what capacity a person answers for what an organisation did.
//
// A role that the register knows counts on the day of the conduct, by the person's own identifier:
// whoever held it before or after, or only has the same name, answers for nothing. Whoever was
// directly responsible, or controls the organisation, is so by a finding that names the person.
//
// Law:     luzhengfa-2017-44 items 11, 15 — legal representatives, those in charge and those
//          directly responsible
//          personal-information-protection-law-2021 art. 8 — accurate: no match by name alone
// Reading: decision 0221

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "subjects/subject.h"

namespace credit::subjects {

struct Responsibility {
    std::optional<identity::SubjectKey> organisation = {};  // none: only a name was given
    std::string role = {};
    std::optional<Date> conduct_on = {};
    std::string finding = {};  // 认定: what was found, as the decision says it
};

// "legal_representative", "person_in_charge": as registered, with their days.
bool is_registered_role(std::string_view role);
// These, and "responsible_person", "actual_controller": by the finding alone.
bool is_known_role(std::string_view role);

// Whether the measure reaches somebody of an organisation by that role.
bool reaches(const catalogue::Measure& measure, std::string_view role);

// Every ground against it, in this order: "subjects.organisation_missing",
// "subjects.role_unknown", "subjects.conduct_day_missing", "subjects.role_not_held" (the day),
// "subjects.finding_missing". The roles are those of the organisation.
Grounds judge_responsibility(const Responsibility& responsibility,
                             const identity::SubjectKey& person, std::span<const Role> roles);

// As acts hold it: { organisation, role, conduct_on, finding }.
JsonObject to_json(const Responsibility& responsibility);

}  // namespace credit::subjects
