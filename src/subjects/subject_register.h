// What the register keeps of credit subjects (信用主体登记). Its statements are in subject.sql.
//
// Everything is found by subject key; there is no way in by name.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"

namespace credit::sql {
class Session;
}

namespace credit::subjects {

struct Subject {
    identity::SubjectKey key;
    identity::SubjectKind kind;
    std::string name;
    std::string region;
    std::string state;
    bool registered = false;
    Date as_of{};
};

// A role as seen from the person who holds it.
struct RoleHeld {
    identity::SubjectKey organisation;
    Role role;
};

// Errors are those of the store, and InvalidInput where a row cannot be read.
class SubjectRegister {
public:
    explicit SubjectRegister(sql::Session& session) : session_(session) {}

    Result<std::optional<Subject>> find(const identity::SubjectKey& key);
    // Current and former, those that count for a match: a name that only a first record gave
    // counts until a registration record gives one. None when the subject is not known.
    Result<std::vector<Name>> names(const identity::SubjectKey& key);
    Result<Match> match(const identity::SubjectKey& key, std::string_view given, Date day);
    Result<std::vector<Role>> roles_in(const identity::SubjectKey& organisation);
    Result<std::vector<RoleHeld>> roles_of(const identity::SubjectKey& person);

    // Writes what facts change, for the apply of an act and for the rows of a submission. Facts
    // that count less than what is kept (a first record after another, an older registration) add
    // only their aliases. `source_id`: the act's or row's id, from which the rows get theirs.
    Result<void> save(const SubjectFacts& facts, std::string_view source_id);
    // The same of many, in their order, within a transaction.
    Result<void> save(std::span<const Said> said);
    // The same for an act, which is kept to be derived from again.
    Result<void> save_act(const SubjectFacts& facts, std::string_view act_id);
    // What acts said, in their order.
    Result<std::vector<Said>> said_by_acts(std::string_view subject_key);

private:
    sql::Session& session_;
};

}  // namespace credit::subjects
