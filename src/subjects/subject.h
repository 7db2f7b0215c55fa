// Credit subject (信用主体): a natural person, a legal person, another organisation or an
// individual business, and what the register knows of it besides its records.
//
// A subject is opened by the first record about it, with the name that record gives. A registration
// record (登记注册基本信息) says more and counts more; a later one more than an earlier.
//
// Law: luzhengfa-2017-44 art. 1 — credit records of natural persons, legal persons and other
//      organisations rest on their basic information

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"

namespace credit::subjects {

// Open at a side where the day is not known or has not come.
struct Validity {
    std::optional<Date> from = std::nullopt;
    std::optional<Date> through = std::nullopt;

    bool holds_on(Date day) const {
        return (!from || *from <= day) && (!through || day <= *through);
    }
    bool operator==(const Validity&) const = default;
};

// A name in time (名称、曾用名).
struct Name {
    std::string name;
    Validity validity = {};

    bool operator==(const Name&) const = default;
};

// An identifier that is not the subject's key (别名), by its keyed hash.
struct Alias {
    std::string hash;
    identity::Scheme scheme;
    Validity validity = {};

    bool operator==(const Alias&) const = default;
};

// Role of a person in an organisation (任职): "legal_representative", "principal" …
struct Role {
    std::string role;
    std::string person_name;
    std::optional<identity::SubjectKey> person = std::nullopt;  // none: only the name is known
    Validity validity = {};

    bool operator==(const Role&) const = default;
};

// What a source says of a subject on a day.
struct SubjectFacts {
    identity::SubjectKey key;
    identity::SubjectKind kind;
    std::string name;
    std::string region = {};    // administrative division, six digits; empty for persons
    std::string state = {};     // code of the list "registration_state"; empty when not known
    std::string industry = {};  // code of the list "industry"; empty when not known
    bool registered = false;    // said by a registration record, not only by the first record
    Date as_of{};               // the day of which it is said
    std::vector<Name> former_names = {};
    std::vector<Alias> aliases = {};
    std::vector<Role> roles = {};

    bool operator==(const SubjectFacts&) const = default;
};

// What one source said.
struct Said {
    std::string source_id;
    SubjectFacts facts;
};

// What a record that is not of registration tells: the name it gives, kind and region by the key.
SubjectFacts facts_of_first_record(const identity::SubjectKey& key, std::string_view name,
                                   Date as_of);

// Every ground against registering these facts: "subjects.name_missing",
// "subjects.kind_contradicts_code", "subjects.role_of_person_in_person",
// "subjects.ends_before_it_begins".
Grounds judge(const SubjectFacts& facts);

// Kind by key: of a person, or what the code's first two characters say.
identity::SubjectKind kind_of(const identity::SubjectKey& key);
// Registering authority's division, from the code; empty for a person.
std::string_view region_of(const identity::SubjectKey& key);
catalogue::SubjectCategory category_of(identity::SubjectKind kind);

// As acts hold them; reading fails as foundation/json.h does, or InvalidInput
// "subjects.unknown_kind".
JsonObject to_json(const SubjectFacts& facts);
Result<SubjectFacts> read_facts(const JsonObject& object);

}  // namespace credit::subjects
