#include "subjects/save_said.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "identity/scheme.h"
#include "identity/subject_kind.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"
#include "subjects/subject_history.h"

namespace credit::subjects {
namespace {

// So many questions are on their way at once.
constexpr std::size_t subjects_most = 500;

using Asked = std::vector<std::vector<sql::Value>>;
// Of subjects that differ.
using Saids = std::vector<const Said*>;

Result<void> save_aliases(sql::Session& session, const Saids& saids) {
    Asked aliases;
    for (const Said* said : saids) {
        for (const Alias& alias : said->facts.aliases) {
            aliases.push_back({alias.hash, identity::name_of(alias.scheme), said->facts.key.text(),
                               alias.validity.from, alias.validity.through, said->source_id});
        }
    }
    return session.execute_each(statements::save_alias, aliases);
}

// Those that count at least as much as what is kept.
Result<Saids> save_subjects(sql::Session& session, const Saids& saids) {
    Asked asked;
    for (const Said* said : saids) {
        const SubjectFacts& facts = said->facts;
        asked.push_back({facts.key.text(), identity::name_of(facts.kind), facts.name, facts.region,
                         facts.state, facts.registered, facts.as_of, said->source_id});
    }
    Saids counted;
    TRY(session.run_each(statements::save_subject, asked,
                         [&](std::size_t which, const sql::RowView&) -> Result<void> {
                             counted.push_back(saids[which]);
                             return {};
                         }));
    return counted;
}

Result<void> save_industries(sql::Session& session, const Saids& saids) {
    Asked industries;
    for (const Said* said : saids) {
        if (!said->facts.registered) continue;
        industries.push_back({said->facts.key.text(), said->facts.industry});
    }
    return session.execute_each(statements::save_industry, industries);
}

Asked keys_of(const Saids& saids) {
    Asked keys;
    keys.reserve(saids.size());
    for (const Said* said : saids) keys.push_back({said->facts.key.text()});
    return keys;
}

Result<std::vector<NameChanges>> find_name_changes(sql::Session& session, const Saids& saids) {
    std::vector<std::vector<KeptName>> kept(saids.size());
    TRY(session.run_each(statements::find_names, keys_of(saids),
                         [&](std::size_t which, const sql::RowView& row) -> Result<void> {
                             kept[which].push_back(kept_name_in(row));
                             return {};
                         }));
    std::vector<NameChanges> changes;
    changes.reserve(saids.size());
    for (std::size_t at = 0; at < saids.size(); ++at)
        changes.push_back(name_changes(saids[at]->facts, kept[at], saids[at]->source_id));
    return changes;
}

Result<void> save_names(sql::Session& session, const Saids& saids) {
    const auto changes = TRY(find_name_changes(session, saids));
    Asked confirmed;
    Asked ended;
    Asked begun;
    for (std::size_t at = 0; at < saids.size(); ++at) {
        const SubjectFacts& facts = saids[at]->facts;
        const NameChanges& of = changes[at];
        if (of.confirmed) confirmed.push_back({facts.key.text(), *of.confirmed});
        if (of.ended) ended.push_back({facts.key.text(), *of.ended, last_day_before(facts)});
        for (const KeptName& one : of.begun) {
            begun.push_back({facts.key.text(), one.id, one.name.name, one.registered,
                             one.name.validity.from, one.name.validity.through});
        }
    }
    TRY(session.execute_each(statements::confirm_name, confirmed));
    TRY(session.execute_each(statements::end_name, ended));
    return session.execute_each(statements::add_name, begun);
}

Result<std::vector<RoleChanges>> find_role_changes(sql::Session& session, const Saids& saids) {
    std::vector<std::vector<KeptRole>> kept(saids.size());
    const auto keep = [&](std::size_t which, const sql::RowView& row) -> Result<void> {
        kept[which].push_back(TRY(kept_role_in(row)));
        return {};
    };
    TRY(session.run_each(statements::find_roles_in, keys_of(saids), keep));
    std::vector<RoleChanges> changes;
    changes.reserve(saids.size());
    for (std::size_t at = 0; at < saids.size(); ++at)
        changes.push_back(role_changes(saids[at]->facts, kept[at], saids[at]->source_id));
    return changes;
}

Result<void> save_roles(sql::Session& session, const Saids& counted) {
    Saids saids;
    std::ranges::copy_if(counted, std::back_inserter(saids),
                         [](const Said* said) { return !said->facts.roles.empty(); });
    const auto changes = TRY(find_role_changes(session, saids));
    Asked ended;
    Asked begun;
    for (std::size_t at = 0; at < saids.size(); ++at) {
        const SubjectFacts& facts = saids[at]->facts;
        for (const auto& id : changes[at].ended)
            ended.push_back({facts.key.text(), id, last_day_before(facts)});
        for (const auto& [id, role] : changes[at].begun) {
            const auto person = role.person ? sql::Value(role.person->text()) : sql::Value();
            begun.push_back({facts.key.text(), id, person, role.person_name, role.role,
                             role.validity.from, role.validity.through});
        }
    }
    TRY(session.execute_each(statements::end_role, ended));
    return session.execute_each(statements::add_role, begun);
}

Result<void> save_of_different(sql::Session& session, const Saids& saids) {
    TRY(save_aliases(session, saids));
    const auto counted = TRY(save_subjects(session, saids));
    TRY(save_industries(session, counted));
    TRY(save_names(session, counted));
    return save_roles(session, counted);
}

}  // namespace

Result<void> save_said(sql::Session& session, std::span<const Said> all) {
    Saids saids;
    std::unordered_set<std::string_view> keys;
    for (const Said& said : all) {
        const bool again = !keys.insert(said.facts.key.text()).second;
        if (again || saids.size() == subjects_most) {
            TRY(save_of_different(session, std::exchange(saids, {})));
            keys = {said.facts.key.text()};
        }
        saids.push_back(&said);
    }
    return save_of_different(session, saids);
}

}  // namespace credit::subjects
