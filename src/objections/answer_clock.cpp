#include "objections/answer_clock.h"

#include <optional>
#include <string_view>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/persons/named_person.h"
#include "objections/objection.h"
#include "objections/step.h"
#include "sql/session.h"

namespace credit::objections {
namespace {

struct Clock {
    calendar::DueDay due;
    law::Citation basis;
};

Result<Clock> general_clock(const access::Occasion& occasion, std::string_view name, Date start) {
    const auto* const parameter = TRY(occasion.law.parameter(name, occasion.day));
    const auto period = TRY(occasion.law.period(name, occasion.day));
    return Clock{.due = occasion.law.calendar().last_day_of(period, start),
                 .basis = parameter->citation};
}

// That is objected to, or that of the organisation in whose decision the person is named.
Result<std::optional<lists::Listing>> listing_of(sql::Session& session,
                                                 const Objection& objection) {
    lists::ListingRegister listings(session);
    if (objection.about == About::Listing) {
        return TRY(listings.find(objection.subject_key, objection.about_id));
    }
    if (objection.about != About::Naming) return std::nullopt;
    const auto named =
        TRY(lists::NamedRegister(session).find(objection.subject_key, objection.about_id));
    return TRY(listings.find(named.organisation_key, named.listing_id));
}

// decision 0197: the rule of the list counts where it gives the authority less time.
Result<void> shorten_by_list(const access::Occasion& occasion, const Objection& objection,
                             Clock& clock) {
    const auto listing = TRY(listing_of(occasion.session, objection));
    if (!listing) return {};
    const auto* const standard = occasion.catalogue.standards.find(listing->standard);
    if (standard == nullptr || !standard->objection_answered_within) return {};
    const auto due = occasion.law.calendar().last_day_of(*standard->objection_answered_within,
                                                         objection.filed_on);
    if (due.day >= clock.due.day) return {};
    clock = {.due = due, .basis = standard->bases.front().citation};
    return {};
}

void run(Step& step, const Clock& clock) {
    step.objection.due_on = clock.due.day;
    step.objection.provisional = clock.due.provisional;
    step.running.push_back({.kind = "objections.answer",
                            .due_on = clock.due.day,
                            .article = law::to_text(clock.basis)});
}

}  // namespace

Result<void> start_answer_clock(const access::Occasion& occasion, Step& step, CheckedBy by) {
    const bool own = by == CheckedBy::Register;
    auto clock = TRY(general_clock(
        occasion, own ? "objection.result.own_data" : "objection.result.with_other_unit",
        step.objection.filed_on));
    if (!own) TRY(shorten_by_list(occasion, step.objection, clock));
    run(step, clock);
    return {};
}

Result<void> extend_answer_clock(const access::Occasion& occasion, Step& step) {
    run(step, TRY(general_clock(occasion, "objection.extension",
                                step.objection.due_on.value_or(occasion.day))));
    return {};
}

}  // namespace credit::objections
