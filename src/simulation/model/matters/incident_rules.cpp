#include "simulation/model/matters/incident_rules.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

constexpr std::string_view the_department = "SD-CYB";

Date last_day_of(const IncidentStep& step, std::string_view parameter, Date start) {
    const auto period = step.law.library().period(parameter, step.who.today);
    return step.law.calendar().end_of(*period, start).day;
}

bool any_noted(const IncidentCard& card) {
    return std::ranges::any_of(card.concerned, [](const auto& each) { return !each.told; });
}

bool all_reached(const IncidentCard& card) {
    return std::ranges::all_of(card.concerned,
                               [](const auto& each) { return !each.told || each.read; });
}

}  // namespace

void enter_opening(const IncidentStep& step, IncidentCard& card, Date discovered_on) {
    card.authority = step.who.authority;
    card.report_due = last_day_of(step, "incident.report", discovered_on);
    card.tell_due = last_day_of(step, "incident.tell", discovered_on);
}

Refusals against_going_on(const IncidentStep& step, const IncidentCard& card) {
    Refusals no;
    no.unless(!card.closed, "incidents.closed_already");
    no.unless(took_over(step.law, step.who.authority, card.authority), "incidents.not_yours");
    return no;
}

Refusals against_report(const IncidentStep& step, const IncidentCard& card) {
    auto no = against_going_on(step, card);
    no.unless(!card.reported, "incidents.reported_already");
    no.unless(step.said.text("department") == the_department, "incidents.not_the_department");
    no.unless(step.said.anything("document_number"), "incidents.document_missing");
    return no;
}

void enter_report(const IncidentStep& /*step*/, IncidentCard& card) {
    card.reported = true;
    card.report_runs = false;
}

Refusals against_exception(const IncidentStep& step, const IncidentCard& card) {
    auto no = against_going_on(step, card);
    no.unless(card.reported, "incidents.not_reported");
    no.unless(card.must_tell(), "incidents.excepted_already");
    no.unless(!card.ordered, "incidents.telling_ordered");
    no.unless(step.said.anything("measures"), "incidents.measures_missing");
    no.unless(step.said.anything("reasons"), "incidents.reasons_missing");
    return no;
}

void enter_exception(const IncidentStep& /*step*/, IncidentCard& card) {
    card.excepted = true;
    card.tell_due.reset();
    card.tell_runs = false;
}

Refusals against_order(const IncidentStep& step, const IncidentCard& card) {
    Refusals no;
    no.unless(!card.closed, "incidents.closed_already");
    no.unless(card.reported && step.who.authority == the_department,
              "incidents.not_reported_to_you");
    no.unless(card.excepted, "incidents.not_excepted");
    no.unless(!card.ordered, "incidents.telling_ordered");
    no.unless(step.said.anything("document_number"), "incidents.document_missing");
    no.unless(step.said.anything("reasons"), "incidents.reasons_missing");
    return no;
}

void enter_order(const IncidentStep& step, IncidentCard& card) {
    card.ordered = true;
    card.completed = false;
    card.tell_due = last_day_of(step, "incident.tell", step.who.today);
    card.tell_runs = true;
}

Refusals against_completion(const IncidentStep& step, const IncidentCard& card) {
    auto no = against_going_on(step, card);
    no.unless(card.must_tell(), "incidents.need_not_tell");
    if (!no.none()) return no;
    no.unless(!card.completed, "incidents.completed_already");
    no.unless(!card.concerned.empty(), "incidents.nobody_concerned");
    no.unless(!any_noted(card), "incidents.untold_remain");
    return no;
}

void enter_completion(const IncidentStep& /*step*/, IncidentCard& card) {
    card.completed = true;
    card.tell_due.reset();
    card.tell_runs = false;
}

Refusals against_closing_incident(const IncidentStep& step, const IncidentCard& card) {
    auto no = against_going_on(step, card);
    no.unless(card.reported, "incidents.not_reported");
    if (card.must_tell()) {
        no.unless(card.completed, "incidents.telling_not_complete");
        no.unless(!any_noted(card), "incidents.untold_remain");
    }
    no.unless(all_reached(card), "incidents.unreached_remain");
    no.unless(step.said.anything("document_number"), "incidents.document_missing");
    no.unless(step.said.anything("lessons"), "incidents.lessons_missing");
    return no;
}

void enter_closing_incident(const IncidentStep& /*step*/, IncidentCard& card) {
    card.closed = true;
    card.report_runs = false;
    card.tell_runs = false;
}

std::size_t enter_concerned(const Cards& cards, IncidentCard& card,
                            const std::vector<std::size_t>& subjects) {
    std::size_t acts = 0;
    for (const auto subject : subjects) {
        const auto known = std::ranges::find(card.concerned, subject, &ConcernCard::subject);
        if (known != card.concerned.end() || !cards.subjects[subject].known) continue;
        card.concerned.push_back({.subject = subject, .told = card.must_tell()});
        ++acts;
    }
    return acts;
}

std::size_t enter_telling(IncidentCard& card) {
    std::size_t acts = 0;
    if (!card.must_tell()) return acts;
    for (auto& each : card.concerned) {
        if (each.told) continue;
        each.told = true;
        ++acts;
    }
    return acts;
}

std::size_t enter_late_incidents(Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& card : cards.incidents) {
        if (card.report_runs && today > card.report_due) {
            card.report_runs = false;
            ++acts;
        }
        if (card.tell_runs && card.tell_due && today > *card.tell_due) {
            card.tell_runs = false;
            ++acts;
        }
    }
    return acts;
}

}  // namespace credit::simulation
