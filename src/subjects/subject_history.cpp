#include "subjects/subject_history.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "sql/row_view.h"
#include "subjects/subject.h"

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

bool knows_former(std::span<const KeptName> kept, const std::string& name) {
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

bool is_kept(std::span<const KeptRole> kept, const Role& told) {
    return std::ranges::any_of(kept, [&told](const KeptRole& one) {
        return same_holder(one.role, told) &&
               is_current(one.role.validity) == is_current(told.validity);
    });
}

NameChanges current_name_changes(const SubjectFacts& facts, std::span<const KeptName> kept,
                                 Ids& ids) {
    NameChanges changes;
    const auto current = std::ranges::find_if(
        kept, [](const KeptName& one) { return is_current(one.name.validity); });
    if (current != kept.end() && current->name.name == facts.name) {
        changes.confirmed = current->id;
        return changes;
    }
    Name name{.name = facts.name};
    if (current != kept.end()) {
        changes.ended = current->id;
        if (current->registered) name.validity.from = facts.as_of;
    }
    changes.begun.push_back({.id = ids.next(), .registered = facts.registered, .name = name});
    return changes;
}

}  // namespace

Date last_day_before(const SubjectFacts& facts) {
    return facts.as_of - one_day;
}

NameChanges name_changes(const SubjectFacts& facts, std::span<const KeptName> kept,
                         std::string_view source_id) {
    Ids ids(source_id);
    auto changes = current_name_changes(facts, kept, ids);
    for (Name former : facts.former_names) {
        if (knows_former(kept, former.name)) continue;
        if (!former.validity.through) former.validity.through = last_day_before(facts);
        changes.begun.push_back(
            {.id = ids.next(), .registered = facts.registered, .name = std::move(former)});
    }
    return changes;
}

RoleChanges role_changes(const SubjectFacts& facts, std::span<const KeptRole> kept,
                         std::string_view source_id) {
    Ids ids(source_id);
    RoleChanges changes;
    for (const KeptRole& one : kept) {
        if (!is_current(one.role.validity) || !tells_of_role(facts, one.role.role)) continue;
        if (!tells_holder(facts, one.role)) changes.ended.push_back(one.id);
    }
    for (const Role& told : facts.roles) {
        if (!is_kept(kept, told)) changes.begun.push_back({.id = ids.next(), .role = told});
    }
    return changes;
}

Validity validity_of(const sql::RowView& row, std::size_t from) {
    return {.from = row.optional_date(from), .through = row.optional_date(from + 1)};
}

KeptName kept_name_in(const sql::RowView& row) {
    return {.id = std::string(row.text(0)),
            .registered = row.integer(2) != 0,
            .name = {.name = std::string(row.text(1)), .validity = validity_of(row, 3)}};
}

Result<KeptRole> kept_role_in(const sql::RowView& row) {
    Role role{.role = std::string(row.text(1)),
              .person_name = std::string(row.text(2)),
              .validity = validity_of(row, 4)};
    if (!row.is_null(3)) role.person = TRY(identity::SubjectKey::parse(row.text(3)));
    return KeptRole{.id = std::string(row.text(0)), .role = std::move(role)};
}

}  // namespace credit::subjects
