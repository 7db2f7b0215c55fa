#include "lookups/withholding/withhold.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/withholding_basis.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/lookup.h"
#include "lookups/questions/question.h"
#include "lookups/withholding/withholding.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

ledger::Draft draft_of(std::string_view kind, const Withholding& withholding,
                       std::string_view reasons, Date day) {
    return {
        .kind = std::string(kind),
        .home_key = withholding.home_key,
        .occurred_on = day,
        .body = to_text(JsonObject{{"withholding", to_json(withholding)}, {"reasons", reasons}})};
}

bool same_target(const Withholding& withholding, const WithholdingRequest& request) {
    if (request.lookup) return withholding.lookup_id == request.lookup->id;
    return withholding.lookup_id.empty() && withholding.case_number == request.case_number;
}

// The day from which the longest term is counted: of the look-up, or of the first withholding of
// the case. A second one cannot lengthen it.
Result<Date> first_day(const access::Occasion& occasion, const WithholdingRequest& request) {
    if (request.lookup) return day_of(request.lookup->looked_at);
    Date first = occasion.day;
    for (const auto& earlier :
         TRY(WithholdingRegister(occasion.session).of_authority(occasion.principal.authority))) {
        if (same_target(earlier, request)) first = std::min(first, earlier.from_on);
    }
    return first;
}

// Whether a day went by on which the subject could read it.
Result<bool> was_open(const access::Occasion& occasion, const Lookup& lookup) {
    const auto all = TRY(WithholdingRegister(occasion.session).of_authority(lookup.authority));
    for (Date day = day_of(lookup.looked_at); day < occasion.day; day += std::chrono::days{1}) {
        const bool hidden = std::ranges::any_of(all, [&](const Withholding& each) {
            return each.from_on <= day && each.hides(lookup, day);
        });
        if (!hidden) return true;
    }
    return false;
}

// decision 0131: what the subject could read, or has asked about, is not taken from it again.
Result<void> require_unknown(Grounds& grounds, const access::Occasion& occasion,
                             const WithholdingRequest& request) {
    if (!request.lookup) return {};
    const auto& lookup = *request.lookup;
    const bool open = TRY(was_open(occasion, lookup));
    require(grounds, !open, "lookups.shown_before");
    if (lookup.subject_key.empty()) return {};
    const auto question =
        TRY(QuestionRegister(occasion.session).about(lookup.subject_key, lookup.id));
    require(grounds, !question, "lookups.asked_before");
    return {};
}

Result<Grounds> judge(const access::Occasion& occasion, const WithholdingRequest& request,
                      const catalogue::WithholdingBasis* basis) {
    Grounds grounds;
    // personal-information-protection-law-2021 arts. 18, 35: only where an article says so,
    require(grounds, basis != nullptr, "lookups.basis_unknown");
    require(grounds, basis == nullptr || basis->in_force(occasion.law, occasion.day),
            "lookups.basis_not_in_force");
    require(grounds, request.lookup.has_value() != !request.case_number.empty(),
            "lookups.withheld_what");
    require(grounds, !request.document.empty(), "lookups.document_missing");
    require(grounds, !request.reasons.empty(), "lookups.reasons_missing");
    // and until a day.
    require(grounds, request.through_on.has_value(), "lookups.release_missing");
    if (!grounds.empty() || basis == nullptr || !request.through_on) return grounds;

    TRY(require_unknown(grounds, occasion, request));
    require(grounds, *request.through_on >= occasion.day, "lookups.release_past");
    const auto longest = TRY(occasion.law.period(basis->longest, occasion.day));
    const auto first = TRY(first_day(occasion, request));
    const auto last = occasion.law.calendar().last_day_of(longest, first).day;
    require(grounds, *request.through_on <= last, "lookups.withheld_too_long",
            {calendar::to_text(last)});
    return grounds;
}

}  // namespace

Result<ledger::Draft> withhold(const access::Occasion& occasion,
                               const WithholdingRequest& request) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "withhold_lookups", authority));
    const auto* const basis = occasion.catalogue.withholding.find(request.basis);
    auto grounds = TRY(judge(occasion, request, basis));
    if (!grounds.empty() || basis == nullptr || !request.through_on) {
        return refuse(std::move(grounds));
    }
    const Withholding withholding{.home_key = home_of_authority(authority),
                                  .withholding_id = occasion.act_id + "-1",
                                  .authority = authority,
                                  .lookup_id = request.lookup ? request.lookup->id : "",
                                  .case_number = request.case_number,
                                  .basis = basis->id,
                                  .article = law::to_text(basis->citation),
                                  .document = request.document,
                                  .from_on = occasion.day,
                                  .through_on = *request.through_on};
    return draft_of("lookups.withhold", withholding, request.reasons, occasion.day);
}

Result<ledger::Draft> end_withholding(const access::Occasion& occasion,
                                      std::string_view withholding_id, std::string_view reasons) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "end_withholding", authority));
    auto withholding = TRY(
        WithholdingRegister(occasion.session).find(home_of_authority(authority), withholding_id));
    Grounds grounds;
    require(grounds, withholding.stands(occasion.day), "lookups.withholding_over");
    require(grounds, !reasons.empty(), "lookups.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    withholding.ended_on = occasion.day;
    return draft_of("lookups.end_withholding", withholding, reasons, occasion.day);
}

Result<void> apply_withholding(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "withholding"));
    const auto withholding = TRY(read_withholding(*object));
    return WithholdingRegister(session).save(withholding);
}

}  // namespace credit::lookups
