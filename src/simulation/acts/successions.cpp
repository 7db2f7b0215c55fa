// What waits at an authority, or at one whose work it took over, is seen there and nowhere else.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using Ids = std::vector<std::string>;

struct Place {
    std::string_view path;
    std::string_view member;
    Role role;
};

Finding compare_waiting(World& world, const Place& place, const std::string& office, Ids expected) {
    const auto asked = ask_expecting(world,
                                     {.path = std::string(place.path) + "?limit=100",
                                      .body = {},
                                      .role = place.role,
                                      .authority = office,
                                      .reads = true,
                                      .gets = true},
                                     {});
    if (!asked.done()) return asked.finding;
    Ids seen;
    for (const auto& each : asked.answer.body.at("items").as_array()) {
        const auto id = Said(each.as_object()).text(place.member);
        if (!id.empty()) seen.push_back(id);
    }
    std::ranges::sort(seen);
    std::ranges::sort(expected);
    if (seen == expected) return {};
    return "at " + office + " " + std::string(place.path) + " shows " + joined(seen) +
           ", expected: " + joined(expected);
}

Finding see_incidents(World& world, const std::string& office) {
    Ids expected;
    for (const auto& card : world.cards().incidents) {
        const bool department = card.reported && office == "SD-CYB";
        if (department || took_over(world.law(), office, card.authority)) {
            expected.push_back(card.id);
        }
    }
    return compare_waiting(world,
                           {.path = "/v1/incidents", .member = "incident", .role = Role::Officer},
                           office, expected);
}

Finding see_questions(World& world, const std::string& office) {
    Ids expected;
    for (const auto& card : world.cards().questions) {
        if (took_over(world.law(), office, card.authority)) expected.push_back(card.id);
    }
    return compare_waiting(
        world, {.path = "/v1/lookups/questions", .member = "question", .role = Role::Officer},
        office, expected);
}

// An auditor is told of every question that was not answered in time, or answered that the look-up
// was not allowed.
Finding see_signs(World& world, const std::string& office) {
    Ids expected;
    for (const auto& card : world.cards().questions) {
        if (!took_over(world.law(), office, card.authority)) continue;
        if (card.named) expected.push_back(card.id);
        if (card.misused) expected.push_back(card.id);
    }
    return compare_waiting(world,
                           {.path = "/v1/lookups/signs", .member = "about", .role = Role::Auditor},
                           office, expected);
}

}  // namespace

Finding see_what_waits(World& world) {
    auto& dice = world.dice();
    const std::vector<std::string> offices{answering(world.law(), dissolved_office, world.today()),
                                           answering(world.law(), dissolved_office, world.today()),
                                           "JN-SAMR", "SD-SAMR", "SD-CYB"};
    const auto& office = dice.pick(offices);
    switch (dice.roll(3)) {
        case 0:
            return see_incidents(world, office);
        case 1:
            return see_questions(world, office);
        default:
            return see_signs(world, office);
    }
}

}  // namespace credit::simulation
