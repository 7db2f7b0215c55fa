#include "lists/persons/named_person.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lists/persons/named_person.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lists {
namespace {

constexpr std::array<std::pair<std::string NamedPerson::*, std::string_view>, 10> texts{
    {{&NamedPerson::subject_key, "subject"},
     {&NamedPerson::naming_id, "naming"},
     {&NamedPerson::organisation_key, "organisation"},
     {&NamedPerson::listing_id, "listing"},
     {&NamedPerson::authority, "authority"},
     {&NamedPerson::role, "role"},
     {&NamedPerson::finding, "finding"},
     {&NamedPerson::document_number, "document_number"},
     {&NamedPerson::remedy, "remedy"},
     {&NamedPerson::withdrawn_reason, "withdrawn_reason"}}};

Result<NamedPerson> named_of(const sql::Row& row) {
    const auto object = TRY(parse_object(row.text(0)));
    return read_named(object);
}

}  // namespace

JsonObject to_json(const NamedPerson& named) {
    JsonObject object{{"conduct_on", calendar::to_text(named.conduct_on)},
                      {"named_on", calendar::to_text(named.named_on)}};
    for (const auto& [member, name] : texts) object[name] = named.*member;
    return object;
}

Result<NamedPerson> read_named(const JsonObject& object) {
    NamedPerson named;
    for (const auto& [member, name] : texts) named.*member = TRY(read_text(object, name));
    named.conduct_on = TRY(calendar::read_date(object, "conduct_on"));
    named.named_on = TRY(calendar::read_date(object, "named_on"));
    return named;
}

Result<std::string> NamedRegister::home_of(std::string_view naming_id) {
    const auto row = TRY(session_.find(persons::statements::find_naming_home, {naming_id}));
    if (!row) return fail(ErrorCode::NotFound, "lists.no_such_naming");
    return row->text(0);
}

Result<NamedPerson> NamedRegister::find(std::string_view subject_key, std::string_view naming_id) {
    const auto row = TRY(session_.find(persons::statements::find_naming, {subject_key, naming_id}));
    if (!row) return fail(ErrorCode::NotFound, "lists.no_such_naming");
    return named_of(*row);
}

Result<std::vector<NamedPerson>> NamedRegister::of_person(std::string_view subject_key) {
    std::vector<NamedPerson> all;
    for (const auto& row : TRY(session_.query(persons::statements::namings_of, {subject_key}))) {
        all.push_back(TRY(named_of(row)));
    }
    return all;
}

Result<void> NamedRegister::save(const NamedPerson& named) {
    TRY(session_.execute(
        persons::statements::save_naming,
        {named.subject_key, named.naming_id, named.listing_id, to_text(to_json(named))}));
    TRY(session_.execute(persons::statements::save_naming_home,
                         {named.naming_id, named.subject_key}));
    return {};
}

}  // namespace credit::lists
