#include "simulation/model/repair_rules.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/model/cards.h"
#include "simulation/model/counter_rules.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using access::Role;
using catalogue::TermKind;
using std::chrono::days;

template <typename Card>
Card* card_of(std::vector<Card>& all, const std::string& id) {
    for (auto& card : all) {
        if (card.id == id) return &card;
    }
    return nullptr;
}

ListingCard* listing_of(const RepairStep& step, const RepairCard& card) {
    return card.item_kind == "listing" ? card_of(step.cards.listings, card.item) : nullptr;
}
OrderCard* order_of(const RepairStep& step, const RepairCard& card) {
    return card.item_kind == "order" ? card_of(step.cards.orders, card.item) : nullptr;
}
RecordCard* record_of(const RepairStep& step, const RepairCard& card) {
    return card.item_kind == "record" ? present_version(step.cards, card.item) : nullptr;
}

bool is_same_item(const RepairStep& step, const RepairCard& one, const RepairCard& other) {
    const auto* const record = record_of(step, one);
    return one.item == other.item || (record != nullptr && record == record_of(step, other));
}

// Every step is about the version that stands on its day.
void follow_version(const RepairStep& step, RepairCard& card) {
    if (const auto* record = record_of(step, card)) card.item = record->id;
}

bool stands(const RepairStep& step, const RepairCard& card) {
    const Date today = step.who.today;
    if (const auto* listing = listing_of(step, card)) return listing->stands_on(today);
    if (const auto* order = order_of(step, card)) return order->stands_on(today);
    const auto* record = record_of(step, card);
    return record != nullptr && record->ended_as.empty() &&
           (record->kind != "penalty" || today <= disclosed_through(step.law, *record, today));
}

// Nothing is left to decide of what is over; whoever would decide next says so, and no more.
bool is_over(const RepairStep& step, const RepairCard& card) {
    return card.is_open() && !stands(step, card);
}

bool adverse(const RepairStep& step, const RepairCard& card) {
    if (const auto* listing = listing_of(step, card)) {
        return listing->standard->colour == catalogue::Colour::Black;
    }
    if (const auto* order = order_of(step, card)) {
        return order->measure->group != catalogue::MeasureGroup::Incentive;
    }
    const auto* record = record_of(step, card);
    return record != nullptr && record->kind == "penalty";
}

// The earlier of what the rules of then and of now ask.
std::optional<Date> shortest_publicity(const PlainLaw& law, std::string_view publicity_class,
                                       Date start, Date today) {
    const std::string name = "publicity." + std::string(publicity_class) + ".shortest";
    std::optional<Date> through;
    for (const Date version : {start, today}) {
        const auto period = law.library().period(name, version);
        if (!period) continue;
        const Date end =
            period->amount == 0 ? start - days{1} : law.calendar().end_of(*period, start).day;
        if (!through || end < *through) through = end;
    }
    return through;
}

// The last day on which the item must still wait.
std::optional<Date> waits(const RepairStep& step, const RepairCard& card) {
    const auto& law = step.law;
    const Date today = step.who.today;
    if (const auto* listing = listing_of(step, card)) {
        const auto& early = listing->standard->early_removal;
        const auto& from_on = listing->from_on;
        if (!from_on) return std::nullopt;
        if (!early) return shortest_publicity(law, "serious", *from_on, today);
        if (early->earliest.amount == 0 || early->from_correction) return std::nullopt;
        return law.calendar().end_of(early->earliest, *from_on).day;
    }
    if (const auto* order = order_of(step, card)) {
        const auto& term = order->measure->term;
        const bool lasts = term.kind == TermKind::Fixed || term.kind == TermKind::Decided;
        if (!lasts || !term.shortest) return std::nullopt;
        return law.calendar().end_of(*term.shortest, order->decided_on).day;
    }
    const auto* record = record_of(step, card);
    return shortest_publicity(law, record->penalty_class, record->decided_on, today);
}

bool for_life(const RepairStep& step, const RepairCard& card) {
    const auto* order = order_of(step, card);
    return order != nullptr && (order->measure->term.kind == TermKind::Life ||
                                (!order->last_day() && order->ends_when.empty()));
}

bool asks_more(const RepairStep& step, const RepairCard& card) {
    const auto* listing = listing_of(step, card);
    return listing != nullptr && listing->standard->early_removal &&
           !listing->standard->early_removal->conditions_zh.empty();
}

// No repair of anything of the subject until then.
std::optional<Date> barred_through(const Cards& cards, std::size_t subject) {
    std::optional<Date> last;
    for (const auto& each : cards.repairs) {
        if (each.subject == subject && each.wait_through) {
            last = std::max(last.value_or(*each.wait_through), *each.wait_through);
        }
    }
    return last;
}

// Only the subject, and who speaks for it, is told that it is over.
Refusals against_what_is_over(const RepairStep& step, const RepairCard& card) {
    const auto& subject = step.cards.subjects[card.subject];
    const bool speaks = step.who.role == Role::Subject ||
                        (step.said.text("name") == subject.who.name && card.authorised);
    Refusals no;
    no.unless(false, speaks ? "repair.does_not_stand" : "repair.no_such_item");
    return no;
}

void unmet(Refusals& no, const RepairStep& step, const RepairCard& card) {
    const Date today = step.who.today;
    no.unless(!for_life(step, card), "repair.excluded_by_law");
    const auto wait = waits(step, card);
    no.unless(!wait || today > *wait, "repair.too_early");
    no.unless(step.said.yes("corrected"), "repair.not_corrected");
    no.unless(step.said.yes("performed"), "repair.not_performed");
    no.unless(step.said.yes("committed"), "repair.commitment_missing");
    no.unless(!asks_more(step, card) || step.said.yes("further"), "repair.further_condition");
    const auto barred = barred_through(step.cards, card.subject);
    no.unless(!barred || today > *barred, "repair.waits_after_false_material");
}

// Everything ends together.
void end_item(const RepairStep& step, RepairCard& card) {
    card.held_before.clear();
    if (auto* listing = listing_of(step, card)) {
        listing->stage = "ended";
        listing->ended_on = step.who.today;
        listing->ended_as = "repaired";
        card.held_before = std::exchange(listing->held_by, {});
    }
    if (auto* order = order_of(step, card)) {
        order->ended_on = step.who.today;
        order->ended_as = "repaired";
        card.held_before = std::exchange(order->held_by, {});
    }
    if (auto* record = record_of(step, card)) {
        record->ended_as = "repaired";
        card.ended_record = record->id;
    }
}

// And stands again for what is left of its time, on hold as it was; what was found wrong since does
// not.
bool return_item(const RepairStep& step, const RepairCard& card) {
    const auto returns = [](auto* item) {
        if (item == nullptr || item->ended_as != "repaired") return false;
        item->ended_as.clear();
        return true;
    };
    auto* const listing = listing_of(step, card);
    if (returns(listing)) {
        listing->stage = "in_force";
        listing->ended_on.reset();
        listing->held_by = card.held_before;
        return true;
    }
    auto* const order = order_of(step, card);
    if (returns(order)) {
        order->ended_on.reset();
        order->held_by = card.held_before;
        return true;
    }
    return returns(card_of(step.cards.records, card.ended_record));
}

// Whoever was shown the item has three working days to stop, but for who decides.
void run_holders(const RepairStep& step, RepairCard& card) {
    card.holders_due.reset();
    for (const auto& holder : holders_of(step.cards, card.item)) {
        if (holder == card.authority) continue;
        const auto period = step.law.library().period("repair.holders.stop", step.who.today);
        card.holders_due = step.law.calendar().end_of(*period, step.who.today).day;
    }
}

Date last_day_of(const PlainLaw& law, std::string_view parameter, Date start, Date version) {
    return law.calendar().end_of(*law.library().period(parameter, version), start).day;
}

// Ten working days, or what the list itself allows where that is less.
Date result_due(const RepairStep& step, const RepairCard& card, Date start) {
    const Date general = last_day_of(step.law, "repair.result", start, step.who.today);
    const auto* listing = listing_of(step, card);
    if (listing == nullptr || !listing->standard->removal_within) return general;
    return std::min(general,
                    step.law.calendar().end_of(*listing->standard->removal_within, start).day);
}

// The days for acceptance are over: it counts as accepted, before the clerk or after.
bool is_taken_as_accepted(const RepairStep& step, const RepairCard& card) {
    return card.state == "applied" && step.who.today > card.acceptance_due;
}

// Whether the time for accepting it, or for its result, is over.
bool is_late(const RepairCard& card, Date today) {
    if (card.state == "applied") return today > card.acceptance_due;
    return card.state == "accepted" && !card.result_named && card.result_due &&
           today > *card.result_due;
}

}  // namespace

Refusals against_application(const RepairStep& step, const RepairCard& card) {
    if (!stands(step, card)) return against_what_is_over(step, card);
    Refusals no;
    no.unless(adverse(step, card), "repair.nothing_to_repair");
    bool open = false;
    for (const auto& each : step.cards.repairs) {
        if (each.is_open() && is_same_item(step, each, card)) open = true;
    }
    no.unless(!open, "repair.applied_already");
    if (step.who.role == Role::Subject) return no;
    const auto& subject = step.cards.subjects[card.subject];
    no.unless(step.said.text("name") == subject.who.name, "repair.identity_not_confirmed");
    no.unless(card.authorised, "repair.authorisation_missing");
    return no;
}

void enter_application(const RepairStep& step, RepairCard& card) {
    card.state = "applied";
    card.applied_on = step.who.today;
    follow_version(step, card);
    card.filed_at = step.who.role == Role::Subject ? "" : step.who.authority;
    card.acceptance_due =
        last_day_of(step.law, "repair.acceptance", step.who.today, step.who.today);
}

Refusals against_acceptance(const RepairStep& step, const RepairCard& card, bool accepts) {
    Refusals no;
    no.unless(card.state == "applied", "repair.out_of_order");
    no.unless(step.who.authority == card.authority, "repair.not_your_case");
    if (!accepts) {
        no.unless(!is_taken_as_accepted(step, card), "repair.acceptance_over");
        no.unless(!step.said.texts("missing").empty(), "repair.missing_not_named");
        no.unless(step.said.anything("reasons"), "repair.reasons_missing");
    }
    return no;
}

void enter_acceptance(const RepairStep& step, RepairCard& card, bool accepts) {
    if (is_over(step, card)) {
        card.state = "annulled";
        return;
    }
    follow_version(step, card);
    card.state = accepts ? "accepted" : "not_accepted";
    if (!accepts) return;
    card.accepted_on = std::min(step.who.today, card.acceptance_due);
    card.result_due = result_due(step, card, *card.accepted_on);
    card.result_named = false;
}

Refusals against_repair_decision(const RepairStep& step, const RepairCard& card, bool grants) {
    Refusals no;
    no.unless(card.state == "accepted" || is_taken_as_accepted(step, card), "repair.out_of_order");
    no.unless(step.who.authority == card.authority, "repair.not_your_case");
    if (!stands(step, card)) return no;
    no.unless(step.said.anything("document_number"), "repair.document_missing");
    no.unless(step.said.anything("reasons"), "repair.reasons_missing");
    if (grants) {
        unmet(no, step, card);
        return no;
    }
    no.unless(!step.said.yes("corrected"), "repair.ground_not_so");
    no.unless(step.said.anything("remedy"), "repair.remedy_missing");
    return no;
}

void enter_repair_decision(const RepairStep& step, RepairCard& card, bool grants) {
    if (is_taken_as_accepted(step, card)) card.accepted_on = card.acceptance_due;
    if (is_over(step, card)) {
        card.state = "annulled";
        return;
    }
    follow_version(step, card);
    card.state = grants ? "granted" : "refused";
    if (!grants) return;
    end_item(step, card);
    run_holders(step, card);
}

Refusals against_revocation(const RepairStep& step, const RepairCard& card) {
    Refusals no;
    no.unless(card.state == "granted", "repair.out_of_order");
    no.unless(step.who.authority == card.authority, "repair.not_your_case");
    no.unless(step.said.anything("document_number"), "repair.document_missing");
    no.unless(step.said.anything("reasons"), "repair.reasons_missing");
    const auto heard_on = step.said.day("heard_on");
    no.unless(heard_on.has_value(), "repair.not_heard");
    no.unless(!heard_on || *heard_on <= step.who.today, "repair.heard_in_future");
    no.unless(step.said.anything("remedy"), "repair.remedy_missing");
    return no;
}

void enter_revocation(const RepairStep& step, RepairCard& card) {
    card.state = "revoked";
    card.holders_due.reset();
    card.brought_back = return_item(step, card);
    if (!card.brought_back) return;
    run_holders(step, card);
    const auto wait = step.law.library().period("repair.false_material.wait", step.who.today);
    if (wait) card.wait_through = step.law.calendar().end_of(*wait, step.who.today).day;
}

Refusals against_withdrawal_of(const RepairStep& step, const RepairCard& card) {
    Refusals no;
    const bool subject = step.who.role == Role::Subject;
    no.unless(card.is_open(), "repair.out_of_order");
    no.unless(subject || (!card.filed_at.empty() && card.filed_at == step.who.authority),
              "repair.not_brought_by_you");
    no.unless(subject || card.authorised, "repair.authorisation_missing");
    return no;
}

// Nothing follows from it.
void enter_withdrawal_of(const RepairStep& /*step*/, RepairCard& card) {
    card.state = "withdrawn";
}

std::size_t enter_late_repairs(const PlainLaw& law, Cards& cards, Date today) {
    std::size_t acts = 0;
    const JsonObject no_words;
    const Said nothing(no_words);
    const Occasion clerk{.role = Role::Clerk, .authority = {}, .today = today};
    const RepairStep step{.law = law, .cards = cards, .said = nothing, .who = clerk};
    for (auto& card : cards.repairs) {
        if (is_late(card, today) && is_over(step, card)) {
            card.state = "annulled";
            ++acts;
            continue;
        }
        if (card.state == "applied" && today > card.acceptance_due) {
            card.state = "accepted";
            card.accepted_on = card.acceptance_due;
            card.result_due = result_due(step, card, card.acceptance_due);
            card.result_named = false;
            ++acts;
        }
        if (card.state == "accepted" && is_late(card, today)) {
            card.result_named = true;
            ++acts;
        }
        if (card.holders_due && today > *card.holders_due) {
            card.holders_due.reset();
            ++acts;
        }
    }
    return acts;
}

}  // namespace credit::simulation
