// Names and roles in time: what newer facts end, confirm and begin.
//
// A registration of a day ends what it no longer names on the day before, and begins what is new on
// that day; the first that is known has no beginning. A former name without days counts through the
// day before the registration that tells of it.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/row_view.h"
#include "subjects/subject.h"

namespace credit::subjects {

struct KeptName {
    std::string id;
    bool registered;
    Name name;

    // For a match and for a search: one that only a first record gave counts until a registration
    // gives another.
    bool counts() const { return registered || !name.validity.through; }
    bool operator==(const KeptName&) const = default;
};

struct KeptRole {
    std::string id;
    Role role;

    bool operator==(const KeptRole&) const = default;
};

// Of what is kept, by its ids, and what is new.
struct NameChanges {
    std::optional<std::string> confirmed = std::nullopt;
    std::optional<std::string> ended = std::nullopt;
    std::vector<KeptName> begun = {};

    bool operator==(const NameChanges&) const = default;
};

struct RoleChanges {
    std::vector<std::string> ended = {};
    std::vector<KeptRole> begun = {};

    bool operator==(const RoleChanges&) const = default;
};

// What facts that count at least as much as what is kept change of it. Ids are the source's and an
// ordinal. What ends does so on last_day_before(facts).
NameChanges name_changes(const SubjectFacts& facts, std::span<const KeptName> kept,
                         std::string_view source_id);
RoleChanges role_changes(const SubjectFacts& facts, std::span<const KeptRole> kept,
                         std::string_view source_id);
Date last_day_before(const SubjectFacts& facts);

// From the two columns that begin there.
Validity validity_of(const sql::RowView& row, std::size_t from);
// From the columns of find_names and find_roles_in.
KeptName kept_name_in(const sql::RowView& row);
Result<KeptRole> kept_role_in(const sql::RowView& row);

}  // namespace credit::subjects
