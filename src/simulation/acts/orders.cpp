#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/order_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using catalogue::Measure;
using catalogue::Term;
using catalogue::TermKind;
using std::chrono::days;

const Measure& measure_for(World& world) {
    const auto all = world.law().catalogue().measures.all();
    for (int tries = 0; tries < 8; ++tries) {
        const auto& measure = world.dice().pick(all);
        const bool by_order =
            measure.individual_order || measure.follows == catalogue::Follows::IndividualOrder;
        if (by_order && in_force(measure, world.today())) return measure;
    }
    return world.dice().pick(all);
}

// A year, or the shortest or longest that the article knows; at times a day more or less.
void say_end(World& world, const Term& term, Date start, JsonObject& words) {
    auto& dice = world.dice();
    const auto& calendar = world.law().calendar();
    if (term.kind == TermKind::Life || (term.life_possible && dice.once_in(2))) {
        words["for_life"] = true;
        return;
    }
    const Date nudge = start + days{dice.once_in(4) ? dice.roll(3) : 1} - days{1};
    if (term.kind == TermKind::Until) {
        words["ends_when"] = term.ends_when;
        words["review_on"] = calendar::to_text(
            term.review ? calendar.end_of(*term.review, nudge).day : nudge + days{180});
        return;
    }
    Date through = nudge + days{365};
    if (term.shortest) through = calendar.end_of(*term.shortest, nudge).day;
    if (term.longest && dice.once_in(2)) through = calendar.end_of(*term.longest, nudge).day;
    words["through_on"] = calendar::to_text(through);
}

JsonObject words_of_order(World& world, const SubjectCard& subject, const Measure& measure) {
    auto& dice = world.dice();
    const Date today = world.today();
    const Date decided_on = today - days{dice.once_in(3) ? dice.roll(4) : 0};
    const Date served_on = dice.once_in(8) ? today + days{1} - days{dice.roll(5)} : today;
    const auto& counted_from = measure.term.counted_from;
    JsonObject words{
        {"identifier", dice.once_in(30) ? "" : subject.who.identifier},
        {"name", dice.once_in(20) ? "示例另一名称" : subject.who.name},
        {"measure", measure.id},
        {"document_number", "示例令〔2026〕" + std::to_string(dice.roll(100000)) + "号"},
        {"decided_on", calendar::to_text(decided_on)},
        {"served_on", calendar::to_text(served_on)},
        {"remedy_zh", "可以申请复议"},
        {"remedy_en", "reconsideration"}};
    Date start = decided_on;
    if (!counted_from.empty() && counted_from != "decision") {
        start = today - days{dice.roll(30)};
        words["counted_on"] = calendar::to_text(start);
    }
    say_end(world, measure.term, start, words);
    return words;
}

std::string office_for(World& world, const Measure& measure) {
    if (world.dice().once_in(2)) return "SD-COURT";
    for (const auto& authority : world.law().catalogue().authorities.all()) {
        if (world.law().authority(authority.code, world.today()) == nullptr) continue;
        for (const auto& implementer : measure.implementers) {
            if (names(authority.functions, implementer)) return authority.code;
        }
    }
    return "SD-GOV";
}

struct OrderStepKind {
    std::string_view path;
    JsonObject (*words)(World& world);
    Refusals (*against)(const OrderStep& step, const OrderCard& card);
    void (*enter)(const OrderStep& step, OrderCard& card);
};

JsonObject words_of_end(World& world) {
    constexpr std::array<std::string_view, 3> reasons{"performed", "annulled", "corrected"};
    return {{"reason", world.dice().pick(reasons)},
            {"document_number", "示例止〔2026〕1号"},
            {"words", "示例理由"}};
}

JsonObject words_of_hold(World& /*world*/) {
    return {{"reason", "核实信息"}};
}

constexpr std::array order_steps{
    OrderStepKind{.path = "suspension",
                  .words = words_of_hold,
                  .against = against_suspension,
                  .enter = enter_suspension},
    OrderStepKind{.path = "resumption",
                  .words = words_of_hold,
                  .against = against_resumption,
                  .enter = enter_resumption},
    OrderStepKind{.path = "end", .words = words_of_end, .against = against_end, .enter = enter_end},
};

// Who goes on with it: a court or another authority now and then, as a rule its own.
std::string some_authority(demo::Dice& dice, const OrderCard& card) {
    if (dice.once_in(6)) return "SD-COURT";
    if (dice.once_in(8)) return "SD-FIN";
    return card.authority;
}

}  // namespace

Finding record_order(World& world) {
    auto& dice = world.dice();
    OrderCard card{.subject = dice.roll(world.cards().subjects.size())};
    world.touched = card.subject;
    const auto& subject = world.cards().subjects[card.subject];
    card.measure = &measure_for(world);
    auto words = words_of_order(world, subject, *card.measure);
    if (dice.once_in(8)) {
        spoil(dice, words);
        words["measure"] = card.measure->id;
        words["remedy_en"] = "reconsideration";
    }
    const bool clerk = dice.once_in(20);
    const Occasion who{.role = clerk ? Role::Clerk : Role::Officer,
                       .authority = office_for(world, *card.measure),
                       .today = world.today()};
    const Said said(words);
    const OrderStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    auto asked = ask_expecting(
        world, {.path = "/v1/orders", .body = words, .role = who.role, .authority = who.authority},
        clerk ? not_for_role() : against_order(step, card));
    if (!asked.done()) return asked.finding;
    enter_order(step, card);
    card.id = asked.answer.member("order");
    world.cards().orders.push_back(card);
    ++world.cards().acts;
    return compare_told(asked.answer, told(card, subject));
}

Finding go_on_with_order(World& world) {
    auto& dice = world.dice();
    auto& orders = world.cards().orders;
    if (orders.empty()) return record_order(world);
    OrderCard& card = orders[dice.roll(orders.size())];
    world.touched = card.subject;
    const OrderStepKind& kind =
        dice.once_in(4) ? dice.pick(order_steps) : order_steps[card.on_hold() ? 1 : 0];
    JsonObject words = kind.words(world);
    if (dice.once_in(8)) spoil(dice, words);
    const Occasion who{
        .role = Role::Officer, .authority = some_authority(dice, card), .today = world.today()};
    const Said said(words);
    const OrderStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    auto asked = ask_expecting(world,
                               {.path = "/v1/orders/" + card.id + "/" + std::string(kind.path),
                                .body = words,
                                .role = who.role,
                                .authority = who.authority},
                               kind.against(step, card));
    if (!asked.done()) return asked.finding;
    kind.enter(step, card);
    if (card.held_by == "the act") card.held_by = asked.answer.member("act");
    ++world.cards().acts;
    auto differs = compare_told(asked.answer, told(card, world.cards().subjects[card.subject]));
    if (!differs.empty() || kind.path != "end") return differs;
    return find_untold(world, {.subject = card.subject, .id = card.id, .authority = card.authority},
                       asked.answer);
}

}  // namespace credit::simulation
