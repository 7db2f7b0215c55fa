#include "subjects/subject_register.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/save_said.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"
#include "subjects/subject_history.h"

namespace credit::subjects {

Result<std::optional<Subject>> SubjectRegister::find(const identity::SubjectKey& key) {
    const auto row = TRY(session_.find(statements::find_subject, {key.text()}));
    if (!row) return std::optional<Subject>();
    const auto kind = identity::subject_kind_of(row->text(0));
    if (!kind) return fail(ErrorCode::InvalidInput, "subjects.unknown_kind");
    return std::optional(Subject{.key = key,
                                 .kind = *kind,
                                 .name = row->text(1),
                                 .region = row->text(2),
                                 .state = row->text(3),
                                 .registered = row->integer(4) != 0,
                                 .as_of = row->date(5)});
}

Result<std::vector<Name>> SubjectRegister::names(const identity::SubjectKey& key) {
    std::vector<Name> names;
    TRY(session_.read(statements::find_names, {key.text()},
                      [&](const sql::RowView& row) -> Result<void> {
                          const auto kept = kept_name_in(row);
                          if (kept.counts()) names.push_back(kept.name);
                          return {};
                      }));
    return names;
}

Result<Match> SubjectRegister::match(const identity::SubjectKey& key, std::string_view given,
                                     Date day) {
    const auto known = TRY(names(key));
    return subjects::match(known, given, day);
}

Result<std::vector<Role>> SubjectRegister::roles_in(const identity::SubjectKey& organisation) {
    std::vector<Role> roles;
    const auto add = [&](const sql::RowView& row) -> Result<void> {
        auto kept = TRY(kept_role_in(row));
        roles.push_back(std::move(kept.role));
        return {};
    };
    TRY(session_.read(statements::find_roles_in, {organisation.text()}, add));
    return roles;
}

Result<std::vector<RoleHeld>> SubjectRegister::roles_of(const identity::SubjectKey& person) {
    std::vector<RoleHeld> held;
    const auto add = [&](const sql::RowView& row) -> Result<void> {
        const auto organisation = TRY(identity::SubjectKey::parse(row.text(0)));
        held.push_back({.organisation = organisation,
                        .role = {.role = std::string(row.text(1)),
                                 .person_name = std::string(row.text(2)),
                                 .person = person,
                                 .validity = validity_of(row, 3)}});
        return {};
    };
    TRY(session_.read(statements::find_roles_of, {person.text()}, add));
    return held;
}

Result<void> SubjectRegister::save(const SubjectFacts& facts, std::string_view source_id) {
    const Said said{.source_id = std::string(source_id), .facts = facts};
    return save(std::span(&said, 1));
}

Result<void> SubjectRegister::save(std::span<const Said> said) {
    return save_said(session_, said);
}

Result<void> SubjectRegister::save_act(const SubjectFacts& facts, std::string_view act_id) {
    TRY(session_.execute(statements::save_registration,
                         {facts.key.text(), act_id, to_text(to_json(facts))}));
    return save(facts, act_id);
}

Result<std::vector<Said>> SubjectRegister::said_by_acts(std::string_view subject_key) {
    std::vector<Said> said;
    for (const auto& row : TRY(session_.query(statements::registrations_by_acts, {subject_key}))) {
        const auto object = TRY(parse_object(row.text(1)));
        said.push_back({.source_id = row.text(0), .facts = TRY(read_facts(object))});
    }
    return said;
}

}  // namespace credit::subjects
