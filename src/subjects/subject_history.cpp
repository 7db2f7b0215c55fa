#include "subjects/subject_history.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "identity/subject_key.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"

namespace credit::subjects {
namespace {

constexpr std::chrono::days one_day{1};

// Ids of the rows that one source makes in one table.
class Ids {
public:
    explicit Ids(std::string_view source_id) : source_id_(source_id) {}
    std::string next() { return source_id_ + "-" + std::to_string(++ordinal_); }

private:
    std::string source_id_;
    int ordinal_ = 0;
};

bool is_current(const Validity& validity) {
    return !validity.through.has_value();
}

Result<void> add_name(sql::Session& session, const SubjectFacts& facts, const std::string& id,
                      const Name& name) {
    TRY(session.execute(statements::add_name, {facts.key.text(), id, name.name, facts.registered,
                                               name.validity.from, name.validity.through}));
    return {};
}

Result<void> save_current_name(sql::Session& session, const SubjectFacts& facts,
                               const std::vector<KeptName>& kept, Ids& ids) {
    const auto current = std::ranges::find_if(
        kept, [](const KeptName& one) { return is_current(one.name.validity); });
    Name name{.name = facts.name};
    if (current != kept.end() && current->name.name == facts.name) {
        TRY(session.execute(statements::confirm_name, {facts.key.text(), current->id}));
        return {};
    }
    if (current != kept.end()) {
        TRY(session.execute(statements::end_name,
                            {facts.key.text(), current->id, facts.as_of - one_day}));
        if (current->registered) name.validity.from = facts.as_of;
    }
    return add_name(session, facts, ids.next(), name);
}

bool knows_former(const std::vector<KeptName>& kept, const std::string& name) {
    return std::ranges::any_of(
        kept, [&name](const KeptName& one) { return one.registered && one.name.name == name; });
}

// One names no more than the other and nothing else: a registration without the person's document
// means the same holder.
bool same_holder(const Role& kept, const Role& told) {
    return kept.role == told.role && kept.person_name == told.person_name &&
           (!told.person || kept.person == told.person);
}

bool tells_holder(const SubjectFacts& facts, const Role& kept) {
    return std::ranges::any_of(facts.roles, [&kept](const Role& told) {
        return is_current(told.validity) && same_holder(kept, told);
    });
}

bool tells_of_role(const SubjectFacts& facts, const std::string& role) {
    return std::ranges::find(facts.roles, role, &Role::role) != facts.roles.end();
}

bool is_kept(const std::vector<KeptRole>& kept, const Role& told) {
    return std::ranges::any_of(kept, [&told](const KeptRole& one) {
        return same_holder(one.role, told) &&
               is_current(one.role.validity) == is_current(told.validity);
    });
}

Result<void> end_roles(sql::Session& session, const SubjectFacts& facts,
                       const std::vector<KeptRole>& kept) {
    for (const KeptRole& one : kept) {
        if (!is_current(one.role.validity) || !tells_of_role(facts, one.role.role)) continue;
        if (tells_holder(facts, one.role)) continue;
        TRY(session.execute(statements::end_role,
                            {facts.key.text(), one.id, facts.as_of - one_day}));
    }
    return {};
}

}  // namespace

Validity validity_of(const sql::Row& row, std::size_t from) {
    return {.from = row.optional_date(from), .through = row.optional_date(from + 1)};
}

Result<std::vector<KeptName>> kept_names(sql::Session& session, const identity::SubjectKey& key) {
    std::vector<KeptName> names;
    for (const sql::Row& row : TRY(session.query(statements::find_names, {key.text()}))) {
        names.push_back({.id = row.text(0),
                         .registered = row.integer(2) != 0,
                         .name = {.name = row.text(1), .validity = validity_of(row, 3)}});
    }
    return names;
}

Result<std::vector<KeptRole>> kept_roles(sql::Session& session, const identity::SubjectKey& key) {
    std::vector<KeptRole> roles;
    for (const sql::Row& row : TRY(session.query(statements::find_roles_in, {key.text()}))) {
        Role role{.role = row.text(1), .person_name = row.text(2), .validity = validity_of(row, 4)};
        if (!row.is_null(3)) role.person = TRY(identity::SubjectKey::parse(row.text(3)));
        roles.push_back({.id = row.text(0), .role = std::move(role)});
    }
    return roles;
}

Result<void> save_names(sql::Session& session, const SubjectFacts& facts,
                        std::string_view source_id) {
    Ids ids(source_id);
    const auto kept = TRY(kept_names(session, facts.key));
    TRY(save_current_name(session, facts, kept, ids));
    for (Name former : facts.former_names) {
        if (knows_former(kept, former.name)) continue;
        if (!former.validity.through) former.validity.through = facts.as_of - one_day;
        TRY(add_name(session, facts, ids.next(), former));
    }
    return {};
}

Result<void> save_roles(sql::Session& session, const SubjectFacts& facts,
                        std::string_view source_id) {
    if (facts.roles.empty()) return {};
    Ids ids(source_id);
    const auto kept = TRY(kept_roles(session, facts.key));
    TRY(end_roles(session, facts, kept));
    for (const Role& told : facts.roles) {
        if (is_kept(kept, told)) continue;
        std::optional<std::string_view> person;
        if (told.person) person = told.person->text();
        TRY(session.execute(statements::add_role,
                            {facts.key.text(), ids.next(), person, told.person_name, told.role,
                             told.validity.from, told.validity.through}));
    }
    return {};
}

}  // namespace credit::subjects
