#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/repair_rules.h"
#include "simulation/model/said.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using std::chrono::days;

// Some listing, order or record, standing or not; false where there is none.
bool choose_item(World& world, RepairCard& card) {
    auto& dice = world.dice();
    const auto& cards = world.cards();
    const auto take = [&](std::string_view kind, const auto& item, std::string_view authority) {
        card.item_kind = kind;
        card.item = item.id;
        card.subject = item.subject;
        card.authority = authority;
        return !item.id.empty();
    };
    switch (dice.roll(3)) {
        case 0: {
            if (cards.orders.empty()) return false;
            const auto& order = dice.pick(cards.orders);
            return take("order", order, order.authority);
        }
        case 1: {
            if (cards.records.empty()) return false;
            const auto& record = dice.pick(cards.records);
            return take("record", record, answering(world.law(), record.office, world.today()));
        }
        default: {
            if (cards.listings.empty()) return false;
            const auto& listing = dice.pick(cards.listings);
            return take("listing", listing, listing.authority);
        }
    }
}

JsonObject authorisation(World& world) {
    return {{"number", "示例授权〔2026〕1号"}, {"given_on", calendar::to_text(world.today())}};
}

Finding compare(const Answer& answer, const RepairCard& card) {
    for (const auto& member : told(card)) {
        const auto* const value = answer.body.if_contains(member.key());
        if (value == nullptr || *value != member.value()) {
            return "expected " + to_text(told(card)) + ", but: " + answer.text;
        }
    }
    return {};
}

// Ended, or brought back ⇒ every authority that was shown the item is told, by the same act.
Finding find_holder_not_told(World& world, const Asked& asked, const RepairCard& card) {
    if (card.state != "granted" && !(card.state == "revoked" && card.brought_back)) return {};
    const auto act = asked.answer.member("act");
    const auto key = world.subject_key(card.subject);
    for (const auto& holder : holders_of(world.cards(), card.item)) {
        if (holder == card.authority) continue;  // who decides knows
        const auto read = world.store().find(
            statements::count_told,
            {std::string_view(key), std::string_view(act), std::string_view(holder)});
        const auto row = read.value_or(std::nullopt);
        if (!row || row->integer(0) == 0) {
            return holder + " was shown " + card.item + " and is not told: " + card.state;
        }
    }
    return {};
}

struct Move {
    std::string_view path;
    JsonObject words;
    Role role = Role::Officer;
    Refusals (*against)(const RepairStep& step, const RepairCard& card);
    void (*enter)(const RepairStep& step, RepairCard& card);
};

Move acceptance(World& world) {
    if (world.dice().once_in(6)) {
        return {.path = "acceptance",
                .words = {{"accepts", false},
                          {"missing", JsonArray{"commitment"}},
                          {"reasons", world.dice().once_in(6) ? "" : "示例理由"}},
                .against = [](const auto& step,
                              const auto& card) { return against_acceptance(step, card, false); },
                .enter = [](const auto& step, auto& card) { enter_acceptance(step, card, false); }};
    }
    return {.path = "acceptance",
            .words = {{"accepts", true}},
            .role = world.dice().once_in(2) ? Role::Clerk : Role::Officer,
            .against = [](const auto& step,
                          const auto& card) { return against_acceptance(step, card, true); },
            .enter = [](const auto& step, auto& card) { enter_acceptance(step, card, true); }};
}

Move decision(World& world) {
    auto& dice = world.dice();
    JsonObject words{{"outcome", "granted"},
                     {"document_number", dice.once_in(15) ? "" : "示例修决〔2026〕1号"},
                     {"reasons", "示例理由"},
                     {"corrected", !dice.once_in(10)},
                     {"performed", !dice.once_in(10)},
                     {"committed", !dice.once_in(10)},
                     {"further", !dice.once_in(10)},
                     {"remedy", dice.once_in(15) ? "" : "可以申请复议"}};
    if (!dice.once_in(3)) {
        return {
            .path = "decision",
            .words = std::move(words),
            .against = [](const auto& step,
                          const auto& card) { return against_repair_decision(step, card, true); },
            .enter = [](const auto& step, auto& card) { enter_repair_decision(step, card, true); }};
    }
    words["outcome"] = "refused";
    words["corrected"] = dice.once_in(4);
    words["grounds"] = JsonArray{"not_corrected"};
    return {
        .path = "decision",
        .words = std::move(words),
        .against = [](const auto& step,
                      const auto& card) { return against_repair_decision(step, card, false); },
        .enter = [](const auto& step, auto& card) { enter_repair_decision(step, card, false); }};
}

Move revocation(World& world) {
    auto& dice = world.dice();
    const Date heard_on = world.today() + days{1} - days{dice.roll(5)};
    JsonObject words{{"document_number", "示例撤〔2026〕1号"},
                     {"reasons", "材料虚假"},
                     {"remedy", dice.once_in(15) ? "" : "可以申请复议"}};
    if (!dice.once_in(10)) words["heard_on"] = calendar::to_text(heard_on);
    return {.path = "revocation",
            .words = std::move(words),
            .against = against_revocation,
            .enter = enter_revocation};
}

Move move_for(World& world, const RepairCard& card) {
    auto& dice = world.dice();
    const auto other = dice.once_in(8) ? dice.roll(3) : 9;
    if (other == 0 || (other == 9 && card.state == "applied")) return acceptance(world);
    if (other == 1 || (other == 9 && card.state == "granted")) return revocation(world);
    return decision(world);
}

Finding take(World& world, const Ask& ask, const Move& move, RepairCard& card) {
    const Occasion who{.role = ask.subject ? Role::Subject : ask.role,
                       .authority = ask.authority,
                       .today = world.today()};
    const Said said(ask.body);
    const RepairStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(world, ask, move.against(step, card));
    if (!asked.done()) return asked.finding;
    move.enter(step, card);
    ++world.cards().acts;
    auto differs = compare(asked.answer, card);
    return differs.empty() ? find_holder_not_told(world, asked, card) : differs;
}

Finding withdraw(World& world, RepairCard& card) {
    auto& dice = world.dice();
    const bool own = dice.once_in(2);
    JsonObject words;
    card.authorised = !own && !dice.once_in(4);
    if (card.authorised) words["authorisation"] = authorisation(world);
    const Move move{.path = "withdrawal",
                    .words = words,
                    .against = against_withdrawal_of,
                    .enter = enter_withdrawal_of};
    std::string window = card.filed_at.empty() ? "JN-SAMR" : card.filed_at;
    if (dice.once_in(3)) window = "SD-FIN";
    return take(world,
                {.path = "/v1/repairs/" + card.id + "/withdrawal",
                 .body = words,
                 .authority = own ? "" : window,
                 .subject = own ? std::optional(card.subject) : std::nullopt},
                move, card);
}

}  // namespace

Finding apply_for_repair(World& world) {
    auto& dice = world.dice();
    RepairCard card;
    // The one entrance has its clocks since guobanfa-2025-22.
    const bool has_clocks =
        world.law().library().period("repair.acceptance", world.today()).has_value();
    if (!has_clocks || !choose_item(world, card)) return propose_listing(world);
    world.touched = card.subject;
    const auto& subject = world.cards().subjects[card.subject];
    const bool own = dice.once_in(2);
    JsonObject words{{"item_kind", card.item_kind}, {"item", card.item}, {"words", "示例说明"}};
    if (!own) {
        words["identifier"] = subject.who.identifier;
        words["name"] = dice.once_in(10) ? "示例另一名称" : subject.who.name;
        card.authorised = !dice.once_in(6);
        if (card.authorised) words["authorisation"] = authorisation(world);
    }
    const Occasion who{.role = own ? Role::Subject : Role::Officer,
                       .authority = own ? "" : "JN-SAMR",
                       .today = world.today()};
    const Said said(words);
    const RepairStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/repairs",
                                      .body = words,
                                      .role = who.role,
                                      .authority = who.authority,
                                      .subject = own ? std::optional(card.subject) : std::nullopt},
                                     against_application(step, card));
    if (!asked.done()) return asked.finding;
    enter_application(step, card);
    card.id = asked.answer.member("case");
    world.cards().repairs.push_back(card);
    ++world.cards().acts;
    return compare(asked.answer, card);
}

Finding go_on_with_repair(World& world) {
    auto& dice = world.dice();
    auto& repairs = world.cards().repairs;
    if (repairs.empty()) return apply_for_repair(world);
    RepairCard& card = repairs[dice.once_in(3) ? dice.roll(repairs.size()) : repairs.size() - 1];
    world.touched = card.subject;
    if (dice.once_in(6)) return withdraw(world, card);
    const Move move = move_for(world, card);
    return take(world,
                {.path = "/v1/repairs/" + card.id + "/" + std::string(move.path),
                 .body = move.words,
                 .role = move.role,
                 .authority = dice.once_in(12) ? "SD-FIN" : card.authority},
                move, card);
}

}  // namespace credit::simulation
