#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/objection_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;

constexpr std::string_view deciding_unit = "SD-SAMR";

JsonObject words_of_complaint(const ObjectionCard* objection) {
    JsonArray points;
    points.push_back(JsonObject{{"ground", "beyond_article"}, {"said", "示例经过"}});
    JsonObject words{{"respondent", "JN-SAMR"}, {"points", std::move(points)}};
    if (objection == nullptr) return words;
    words["information"] = JsonObject{{"about", objection->about},
                                      {"about_id", objection->about_id},
                                      {"aspect", objection->points.front().aspect},
                                      {"said", "示例异议"}};
    return words;
}

// What it says is wrong with some listing; none where it is about conduct alone.
std::optional<ObjectionCard> choose_information(World& world) {
    auto& dice = world.dice();
    const auto& listings = world.cards().listings;
    if (listings.empty() || dice.once_in(2)) return std::nullopt;
    const auto& item = listings[dice.roll(listings.size())];
    ObjectionCard card;
    card.subject = item.subject;
    card.about = "listing";
    card.about_id = item.id;
    card.source = item.authority;
    card.filer = "subject";
    card.points = {{.aspect = "content", .words = "示例异议"}};
    return card;
}

Asked step_on(World& world, const std::string& complaint, std::string_view step, JsonObject words,
              std::optional<std::size_t> by_subject) {
    auto asked = ask_expecting(world,
                               {.path = "/v1/complaints/" + complaint + "/" + std::string(step),
                                .body = std::move(words),
                                .role = by_subject ? Role::Subject : Role::Officer,
                                .authority = by_subject ? "" : std::string(deciding_unit),
                                .subject = by_subject},
                               {});
    if (asked.done()) ++world.cards().acts;
    return asked;
}

JsonObject words_of_decision() {
    JsonArray answers;
    answers.push_back(JsonObject{{"finding", "not_upheld"}, {"reasons", "示例理由"}});
    return {{"answers", std::move(answers)},
            {"document_number", "示例投决〔2026〕1号"},
            {"remedy", "可以申请复议"}};
}

}  // namespace

// The card index keeps nothing of a complaint: whatever becomes of it, no answer may change, save
// by the objection that it starts.
Finding complain(World& world) {
    auto& dice = world.dice();
    auto objection = choose_information(world);
    const auto subject = objection ? objection->subject : dice.roll(world.cards().subjects.size());
    world.touched = subject;
    const auto words = words_of_complaint(objection ? &*objection : nullptr);
    JsonObject of_objection;
    if (objection) of_objection["points"] = JsonArray{JsonObject{{"aspect", "content"}}};
    const Said said(of_objection);
    const Occasion who{.role = Role::Subject, .authority = {}, .today = world.today()};
    const ObjectionStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto filed = ask_expecting(
        world, {.path = "/v1/complaints", .body = words, .role = Role::Subject, .subject = subject},
        objection ? against_filing(step, *objection) : Refusals{});
    if (!filed.done()) return filed.finding;
    ++world.cards().acts;
    if (objection) {
        enter_filing(step, *objection);
        objection->id = filed.answer.member("objection");
        world.cards().objections.push_back(*objection);
    }
    const auto complaint = filed.answer.member("complaint");
    if (dice.once_in(3)) return step_on(world, complaint, "withdrawal", {}, subject).finding;
    const auto accepted = step_on(world, complaint, "acceptance", {}, std::nullopt);
    if (!accepted.done()) return accepted.finding;
    return step_on(world, complaint, "decision", words_of_decision(), std::nullopt).finding;
}

}  // namespace credit::simulation
