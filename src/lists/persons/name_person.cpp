#include "lists/persons/name_person.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/minority.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/persons/named_person.h"
#include "lists/step.h"
#include "lookups/correction.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/responsibility.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::lists {
namespace {

using catalogue::ListStandard;

// The law of a list reaches whom one of its measures addresses.
bool reaches(const access::Occasion& occasion, const ListStandard& standard,
             std::string_view role) {
    const auto measures = standard.measures_on(occasion.day);
    return std::ranges::any_of(measures, [&](const std::string& id) {
        const auto* const measure = occasion.catalogue.measures.find(id);
        return measure != nullptr && measure->in_force(occasion.day) &&
               subjects::reaches(*measure, role);
    });
}

Result<void> require_responsible(Grounds& grounds, const access::Occasion& occasion,
                                 const Naming& naming, const identity::SubjectKey& person,
                                 const Listing& listing) {
    const auto organisation = TRY(identity::SubjectKey::parse(naming.organisation_key));
    subjects::SubjectRegister kept(occasion.session);
    const auto roles = TRY(kept.roles_in(organisation));
    std::ranges::move(subjects::judge_responsibility({.organisation = organisation,
                                                      .role = naming.role,
                                                      .conduct_on = listing.conduct_on,
                                                      .finding = naming.finding},
                                                     person, roles),
                      std::back_inserter(grounds));
    const auto match = TRY(kept.match(person, naming.name, occasion.day));
    require(grounds, !naming.name.empty() && match != subjects::Match::IdentityNotConfirmed,
            "lists.identity_not_confirmed");
    return {};
}

Result<void> protect_minor(Grounds& grounds, const access::Occasion& occasion, const Naming& naming,
                           const Listing& listing) {
    const auto age = TRY(occasion.law.period("person.adult_age", occasion.day));
    require(grounds, naming.born_on.has_value(), "lists.birth_date_unknown");
    if (!naming.born_on || !listing.conduct_on) return {};
    require(
        grounds,
        !identity::was_minor(*naming.born_on, *listing.conduct_on, std::chrono::years(age.amount)),
        "lists.minor");
    return {};
}

// guobanfa-2020-49: whoever is named was told before, had the list's own time to answer, and is
// answered.
void require_heard(Grounds& grounds, const access::Occasion& occasion, const Naming& naming,
                   const ListStandard& standard) {
    require(grounds, naming.told_on.has_value(), "lists.person_not_told");
    if (naming.told_on) {
        const Date last =
            occasion.law.calendar().last_day_of(standard.notice.window, *naming.told_on).day;
        require(grounds, occasion.day > last, "lists.person_window_open",
                {calendar::to_text(last)});
    }
    require(grounds, !naming.proof.empty(), "lists.person_proof_missing");
    require(grounds, !naming.answer.empty(), "lists.statement_not_answered");
    require(grounds, !naming.remedy.empty(), "lists.remedy_missing");
}

bool is_decided(const Listing& listing, Date day) {
    const bool stands =
        listing.state == State::Decided ||
        (listing.state == State::InForce && (!listing.last_day() || day <= *listing.last_day()));
    return stands && listing.category == "organisation" && listing.colour == "black";
}

Result<bool> is_named(const access::Occasion& occasion, const identity::SubjectKey& person,
                      const Naming& naming) {
    const auto all = TRY(NamedRegister(occasion.session).of_person(person.text()));
    return std::ranges::any_of(all, [&](const NamedPerson& each) {
        return each.listing_id == naming.listing_id && !each.withdrawn();
    });
}

}  // namespace

Result<ledger::Draft> name_person(const access::Occasion& occasion, const Naming& naming) {
    TRY(access::authorise(occasion.principal, "name_person", occasion.principal.authority));
    if (!naming.person) return fail(ErrorCode::Refused, "lists.match_by_name_alone");
    const auto& person = *naming.person;
    const auto found = TRY(find_listing(occasion, naming.organisation_key, naming.listing_id));
    const auto& [listing, standard] = found;
    Grounds grounds;
    require_own(grounds, occasion, listing);
    require(grounds, is_decided(listing, occasion.day), "lists.not_decided");
    require(grounds, !TRY(is_named(occasion, person, naming)), "lists.named_already");
    require(grounds, person.of_person(), "lists.not_a_person");
    require(grounds, reaches(occasion, standard, naming.role), "lists.role_beyond_the_list",
            {naming.role});
    TRY(require_responsible(grounds, occasion, naming, person, listing));
    TRY(protect_minor(grounds, occasion, naming, listing));
    require_heard(grounds, occasion, naming, standard);
    if (!grounds.empty() || !listing.conduct_on || !naming.told_on) {
        return refuse(std::move(grounds));
    }
    const NamedPerson named{.subject_key = std::string(person.text()),
                            .naming_id = occasion.act_id + "-1",
                            .organisation_key = naming.organisation_key,
                            .listing_id = naming.listing_id,
                            .authority = occasion.principal.authority,
                            .role = naming.role,
                            .finding = naming.finding,
                            .document_number = listing.document_number.value_or(""),
                            .remedy = naming.remedy,
                            .conduct_on = *listing.conduct_on,
                            .named_on = occasion.day};
    const JsonObject said{{"told_on", calendar::to_text(*naming.told_on)},
                          {"proof", naming.proof},
                          {"answer", naming.answer},
                          {"facts", subjects::to_json(subjects::facts_of_first_record(
                                        person, naming.name, occasion.day))}};
    return ledger::Draft{.kind = "lists.name_person",
                         .home_key = named.subject_key,
                         .occurred_on = occasion.day,
                         .body = to_text({{"naming", to_json(named)}, {"said", said}})};
}

Result<ledger::Draft> withdraw_naming(const access::Occasion& occasion,
                                      const NamingWithdrawal& withdrawal) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "withdraw_naming", authority));
    auto named =
        TRY(NamedRegister(occasion.session).find(withdrawal.person_key, withdrawal.naming_id));
    Grounds grounds;
    require(grounds, occasion.catalogue.authorities.succeeds(authority, named.authority),
            "lists.not_your_listing");
    require(grounds, !named.withdrawn(), "lists.naming_withdrawn_already");
    require(grounds, !withdrawal.reasons.empty(), "lists.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto told =
        TRY(lookups::told_wrong(occasion, withdrawal.reached, "withdrawn", named.authority));
    auto body = naming_withdrawn(std::move(named), withdrawal.reasons);
    body["told"] = lookups::to_json(told);
    if (!told.empty()) body["told_openly"] = lookups::told_openly(withdrawal.reached);
    return ledger::Draft{.kind = "lists.withdraw_naming",
                         .home_key = withdrawal.person_key,
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

JsonObject naming_withdrawn(NamedPerson named, std::string reasons) {
    named.withdrawn_reason = std::move(reasons);
    return {{"naming", to_json(named)}};
}

Result<void> apply_naming_in(sql::Session& session, const JsonObject& body) {
    const auto* const object = TRY(read_object(body, "naming"));
    const auto named = TRY(read_named(*object));
    return NamedRegister(session).save(named);
}

Result<void> apply_naming(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    TRY(apply_naming_in(session, body));
    if (body.contains("told")) {
        const auto* const naming = TRY(read_object(body, "naming"));
        const auto* const told = TRY(read_array(body, "told"));
        const auto named = TRY(read_named(*naming));
        TRY(lookups::apply_told(session, act, named.naming_id, *told));
    }
    if (!body.contains("said")) return {};
    // Whoever was not known before is by this, as by a first record.
    const auto* const said = TRY(read_object(body, "said"));
    const auto* const facts = TRY(read_object(*said, "facts"));
    const auto read = TRY(subjects::read_facts(*facts));
    return subjects::SubjectRegister(session).save_act(read, act.id);
}

}  // namespace credit::lists
