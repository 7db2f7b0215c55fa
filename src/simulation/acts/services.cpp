#include <chrono>
#include <string>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/listing_rules.h"
#include "simulation/model/said.h"
#include "simulation/model/service_rules.h"
#include "simulation/world.h"

namespace credit::simulation {

using std::chrono::days;

Finding record_failed_service(World& world) {
    auto& dice = world.dice();
    std::vector<ListingCard*> papers;
    for (auto& card : world.cards().listings) {
        if (!card.notice.empty() || !card.decision_notice.empty()) papers.push_back(&card);
    }
    if (papers.empty()) return go_on_with_listing(world);
    ListingCard& card = *papers[dice.roll(papers.size())];
    world.touched = card.subject;
    const bool prior = card.decision_notice.empty() || (!card.notice.empty() && dice.once_in(2));
    const Paper paper = prior ? Paper::PriorNotice : Paper::Decision;
    const JsonObject words{
        {"failed_on", calendar::to_text(world.today() + days{1} - days{dice.roll(6)})},
        {"method", dice.once_in(2) ? "mail" : "direct"},
        {"reason", dice.once_in(8) ? "" : "退回"}};
    const Occasion who{.role = dice.once_in(2) ? access::Role::Clerk : access::Role::Officer,
                       .authority = dice.once_in(15) ? "SD-FIN" : card.authority,
                       .today = world.today()};
    const Said said(words);
    const ListingStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(
        world,
        {.path = "/v1/notices/" + (prior ? card.notice : card.decision_notice) + "/failed-service",
         .body = words,
         .role = who.role,
         .authority = who.authority},
        against_failed_service(step, card, paper));
    if (!asked.done()) return asked.finding;
    enter_failed_service(step, card, paper);
    ++world.cards().acts;
    return {};
}

}  // namespace credit::simulation
