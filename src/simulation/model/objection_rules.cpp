#include "simulation/model/objection_rules.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using access::Role;

// The item stands: a listing that was decided, or an order that did not end.
bool item_stands(const Cards& cards, const ObjectionCard& card) {
    for (const auto& listing : cards.listings) {
        if (listing.id == card.about_id) {
            return listing.stage == "decided" || listing.stage == "in_force";
        }
    }
    for (const auto& order : cards.orders) {
        if (order.id == card.about_id) return !order.ended_on;
    }
    return false;
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
    return !card.filed_by.empty() && card.filed_by == step.who.authority;
}

bool may_answer(const ObjectionStep& step, const ObjectionCard& card) {
    if (step.who.role == Role::CreditOffice) {
        return card.state == "filed" || card.silent == "register";
    }
    return step.who.authority == card.source;
}

// What is over already stays as it ended. The orders written in the same document go with a
// listing.
void take_out(const ObjectionStep& step, const std::string& item) {
    std::string document;
    std::string author;
    for (auto& listing : step.cards.listings) {
        if (listing.id != item) continue;
        document = listing.document_number;
        author = listing.authority;
        // Whatever step a service that failed took it back to.
        if (listing.stage == "ended" || listing.stage == "withdrawn") continue;
        listing.stage = "ended";
        listing.ended_on = step.who.today;
        listing.ended_as = "annulled";
        listing.held_by.clear();
    }
    for (auto& order : step.cards.orders) {
        const bool rests =
            !document.empty() && order.document_number == document && order.authority == author;
        if (order.ended_on || (order.id != item && !rests)) continue;
        order.ended_on = step.who.today;
        order.ended_as = "annulled";
        order.held_by.clear();
    }
}

}  // namespace

Refusals against_filing(const ObjectionStep& step, const ObjectionCard& card) {
    Refusals no;
    no.unless(!card.aspect.empty(), "objections.points_missing");
    no.unless(card.aspect.empty() || card.aspect != "colour", "objections.aspect_unknown");
    no.unless(card.filer != "representative" || step.said.anything("authorisation"),
              "objections.authorisation_missing");
    no.unless(may_speak(step, card), "objections.not_yours");
    if (no.none()) no.unless(item_stands(step.cards, card), "objections.item_gone");
    return no;
}

void enter_filing(const ObjectionStep& step, ObjectionCard& card) {
    card.state = "filed";
    card.filed_on = step.who.today;
    run_clock(step, card, "objection.result.own_data");
}

Refusals against_forwarding(const ObjectionStep& /*step*/, const ObjectionCard& card) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(card.state != "forwarded", "objections.already_forwarded");
    no.unless(card.state != "correction_pending", "objections.already_resolved");
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

Refusals against_conclusion(const ObjectionStep& step, const ObjectionCard& card,
                            const std::string& finding) {
    Refusals no;
    no.unless(card.is_open(), "objections.not_open");
    no.unless(may_answer(step, card), "objections.not_yours_to_answer");
    no.unless(step.said.anything("document_number"), "objections.document_missing");
    no.unless(step.said.anything("remedy"), "objections.remedy_missing");
    no.unless(card.state != "correction_pending" || finding == "upheld",
              "objections.silence_resolved");
    if (!no.none() || finding != "upheld") return no;
    const auto effect = step.said.text("effect");
    const bool listing = card.about == "listing";
    if (effect == "closed") {
        no.unless(listing, "objections.effect_not_for_item");
    } else {
        no.unless(effect == "withdrawn", "objections.effect_unknown");
    }
    return no;
}

void enter_conclusion(const ObjectionStep& step, ObjectionCard& card, const std::string& finding) {
    card.state = finding;
    card.due_on.reset();
    card.concluded_on = step.who.today;
    if (finding != "upheld") return;
    if (step.said.text("effect") == "withdrawn") take_out(step, card.about_id);
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
