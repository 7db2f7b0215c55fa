#include "http/lists/naming.h"

#include <array>
#include <optional>
#include <span>
#include <string>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/subjects/named_subject.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing_register.h"
#include "lists/persons/name_person.h"
#include "lists/persons/named_person.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

// The naming as it stands after the act, without saying who it is.
Result<Response> answer_of(const ledger::Act& act, int status) {
    const auto body = TRY(parse_object(act.body));
    auto naming = *TRY(read_object(body, "naming"));
    naming.erase("subject");
    naming.erase("organisation");
    naming["act"] = act.id;
    return json_response(naming, status);
}

Result<lists::Naming> read_naming(const Request& request, const Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"identifier", "name", "role", "finding", "told_on",
                                              "proof", "answer", "remedy"}));
    lists::Naming naming{.organisation_key = {}, .listing_id = request.path_values.front()};
    if (const auto named = TRY(read_named_subject(context, body, "identifier", day))) {
        // A person whom the register does not know yet may be named, and no name confirms that one.
        if (named->path == subjects::Path::Converted) {
            return fail(ErrorCode::InvalidInput, "subjects.old_number", {}, "/identifier");
        }
        naming.person = named->key;
        naming.born_on = named->born_on;
    }
    naming.name = TRY(read_text(body, "name"));
    naming.role = TRY(read_text(body, "role"));
    naming.told_on = TRY(calendar::read_optional_typed_date(body, "told_on"));
    naming.finding = TRY(read_free_text(body, "finding", day));
    naming.proof = TRY(read_free_text(body, "proof", day));
    naming.answer = TRY(read_free_text(body, "answer", day));
    naming.remedy = TRY(read_free_text(body, "remedy", day));
    return naming;
}

Result<Response> name_person(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "name_person", request.caller.authority));
    auto naming = TRY(read_naming(request, context));
    if (!naming.person) return fail(ErrorCode::Refused, "lists.match_by_name_alone");
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        naming.organisation_key = TRY(lists::ListingRegister(*lease).home_of(naming.listing_id));
    }
    const auto act = TRY(context.desk.perform(
        caller_of(request), naming.person->text(),
        [&](const access::Occasion& occasion) { return lists::name_person(occasion, naming); }));
    return answer_of(act, 201);
}

Result<Response> withdraw_naming(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"reasons"}));
    lists::NamingWithdrawal withdrawal{
        .person_key = {},
        .naming_id = request.path_values.front(),
        .reasons = TRY(read_free_text(body, "reasons", day_of(request.received_at)))};
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        withdrawal.person_key = TRY(lists::NamedRegister(*lease).home_of(withdrawal.naming_id));
    }
    TRY(settle_ahead(context));
    const auto act =
        TRY(context.desk.perform(caller_of(request), withdrawal.person_key,
                                 [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
                                     withdrawal.reached =
                                         TRY(reached_by(context, occasion.session,
                                                        {.subject_key = withdrawal.person_key,
                                                         .id = withdrawal.naming_id,
                                                         .day = occasion.day}));
                                     return lists::withdraw_naming(occasion, withdrawal);
                                 }));
    return answer_of(act, 200);
}

}  // namespace

std::span<const Operation> naming_operations() {
    static const std::array operations{
        step("name_person", "/v1/listings/{listing}/persons", BodyKind::Json, name_person),
        step("withdraw_naming", "/v1/namings/{naming}/withdrawal", BodyKind::Json, withdraw_naming),
    };
    return operations;
}

}  // namespace credit::http
