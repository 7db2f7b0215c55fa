#include "subjects/subject_register.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"
#include "subjects/subject_history.h"

namespace credit::subjects {
namespace {

Result<void> save_aliases(sql::Session& session, const SubjectFacts& facts,
                          std::string_view source_id) {
    for (const Alias& alias : facts.aliases) {
        TRY(session.execute(statements::save_alias,
                            {alias.hash, identity::name_of(alias.scheme), facts.key.text(),
                             alias.validity.from, alias.validity.through, source_id}));
    }
    return {};
}

}  // namespace

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
    for (const KeptName& kept : TRY(kept_names(session_, key))) {
        if (kept.counts()) names.push_back(kept.name);
    }
    return names;
}

Result<Match> SubjectRegister::match(const identity::SubjectKey& key, std::string_view given,
                                     Date day) {
    const auto known = TRY(names(key));
    return subjects::match(known, given, day);
}

Result<std::vector<Role>> SubjectRegister::roles_in(const identity::SubjectKey& organisation) {
    std::vector<Role> roles;
    for (KeptRole& kept : TRY(kept_roles(session_, organisation))) {
        roles.push_back(std::move(kept.role));
    }
    return roles;
}

Result<std::vector<RoleHeld>> SubjectRegister::roles_of(const identity::SubjectKey& person) {
    std::vector<RoleHeld> held;
    for (const sql::Row& row : TRY(session_.query(statements::find_roles_of, {person.text()}))) {
        const auto organisation = TRY(identity::SubjectKey::parse(row.text(0)));
        held.push_back({.organisation = organisation,
                        .role = {.role = row.text(1),
                                 .person_name = row.text(2),
                                 .person = person,
                                 .validity = validity_of(row, 3)}});
    }
    return held;
}

Result<void> SubjectRegister::save(const SubjectFacts& facts, std::string_view source_id) {
    TRY(save_aliases(session_, facts, source_id));
    const auto counted =
        TRY(session_.find(statements::save_subject,
                          {facts.key.text(), identity::name_of(facts.kind), facts.name,
                           facts.region, facts.state, facts.registered, facts.as_of, source_id}));
    if (!counted) return {};
    if (facts.registered) {
        TRY(session_.execute(statements::save_industry, {facts.key.text(), facts.industry}));
    }
    TRY(save_names(session_, facts, source_id));
    return save_roles(session_, facts, source_id);
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
