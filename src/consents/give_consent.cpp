#include "consents/give_consent.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/purpose.h"
#include "consents/consent.h"
#include "consents/consent_register.h"
#include "consents/read_within.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/minority.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::consents {
namespace {

constexpr std::string_view give = "consents.give_consent";

// personal-information-protection-law-2021 art. 14: for one purpose, and to one who is named.
void judge_purpose(Grounds& grounds, const access::Occasion& occasion,
                   const ConsentProposal& proposal) {
    require(grounds,
            may_be_given(occasion.catalogue, proposal.bank, proposal.purpose, occasion.day),
            "consents.not_a_bank");
    const auto* const purpose = occasion.catalogue.purposes.find(proposal.purpose);
    require(grounds, purpose != nullptr, "consents.unknown_purpose");
    // What law allows by itself needs no consent, and none makes it look freely given.
    require(grounds,
            purpose == nullptr || occasion.catalogue.purposes
                                      .refusals(purpose->id, consent_ground,
                                                access::id_of(access::Role::Bank), occasion.day)
                                      .empty(),
            "consents.purpose_needs_none");
    require(grounds, !proposal.items.empty(), "consents.items_missing");
}

Result<void> judge_term(Grounds& grounds, const access::Occasion& occasion,
                        const ConsentProposal& proposal) {
    require(grounds, proposal.through_on.has_value(), "consents.last_day_missing");
    if (!proposal.through_on) return {};
    require(grounds, *proposal.through_on >= occasion.day, "consents.last_day_past");
    // personal-information-protection-law-2021 art. 19: no longer than the purpose needs.
    const auto longest = TRY(occasion.law.period("consent.longest", occasion.day));
    const auto last = occasion.law.calendar().last_day_of(longest, occasion.day).day;
    require(grounds, *proposal.through_on <= last, "consents.too_long", {calendar::to_text(last)});
    return {};
}

// personal-information-protection-law-2021 art. 31: under fourteen a guardian consents, and the
// register has no account of one.
Result<void> judge_age(Grounds& grounds, const access::Occasion& occasion,
                       const ConsentProposal& proposal) {
    if (!occasion.principal.subject_key.starts_with('P')) return {};
    require(grounds, proposal.born_on.has_value(), "consents.age_unknown");
    if (!proposal.born_on) return {};
    const auto age = TRY(occasion.law.period("consent.own_age", occasion.day));
    require(grounds,
            !identity::was_minor(*proposal.born_on, occasion.day, std::chrono::years(age.amount)),
            "consents.under_age");
    return {};
}

// One at a time, so that it is plain which of them a look-up was made under.
Result<void> judge_standing(Grounds& grounds, const access::Occasion& occasion,
                            const ConsentProposal& proposal) {
    const auto own =
        TRY(ConsentRegister(occasion.session).of_subject(occasion.principal.subject_key));
    const bool stands = std::ranges::any_of(own, [&](const Consent& each) {
        return each.bank == proposal.bank && each.purpose == proposal.purpose &&
               each.holds(occasion.day);
    });
    require(grounds, !stands, "consents.stands_already");
    return {};
}

ledger::Draft draft_of(const access::Occasion& occasion, std::string_view kind,
                       const Consent& consent) {
    return {.kind = std::string(kind),
            .home_key = consent.subject_key,
            .occurred_on = occasion.day,
            .body = to_text(JsonObject{{"consent", to_json(consent)}})};
}

}  // namespace

Result<ledger::Draft> give_consent(const access::Occasion& occasion,
                                   const ConsentProposal& proposal) {
    TRY(access::authorise(occasion.principal, "give_consent", {}));
    Grounds grounds;
    judge_purpose(grounds, occasion, proposal);
    TRY(judge_term(grounds, occasion, proposal));
    TRY(judge_age(grounds, occasion, proposal));
    TRY(judge_standing(grounds, occasion, proposal));
    if (!grounds.empty() || !proposal.through_on) return refuse(std::move(grounds));
    return draft_of(occasion, give,
                    {.subject_key = occasion.principal.subject_key,
                     .consent_id = occasion.act_id + "-1",
                     .bank = proposal.bank,
                     .purpose = proposal.purpose,
                     .items = proposal.items,
                     .given_at = occasion.received_at,
                     .from_on = occasion.day,
                     .through_on = *proposal.through_on});
}

Result<ledger::Draft> revoke_consent(const access::Occasion& occasion,
                                     std::string_view consent_id) {
    TRY(access::authorise(occasion.principal, "revoke_consent", {}));
    auto consent =
        TRY(ConsentRegister(occasion.session).find(occasion.principal.subject_key, consent_id));
    Grounds grounds;
    require(grounds, !consent.revoked(), "consents.revoked_already");
    require(grounds, consent.revoked() || occasion.day <= consent.through_on,
            "consents.over_already");
    if (!grounds.empty()) return refuse(std::move(grounds));
    // personal-information-protection-law-2021 art. 15: what was done before stays lawful.
    consent.revoked_at = occasion.received_at;
    consent.ended_on = occasion.day;
    return draft_of(occasion, "consents.revoke_consent", consent);
}

Result<void> apply_consent(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "consent"));
    const auto consent = TRY(read_consent(*object));
    TRY(ConsentRegister(session).save(consent));
    const bool given = act.kind == give;
    return ledger::tell(session, {.subject_key = consent.subject_key,
                                  .distribution_id = act.id + "-1",
                                  .act_id = act.id,
                                  .recipient_kind = "authority",
                                  .recipient = consent.bank,
                                  .about_id = consent.consent_id,
                                  .what = given ? "consent_given" : "consent_revoked",
                                  .urgent = !given});
}

}  // namespace credit::consents
