#include "simulation/model/task_rules.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using catalogue::Authority;
using catalogue::ListStandard;
using catalogue::Measure;
using catalogue::MeasureGroup;
using catalogue::SubjectCategory;

// The market, the record and what is for information set nobody to work.
bool sets_to_work(const Measure& measure, const ListStandard& standard, SubjectCategory category) {
    if (measure.group == MeasureGroup::Market || measure.group == MeasureGroup::RecordOnly ||
        measure.obligation == catalogue::Obligation::Information) {
        return false;
    }
    if (standard.colour == catalogue::Colour::Red) return measure.group == MeasureGroup::Incentive;
    return follows(measure, standard, category);
}

// Of one level, for the region in question.
std::vector<std::string> offices_with(const PlainLaw& law, const std::string& function,
                                      catalogue::RegionLevel level, const std::string& region,
                                      Date day) {
    std::vector<std::string> offices;
    for (const auto& authority : law.catalogue().authorities.all()) {
        const bool there =
            law.authority(authority.code, day) != nullptr && authority.level == level;
        if (there && names(authority.functions, function) &&
            law.catalogue().regions.contains(authority.region, region)) {
            offices.push_back(authority.code);
        }
    }
    return offices;
}

std::vector<std::string> offices_for(const PlainLaw& law, const std::string& function,
                                     const Authority& decided, Date day) {
    auto offices = offices_with(law, function, decided.level, decided.region, day);
    if (!offices.empty()) return offices;
    return offices_with(law, function, catalogue::RegionLevel::Province, decided.region, day);
}

// Measures of the list that set anybody to work on that day about such a subject.
std::vector<const Measure*> measures_of(const PlainLaw& law, const ListStandard& standard,
                                        SubjectCategory category, Date today) {
    std::vector<const Measure*> all;
    for (const auto& id : standard.measures) {
        const auto* const measure = law.catalogue().measures.find(id);
        const bool binds = measure != nullptr && in_force(*measure, today) &&
                           is_addressed(*measure, category) &&
                           sets_to_work(*measure, standard, category);
        if (binds) all.push_back(measure);
    }
    return all;
}

// Whoever is told of it at checks is set to work by them alone.
std::vector<std::string> offices_for(const PlainLaw& law, const Measure& measure,
                                     const Authority& decided, Date today) {
    std::vector<std::string> all;
    for (const auto& function : measure.implementers) {
        if (function == "all_departments" || function == "permit_authority") continue;
        for (auto& office : offices_for(law, function, decided, today)) {
            if (!names(all, office)) all.push_back(std::move(office));
        }
    }
    return all;
}

std::vector<TaskCard> tasks_of(const PlainLaw& law, const Cards& cards, std::size_t listing,
                               Date today) {
    const auto& card = cards.listings[listing];
    const auto& subject = cards.subjects[card.subject];
    const auto* const decided = law.authority(card.authority, today);
    std::map<std::string, TaskCard> tasks;
    if (decided == nullptr || !in_force(*card.standard, today)) return {};
    for (const auto* measure : measures_of(law, *card.standard, subject.who.category, today)) {
        for (const auto& office : offices_for(law, *measure, *decided, today)) {
            tasks[office].duties.push_back({.measure = measure});
        }
    }
    std::vector<TaskCard> all;
    const auto response = law.library().period("execution.response", today);
    for (auto& [office, task] : tasks) {
        task.id = card.id + "-" + office;
        task.listing = listing;
        task.authority = office;
        task.opened_on = today;
        task.due_on = law.calendar().end_of(*response, today).day;
        all.push_back(task);
    }
    return all;
}

Date outcome_due(const PlainLaw& law, Date start) {
    return law.calendar().end_of(*law.library().period("execution.outcome", start), start).day;
}

bool is_over(const ListingCard& card, Date day) {
    const auto last = card.last_day();
    return (card.ended_on && day >= *card.ended_on) || (last && day > *last);
}

void against_executed(Refusals& no, const TaskStep& step, const TaskCard& card) {
    const auto& listing = step.cards.listings[card.listing];
    const auto& subject = step.cards.subjects[listing.subject];
    no.unless(step.said.anything("done_on"), "execution.done_on_missing");
    if (!step.said.anything("done_on")) return;
    const auto done_on = *calendar::parse_date(step.said.text("done_on"));
    no.unless(done_on <= step.who.today, "execution.done_in_future");
    no.unless(step.said.anything("document_number"), "execution.document_missing");
    no.unless(!is_held(step.cards, listing), "execution.on_hold");
    no.unless(!is_over(listing, done_on), "execution.not_in_force");
    no.unless(!subject.is_person() || step.said.anything("officer"), "execution.officer_missing");
}

void against_reason(Refusals& no, const TaskStep& step, const TaskCard& card,
                    const DutyCard& duty) {
    const auto& listing = step.cards.listings[card.listing];
    const auto why = step.said.text("ground");
    no.unless(step.said.anything("words"), "execution.words_missing");
    if (why == "no_competence") no.unless(false, "execution.is_competent");
    if (why == "pending") {
        no.unless(is_held(step.cards, listing), "execution.nothing_pending");
    }
    if (why == "ended") no.unless(is_over(listing, step.who.today), "execution.not_over");
    if (why == "order_missing") no.unless(false, "execution.order_stands");
    if (why == "not_taken") {
        no.unless(duty.measure->obligation != catalogue::Obligation::Mandatory,
                  "execution.is_mandatory");
    }
}

// Whether an act of the register comes of it.
bool falls_due(const PlainLaw& law, const Cards& cards, TaskCard& card, Date today) {
    const auto& listing = cards.listings[card.listing];
    if (!card.is_open() || card.named || today <= card.due_on) return false;
    const bool any_in_force = std::ranges::any_of(card.duties, [&](const DutyCard& duty) {
        return !duty.answered && in_force(*duty.measure, today);
    });
    if (is_over(listing, today) || !any_in_force) {
        card.lapsed = true;
        return true;
    }
    if (is_held(cards, listing)) return false;
    if (card.accepted) {
        card.named = true;
    } else {
        // Silence counts as acceptance on the last day.
        card.accepted = true;
        card.due_on = outcome_due(law, card.due_on);
    }
    return true;
}

}  // namespace

std::vector<TaskCard> tasks_to_start(const PlainLaw& law, const Cards& cards, Date today) {
    std::vector<TaskCard> all;
    for (std::size_t listing = 0; listing < cards.listings.size(); ++listing) {
        const auto& card = cards.listings[listing];
        if (card.stage != "in_force" || card.started || !card.stands_on(today)) continue;
        for (auto& task : tasks_of(law, cards, listing, today)) all.push_back(std::move(task));
    }
    return all;
}

Refusals against_acceptance(const TaskStep& step, const TaskCard& card) {
    Refusals no;
    no.unless(step.who.authority == card.authority, "execution.not_yours");
    no.unless(!card.accepted, "execution.accepted_already");
    no.unless(card.is_open(), "execution.answered_already");
    no.unless(!is_over(step.cards.listings[card.listing], step.who.today), "execution.stale");
    return no;
}

void enter_acceptance(const TaskStep& step, TaskCard& card) {
    card.accepted = true;
    card.due_on = outcome_due(step.law, step.who.today);
}

Refusals against_outcome(const TaskStep& step, const TaskCard& card, const DutyCard& duty) {
    Refusals no;
    no.unless(step.who.authority == card.authority, "execution.not_yours");
    if (!no.none()) return no;
    no.unless(!duty.answered, "execution.answered_already");
    if (step.said.text("outcome") == "executed") {
        against_executed(no, step, card);
    } else {
        against_reason(no, step, card, duty);
    }
    return no;
}

std::size_t enter_late_tasks(const PlainLaw& law, Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& card : cards.tasks) {
        while (falls_due(law, cards, card, today)) {
            ++acts;
            if (card.lapsed) break;
        }
    }
    return acts;
}

}  // namespace credit::simulation
