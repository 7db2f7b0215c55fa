// Names and roles in time: what newer facts end, confirm and begin.
//
// A registration of a day ends what it no longer names on the day before, and begins what is new on
// that day; the first that is known has no beginning. A former name without days counts through the
// day before the registration that tells of it.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "identity/subject_key.h"
#include "sql/value.h"
#include "subjects/subject.h"

namespace credit::sql {
class Session;
}

namespace credit::subjects {

struct KeptName {
    std::string id;
    bool registered;
    Name name;

    // For a match and for a search: one that only a first record gave counts until a registration
    // gives another.
    bool counts() const { return registered || !name.validity.through; }
};

struct KeptRole {
    std::string id;
    Role role;
};

// From the two columns that begin there.
Validity validity_of(const sql::Row& row, std::size_t from);

Result<std::vector<KeptName>> kept_names(sql::Session& session, const identity::SubjectKey& key);
Result<std::vector<KeptRole>> kept_roles(sql::Session& session, const identity::SubjectKey& key);

// For facts that count at least as much as what is kept. Ids are the source's and an ordinal.
Result<void> save_names(sql::Session& session, const SubjectFacts& facts,
                        std::string_view source_id);
Result<void> save_roles(sql::Session& session, const SubjectFacts& facts,
                        std::string_view source_id);

}  // namespace credit::subjects
