// Named person (责任人员记入): a natural person whom the decision on an organisation's listing
// names, with the role and the finding.
//
// It is a pointer without state: whether it stands, is on hold or over is read off the
// organisation's listing on that day, so that one write there holds, resumes or ends it for all who
// are named. No measure follows from it: what restrains a person takes an order that names it.
//
// Law:     luzhengfa-2017-44 item 15 — what an organisation did is recorded with its legal
//          representative, those in charge and those directly responsible
// Reading: decision 0222

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lists/listing.h"
#include "sql/session.h"

namespace credit::lists {

struct NamedPerson {
    std::string subject_key;  // of the person
    std::string naming_id;    // the act's id with "-1"
    std::string organisation_key;
    std::string listing_id;  // of the organisation
    std::string authority;   // code of the one that decided
    std::string role;
    std::string finding;
    std::string document_number;
    std::string remedy;
    Date conduct_on{};
    Date named_on{};
    std::string withdrawn_reason = {};  // empty: it was not withdrawn

    bool withdrawn() const { return !withdrawn_reason.empty(); }
};

// As acts hold it.
JsonObject to_json(const NamedPerson& named);
Result<NamedPerson> read_named(const JsonObject& object);

class NamedRegister {
public:
    explicit NamedRegister(sql::Session& session) : session_(session) {}

    // The person of a naming. NotFound "lists.no_such_naming".
    Result<std::string> home_of(std::string_view naming_id);
    // NotFound "lists.no_such_naming".
    Result<NamedPerson> find(std::string_view subject_key, std::string_view naming_id);
    // All of a person, withdrawn ones included, in their order.
    Result<std::vector<NamedPerson>> of_person(std::string_view subject_key);

    // For apply alone.
    Result<void> save(const NamedPerson& named);

private:
    sql::Session& session_;
};

}  // namespace credit::lists
