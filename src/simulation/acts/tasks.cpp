// Joint action in a simulated year: what takes force sets authorities to work, and they answer.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/said.h"
#include "simulation/model/task_rules.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::simulation {
namespace {

using access::Role;
using std::chrono::days;

// "SD-FIN: S02-B1 S03-B by 2026-03-17", in their order.
std::string text_of(const std::string& authority, std::vector<std::string> measures, Date due_on) {
    std::ranges::sort(measures);
    std::string text = authority + ":";
    for (const auto& measure : measures) text += " " + measure;
    return text + " by " + calendar::to_text(due_on);
}

std::string text_of(const TaskCard& card) {
    std::vector<std::string> measures;
    measures.reserve(card.duties.size());
    for (const auto& duty : card.duties) measures.push_back(duty.measure->id);
    return text_of(card.authority, std::move(measures), card.due_on);
}

// The same of a row that the register keeps; "another listing" where a duty is not of this one.
Result<std::string> text_of(const sql::Row& row, const std::string& listing) {
    std::vector<std::string> measures;
    const auto duties = TRY(parse_json(row.text(3)));
    for (const auto& each : duties.as_array()) {
        const auto item = TRY(read_text(each.as_object(), "item"));
        if (item != listing) return std::string("a duty of another listing");
        measures.push_back(TRY(read_text(each.as_object(), "measure")));
    }
    return text_of(row.text(1), std::move(measures), row.date(2));
}

Result<std::vector<std::string>> kept_tasks(World& world, const ListingCard& card) {
    std::vector<std::string> kept;
    const auto key = world.subject_key(card.subject);
    for (const auto& row : TRY(world.store().query(statements::tasks_of_subject, {key}))) {
        const auto id = row.text(0);
        if (!id.starts_with(card.id + "-")) continue;
        kept.push_back(TRY(text_of(row, card.id)));
    }
    std::ranges::sort(kept);
    return kept;
}

Finding compare_tasks(World& world, std::size_t listing, const std::vector<TaskCard>& expected) {
    const auto& card = world.cards().listings[listing];
    const auto kept = kept_tasks(world, card);
    if (!kept) return "the tasks of listing " + card.id + " cannot be read";
    std::vector<std::string> texts;
    for (const auto& task : expected) {
        if (task.listing == listing) texts.push_back(text_of(task));
    }
    std::ranges::sort(texts);
    if (*kept == texts) return {};
    return "listing " + card.id + " set to work: " + joined(*kept) + "; expected: " + joined(texts);
}

JsonObject words_of_outcome(World& world, const ListingCard& listing, const DutyCard& duty) {
    auto& dice = world.dice();
    JsonObject words{{"item", listing.id}, {"measure", duty.measure->id}};
    if (dice.once_in(2)) {
        const auto ahead = days{dice.once_in(12) ? 1 : 0};
        words["outcome"] = "executed";
        words["done_on"] = calendar::to_text(world.today() + ahead);
        words["document_number"] =
            dice.once_in(12) ? "" : "示例办〔2026〕" + std::to_string(dice.roll(100000)) + "号";
        return words;
    }
    constexpr std::array<std::string_view, 7> grounds{
        "no_competence", "no_such_subject", "not_applicable", "pending",
        "ended",         "order_missing",   "not_taken"};
    words["outcome"] = "not_executed";
    words["ground"] = dice.pick(grounds);
    words["words"] = dice.once_in(12) ? "" : "示例理由" + std::to_string(dice.roll(100000));
    return words;
}

Finding accept(World& world, TaskCard& card, const Occasion& who) {
    const JsonObject nothing;
    const Said said(nothing);
    const TaskStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/executions/" + card.id + "/acceptance",
                                      .body = {},
                                      .role = who.role,
                                      .authority = who.authority},
                                     against_acceptance(step, card));
    if (!asked.done()) return asked.finding;
    enter_acceptance(step, card);
    ++world.cards().acts;
    return {};
}

Finding answer(World& world, TaskCard& card, DutyCard& duty, const Occasion& who) {
    auto words = words_of_outcome(world, world.cards().listings[card.listing], duty);
    JsonObject body{{"duties", JsonArray{words}}};
    if (!world.dice().once_in(10)) {
        for (auto* const object : {&words, &body}) {
            (*object)["officer"] = "示例经办人";
            (*object)["office"] = "示例科";
        }
    }
    const Said said(words);
    const TaskStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/executions/" + card.id + "/outcome",
                                      .body = body,
                                      .role = who.role,
                                      .authority = who.authority},
                                     against_outcome(step, card, duty));
    if (!asked.done()) return asked.finding;
    duty.answered = true;
    ++world.cards().acts;
    return {};
}

}  // namespace

Finding start_actions(World& world) {
    auto& cards = world.cards();
    const auto expected = tasks_to_start(world.law(), cards, world.today());
    world.start_actions();
    Finding finding;
    for (std::size_t listing = 0; listing < cards.listings.size(); ++listing) {
        auto& card = cards.listings[listing];
        if (card.stage != "in_force" || card.started || !card.stands_on(world.today())) continue;
        card.started = true;
        ++cards.acts;
        if (finding.empty()) finding = compare_tasks(world, listing, expected);
    }
    cards.tasks.insert(cards.tasks.end(), expected.begin(), expected.end());
    return finding;
}

Finding go_on_with_task(World& world) {
    auto& dice = world.dice();
    auto& tasks = world.cards().tasks;
    if (tasks.empty()) return start_actions(world);
    TaskCard& card = tasks[dice.roll(tasks.size())];
    world.touched = world.cards().listings[card.listing].subject;
    const Occasion who{.role = Role::Officer,
                       .authority = dice.once_in(15) ? "SD-COURT" : card.authority,
                       .today = world.today()};
    if (dice.once_in(3)) return accept(world, card, who);
    return answer(world, card, card.duties[dice.roll(card.duties.size())], who);
}

}  // namespace credit::simulation
