#include "simulation/model/objection_rules.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/point_rules.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using access::Role;

template <typename Card>
Card* item_of(std::vector<Card>& all, const ObjectionCard& objection) {
    const auto found = std::ranges::find(all, objection.about_id, &Card::id);
    return found == all.end() ? nullptr : &*found;
}

// A file that the subject gave, and whose content was not taken out.
bool is_given(const Cards& cards, std::size_t subject, const std::string& file) {
    return std::ranges::any_of(cards.evidence, [&](const EvidenceCard& each) {
        return each.id == file && each.subject == subject && !each.erased;
    });
}

// It stands, or comes back with a repair that falls.
bool may_stand(const RecordCard& record) {
    return record.ended_as.empty() || record.ended_as == "repaired";
}

// There is something to verify: what was decided, over or not, and was not taken back as wrong.
bool can_be_verified(const Cards& cards, const ObjectionCard& card) {
    for (const auto& listing : cards.listings) {
        if (listing.id == card.about_id) {
            return listing.stage == "decided" || listing.stage == "in_force" ||
                   (listing.stage == "ended" && listing.ended_as != "annulled");
        }
    }
    for (const auto& order : cards.orders) {
        if (order.id == card.about_id) return order.ended_as != "annulled";
    }
    for (const auto& record : cards.records) {
        if (record.id == card.about_id) return may_stand(record);
    }
    return false;
}

// The day after the last resolves for the subject, before the clerk or after.
bool is_resolved(const ObjectionStep& step, const ObjectionCard& card) {
    const bool waits = card.state == "filed" || card.state == "forwarded";
    return card.state == "correction_pending" ||
           (waits && card.due_on && *card.due_on < step.who.today);
}

void run_clock(const ObjectionStep& step, ObjectionCard& card, std::string_view parameter) {
    const auto period = step.law.library().period(parameter, step.who.today);
    const auto due = step.law.calendar().end_of(*period, card.filed_on);
    card.due_on = due.day;
    card.provisional = due.provisional;
}

// A subject by its own account does not speak as an executing unit, nor an office as the subject.
bool may_speak(const ObjectionStep& step, const ObjectionCard& card) {
    return card.filer != (step.who.role == Role::Subject ? "executing_unit" : "subject");
}

// Its own and its representative's the subject, what an office filed that office alone.
bool may_withdraw(const ObjectionStep& step, const ObjectionCard& card) {
    if (step.who.role == Role::Subject) return card.filer != "executing_unit";
    return took_over(step.law, step.who.authority, card.filed_by);
}

bool may_answer(const ObjectionStep& step, const ObjectionCard& card) {
    if (step.who.role == Role::CreditOffice) {
        return card.state == "filed" || card.silent == "register";
    }
    return took_over(step.law, step.who.authority, card.source);
}

// What is over was over from its own day, and is annulled all the same. The orders written in the
// same document go with a listing, those that a repair ended too.
void take_out_orders(const ObjectionStep& step, const std::string& item, std::string_view document,
                     std::string_view author) {
    for (auto& order : step.cards.orders) {
        const bool rests =
            !document.empty() && order.document_number == document && order.authority == author;
        const bool over = order.ended_on && order.ended_as != "repaired";
        if (order.id != item && (over || !rests)) continue;
        order.ended_on = order.ended_on.value_or(step.who.today);
        order.ended_as = "annulled";
        order.held_by.clear();
    }
}

void take_out(const ObjectionStep& step, const std::string& item) {
    std::string document;
    std::string author;
    for (auto& listing : step.cards.listings) {
        if (listing.id != item) continue;
        document = listing.document_number;
        author = listing.authority;
        // Whatever step a service that failed took it back to.
        if (listing.stage == "withdrawn") continue;
        listing.stage = "ended";
        listing.ended_on = listing.ended_on.value_or(step.who.today);
        listing.ended_as = "annulled";
        listing.held_by.clear();
    }
    // In whatever version it stands, or may come back.
    const auto row = std::ranges::find(step.cards.records, item, &RecordCard::id);
    for (auto& record : step.cards.records) {
        if (row == step.cards.records.end() || !is_same_row(*row, record)) continue;
        if (may_stand(record)) record.ended_as = "withdrawn";
    }
    take_out_orders(step, item, document, author);
}

// What is over for good is not corrected any more; what was repaired may stand again.
bool can_be_shortened(const std::optional<Date>& ended_on, const std::string& ended_as) {
    return !ended_on || ended_as == "repaired";
}

// The first reason alone: what follows is decided after the finding.
Refusals no_because(std::string_view word) {
    Refusals no;
    no.unless(false, word);
    return no;
}

Refusals against_closing(const ObjectionStep& step, const ObjectionCard& card) {
    if (card.about == "order") return no_because("objections.effect_not_for_item");
    if (is_resolved(step, card)) return no_because("objections.silence_resolved");
    if (!publicity_alone(card, step.said)) return no_because("objections.more_than_publicity");
    return {};
}

Refusals against_shorter(const ObjectionStep& step, const std::optional<Date>& last,
                         std::string_view word) {
    Refusals no;
    const auto through_on = step.said.day("through_on");
    no.unless(!last || (through_on && *through_on < *last), word);
    return no;
}

Refusals against_shorter_order(const ObjectionStep& step, const OrderCard& order) {
    if (!can_be_shortened(order.ended_on, order.ended_as)) return {};
    if (!step.said.day("through_on")) return no_because("objections.last_day_missing");
    return against_shorter(step, order.last_day(), "measures.end_not_earlier");
}

Refusals against_correction(const ObjectionStep& step, const ObjectionCard& card) {
    if (is_resolved(step, card) && !changes_stated(step.said)) {
        return no_because("objections.change_not_stated");
    }
    // The corrected row stands before: no version of the simulation weighs heavier.
    if (const auto* record = item_of(step.cards.records, card)) {
        return may_stand(*record) ? no_because("objections.row_not_corrected") : Refusals();
    }
    const bool named = step.said.day("through_on").has_value();
    if (const auto* order = item_of(step.cards.orders, card)) {
        return against_shorter_order(step, *order);
    }
    const auto* listing = item_of(step.cards.listings, card);
    const bool withdrawn = listing->stage == "withdrawn";
    if (withdrawn || !can_be_shortened(listing->ended_on, listing->ended_as)) return {};
    if (!named) return no_because("objections.last_day_missing");
    if (listing->stage == "in_force" || listing->stage == "ended") {
        return against_shorter(step, listing->last_day(), "lists.end_not_earlier");
    }
    Refusals no = no_because("lists.out_of_order");
    const auto last = listing->last_day();
    no.unless(!last || step.said.given_day("through_on") < *last, "lists.end_not_earlier");
    return no;
}

void correct(const ObjectionStep& step, const ObjectionCard& card) {
    const auto through_on = step.said.day("through_on");
    auto* const order = item_of(step.cards.orders, card);
    if (order != nullptr && can_be_shortened(order->ended_on, order->ended_as)) {
        order->through_on = through_on;
    }
    auto* const listing = item_of(step.cards.listings, card);
    if (listing == nullptr || listing->stage == "withdrawn") return;
    if (can_be_shortened(listing->ended_on, listing->ended_as)) listing->through_on = through_on;
}

}  // namespace

Refusals against_filing(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(!card.points.empty(), "objections.points_missing");
    no.unless(std::ranges::find(card.points, "colour", &PointCard::aspect) == card.points.end(),
              "objections.aspect_unknown");
    no.unless(card.filer != "representative" || step.said.anything("authorisation"),
              "objections.authorisation_missing");
    no.unless(may_speak(step, card), "objections.not_yours");
    if (!no.none()) return no;
    for (const auto& file : card.files) {
        if (!is_given(step.cards, card.subject, file)) return no_because("files.no_such_file");
    }
    no.unless(can_be_verified(step.cards, card), "objections.item_gone");
    return no;
}

void enter_filing(const ObjectionStep& step, ObjectionCard& card) {
    card.state = "filed";
    card.filed_on = step.who.today;
    run_clock(step, card, "objection.result.own_data");
}

Refusals against_forwarding(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(card.state != "forwarded", "objections.already_forwarded");
    no.unless(!is_resolved(step, card), "objections.already_resolved");
    return no;
}

void enter_forwarding(const ObjectionStep& step, ObjectionCard& card) {
    card.state = "forwarded";
    run_clock(step, card, "objection.result.with_other_unit");
    for (const auto& listing : step.cards.listings) {
        const auto& own = listing.standard->objection_answered_within;
        if (listing.id != card.about_id || !own) continue;
        const auto due = step.law.calendar().end_of(*own, card.filed_on);
        if (card.due_on && due.day >= *card.due_on) continue;
        card.due_on = due.day;
        card.provisional = due.provisional;
    }
}

Refusals against_withdrawal(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(may_withdraw(step, card), "objections.not_filed_by_you");
    no.unless(step.who.role == Role::Subject || card.filer != "representative" ||
                  step.said.anything("authorisation"),
              "objections.authorisation_missing");
    return no;
}

void enter_withdrawal(const ObjectionStep& step, ObjectionCard& card) {
    card.state = "withdrawn";
    card.due_on.reset();
    card.concluded_on = step.who.today;
}

Refusals against_extension(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(may_answer(step, card), "objections.not_yours_to_answer");
    no.unless(!card.extended, "objections.already_extended");
    no.unless(card.due_on && step.who.today <= *card.due_on, "objections.clock_over");
    no.unless(step.said.anything("reason"), "objections.reasons_missing");
    return no;
}

void enter_extension(const ObjectionStep& step, ObjectionCard& card) {
    card.extended = true;
    const auto period = step.law.library().period("objection.extension", step.who.today);
    const auto due = step.law.calendar().end_of(*period, card.due_on.value_or(step.who.today));
    card.due_on = due.day;
    card.provisional = due.provisional;
}

// The subject was answered before that the item is right, and says the same again.
Refusals against_refusal(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(may_answer(step, card), "objections.not_yours_to_answer");
    no.unless(!is_resolved(step, card), "objections.silence_resolved");
    bool answered = false;
    bool same_words = false;
    for (const auto& each : step.cards.objections) {
        if (each.about_id != card.about_id || each.state != "not_upheld") continue;
        if (each.id == card.id || each.filer == "executing_unit") continue;
        if (!raised_before(each, card)) continue;
        answered = true;
        same_words |= says_nothing_new(each, card);
    }
    no.unless(answered, "objections.nothing_to_repeat");
    no.unless(!answered || same_words || step.said.anything("no_new_facts"),
              "objections.new_facts_unanswered");
    no.unless(step.said.anything("reasons"), "objections.reasons_missing");
    return no;
}

void enter_refusal(const ObjectionStep& step, ObjectionCard& card) {
    card.state = "refused";
    card.due_on.reset();
    card.concluded_on = step.who.today;
}

Refusals against_conclusion(const ObjectionStep& step, const ObjectionCard& card) {
    const auto outcome = outcome_of(step.said);
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(may_answer(step, card), "objections.not_yours_to_answer");
    no.unless(answers_each_point(card, step.said), "objections.answers_incomplete");
    no.unless(step.said.anything("document_number"), "objections.document_missing");
    no.unless(step.said.anything("remedy"), "objections.remedy_missing");
    no.unless(!is_resolved(step, card) || outcome == "upheld", "objections.silence_resolved");
    if (!no.none() || outcome == "not_upheld") return no;
    const auto effect = step.said.text("effect");
    if (effect == "withdrawn") return no;
    if (effect == "closed") return against_closing(step, card);
    if (effect == "corrected") return against_correction(step, card);
    no.unless(false, "objections.effect_unknown");
    return no;
}

void enter_conclusion(const ObjectionStep& step, ObjectionCard& card) {
    if (is_resolved(step, card) && card.silent.empty()) {
        card.silent = card.state == "forwarded" ? card.source : "register";
    }
    card.state = outcome_of(step.said);
    card.due_on.reset();
    card.concluded_on = step.who.today;
    if (card.state == "not_upheld") return;
    if (step.said.text("effect") == "withdrawn") take_out(step, card.about_id);
    if (step.said.text("effect") == "corrected") correct(step, card);
    if (step.said.text("effect") == "closed") step.cards.closed.push_back(card.about_id);
}

namespace {

bool is_over(const std::optional<Date>& last, Date today) {
    return last && *last < today;
}

std::size_t expire_listings(Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& listing : cards.listings) {
        if (listing.stage != "in_force" || !is_over(listing.last_day(), today)) continue;
        listing.stage = "ended";
        listing.ended_on = today;
        listing.ended_as = "expired";
        listing.held_by.clear();
        ++acts;
    }
    return acts;
}

std::size_t expire_orders(Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& order : cards.orders) {
        if (order.ended_on || !is_over(order.last_day(), today)) continue;
        order.ended_on = today;
        order.ended_as = "expired";
        order.held_by.clear();
        ++acts;
    }
    return acts;
}

std::size_t enter_silence(Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& objection : cards.objections) {
        const bool waits = objection.state == "filed" || objection.state == "forwarded";
        if (!waits || !is_over(objection.due_on, today)) continue;
        objection.silent = objection.state == "forwarded" ? objection.source : "register";
        objection.state = "correction_pending";
        ++acts;
    }
    return acts;
}

}  // namespace

std::size_t enter_what_is_due(Cards& cards, Date today) {
    return expire_listings(cards, today) + expire_orders(cards, today) +
           enter_silence(cards, today);
}

}  // namespace credit::simulation
