#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "simulation/acts/acts.h"
#include "simulation/model/cards.h"
#include "simulation/model/counter_rules.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using std::chrono::days;

constexpr std::int64_t minute = 60LL * 1000;
constexpr std::int64_t morning = 9LL * 60 * minute;

void note(std::vector<Date>& edges, const std::optional<Date>& last, Date today) {
    if (!last) return;
    for (const Date edge : {*last, *last + days{1}}) {
        if (edge > today) edges.push_back(edge);
    }
}

void note_repairs(std::vector<Date>& edges, World& world) {
    const Date today = world.today();
    for (const auto& card : world.cards().repairs) {
        if (card.state == "applied") note(edges, card.acceptance_due, today);
        if (card.state == "accepted") note(edges, card.result_due, today);
        note(edges, card.holders_due, today);
        note(edges, card.wait_through, today);
        // An open case about a penalty waits for the shortest publicity.
        for (const auto& record : world.cards().records) {
            if (!card.is_open() || record.id != card.item) continue;
            const auto shortest = world.law().library().period(
                "publicity." + record.penalty_class + ".shortest", today);
            if (!shortest || shortest->amount == 0) continue;
            note(edges, world.law().calendar().end_of(*shortest, record.decided_on).day, today);
        }
    }
}

void note_listings(std::vector<Date>& edges, World& world) {
    const Date today = world.today();
    for (const auto& card : world.cards().listings) {
        if (card.stage == "noticed") note(edges, card.window_through, today);
        if (card.stage != "in_force") continue;
        note(edges, card.last_day(), today);
        if (card.from_on) note(edges, *card.from_on - days{1}, today);
        const auto& early = card.standard->early_removal;
        // Whoever counts from the correction counts from about the listing in these years.
        if (!early || !card.from_on) continue;
        note(edges, world.law().calendar().end_of(early->earliest, *card.from_on).day, today);
    }
}

void note_incidents(std::vector<Date>& edges, World& world) {
    const Date today = world.today();
    for (const auto& card : world.cards().incidents) {
        if (card.report_runs) note(edges, card.report_due, today);
        if (card.tell_runs) note(edges, card.tell_due, today);
    }
}

// Last days and first days after them that are still to come.
std::vector<Date> edges_ahead(World& world) {
    std::vector<Date> edges;
    const Date today = world.today();
    note_listings(edges, world);
    for (const auto& card : world.cards().orders) {
        if (!card.ended_on) note(edges, card.last_day(), today);
    }
    for (const auto& card : world.cards().records) {
        note(edges, card.valid_through, today);
        if (card.kind == "penalty" && !card.erased) {
            note(edges, disclosed_through(world.law(), card, today), today);
        }
    }
    for (const auto& card : world.cards().questions) {
        if (!card.answered) note(edges, card.due_on, today);
    }
    note_repairs(edges, world);
    note_incidents(edges, world);
    const auto office = world.law().catalogue().authorities.find(dissolved_office);
    if (office) note(edges, (*office)->validity.through, today);
    return edges;
}

Instant morning_of(Date day) {
    return {start_of(day).milliseconds + morning};
}

Instant time_to_come(World& world) {
    auto& dice = world.dice();
    if (!dice.once_in(4)) {
        const auto minutes = static_cast<std::int64_t>(dice.roll(20));
        return {world.now().milliseconds + (minutes * minute)};
    }
    const auto edges = edges_ahead(world);
    // Nobody simulates past the calendar's next generation.
    const bool late = world.today() > Date{std::chrono::year{2034} / 1 / 1};
    switch (dice.roll(8)) {
        case 0:
        case 1:
        case 2:
            if (!edges.empty() && !late) {
                return morning_of(edges[dice.roll(edges.size())]);
            }
            break;
        case 3:
            if (!late) return morning_of(world.today() + days{1 + dice.roll(200)});
            break;
        default:
            break;
    }
    return morning_of(world.today() + days{1 + dice.roll(8)});
}

}  // namespace

void let_time_pass(World& world) {
    world.set_time(time_to_come(world));
}

// What is past does not come back: behind the last act nothing that has a day is answered. Clocks
// that differ by seconds do not matter.
Finding turn_clock_back(World& world) {
    auto& dice = world.dice();
    world.end_trouble();
    const Instant now = world.now();
    const bool seconds = dice.once_in(3);
    const std::int64_t back =
        seconds ? 30'000 : (2 + static_cast<std::int64_t>(dice.roll(3000))) * minute;
    world.set_time({world.last_act().milliseconds - back});
    const auto answer =
        world.ask({.path = "/v1/subjects/lookup",
                   .body = {{"identifier", world.cards().subjects[0].who.identifier}, {"name", ""}},
                   .without_token = true,
                   .reads = true});
    world.set_time(now);
    const std::vector<std::string> refused{"desk.clock_set_back"};
    if (answer.done() == seconds && (seconds || answer.words() == refused)) return {};
    return "with the clock set back by " + std::to_string(back) + " ms: " + answer.text;
}

}  // namespace credit::simulation
