#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
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
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/incident_rules.h"
#include "simulation/model/matters/point_rules.h"
#include "simulation/model/matters/question_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/objection_rules.h"
#include "simulation/model/repair_rules.h"
#include "simulation/model/said.h"
#include "simulation/model/task_rules.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using std::chrono::days;

constexpr std::string_view credit_office = "SD-DRC";

// Some record whose id is known; false where there is none.
bool choose_record(World& world, ObjectionCard& card) {
    const auto& records = world.cards().records;
    if (records.empty()) return false;
    const auto& item = world.dice().pick(records);
    card.about = "record";
    card.about_id = item.id;
    card.subject = item.subject;
    card.source = item.office;
    return !item.id.empty();
}

// Some listing, order or record, standing or not; false where there is none.
bool choose_item(World& world, ObjectionCard& card) {
    auto& dice = world.dice();
    const auto& listings = world.cards().listings;
    const auto& orders = world.cards().orders;
    if (dice.once_in(4)) return choose_record(world, card);
    if (listings.empty() && orders.empty()) return false;
    const bool listing = orders.empty() || (!listings.empty() && !dice.once_in(4));
    if (listing) {
        const auto& item = listings[dice.roll(listings.size())];
        card.about = "listing";
        card.about_id = item.id;
        card.subject = item.subject;
        card.source = item.authority;
    } else {
        const auto& item = orders[dice.roll(orders.size())];
        card.about = "order";
        card.about_id = item.id;
        card.subject = item.subject;
        card.source = item.authority;
    }
    return true;
}

JsonObject words_of_filing(World& world, const ObjectionCard& card, Role role) {
    JsonObject words{{"about", card.about}, {"about_id", card.about_id}, {"filer", card.filer}};
    if (role != Role::Subject) {
        words["identifier"] = world.cards().subjects[card.subject].who.identifier;
    }
    if (card.filer == "representative" && !world.dice().once_in(6)) {
        words["authorisation"] = "示例授权书";
    }
    JsonArray points;
    for (const auto& point : card.points) {
        points.push_back(JsonObject{{"aspect", point.aspect}, {"said", point.words}});
    }
    words["points"] = std::move(points);
    if (!card.files.empty()) words["files"] = JsonArray(card.files.begin(), card.files.end());
    return words;
}

// All that is said of it, besides what the answer repeats.
Finding compare(const Answer& answer, const ObjectionCard& card) {
    for (const auto& member : told(card)) {
        const auto* const value = answer.body.if_contains(member.key());
        if (value == nullptr || *value != member.value()) {
            return "expected " + to_text(told(card)) + ", but: " + answer.text;
        }
    }
    if (!card.due_on && answer.body.contains("due_on")) return "a clock runs on: " + answer.text;
    return {};
}

struct Asking {
    Occasion who;
    std::optional<std::size_t> subject;
};

// The subject itself, its office of the item, the credit office, or somebody else.
Asking somebody(World& world, const ObjectionCard& card) {
    auto& dice = world.dice();
    Asking asking{.who = {.role = Role::Officer,
                          .authority = answering(world.law(), card.source, world.today()),
                          .today = world.today()},
                  .subject = {}};
    switch (dice.roll(6)) {
        case 0:
        case 1:
            asking.who.role = Role::CreditOffice;
            asking.who.authority = credit_office;
            break;
        case 2:
            asking.who.authority = "SD-FIN";
            break;
        default:
            break;
    }
    return asking;
}

Finding finish(World& world, const Asked& asked, const ObjectionCard& card) {
    ++world.cards().acts;
    return compare(asked.answer, card);
}

// Upheld, be it in part ⇒ every authority that was shown the item is told, by the same act.
Finding find_holder_not_told(World& world, const Asked& asked, const ObjectionCard& card) {
    if (card.state != "upheld" && card.state != "partly_upheld") return {};
    return find_untold(world, {.subject = card.subject, .id = card.about_id}, asked.answer);
}

// One, or two that are answered each by itself.
void raise_points(demo::Dice& dice, ObjectionCard& card) {
    constexpr std::array<std::string_view, 5> aspects{"content", "period", "listing", "measure",
                                                      "publicity"};
    const std::size_t points = dice.once_in(2) ? 1 : 2;
    for (std::size_t at = 0; at < points; ++at) {
        card.points.push_back(
            {.aspect = std::string(dice.once_in(20) ? "colour" : dice.pick(aspects)),
             .words = dice.once_in(3) ? "示例另一异议" : "示例异议"});
    }
}

// Mostly of the subject itself, at times one that is not its own.
void attach_evidence(World& world, ObjectionCard& card) {
    auto& dice = world.dice();
    for (const auto& file : world.cards().evidence) {
        if (file.subject == card.subject ? !dice.once_in(3) : dice.once_in(15)) {
            card.files.push_back(file.id);
        }
    }
}

enum class Next : std::uint8_t { Forwarding, Withdrawal, Extension, Refusal, Conclusion };

std::string_view path_of(Next next) {
    switch (next) {
        case Next::Forwarding:
            return "forwarding";
        case Next::Withdrawal:
            return "withdrawal";
        case Next::Extension:
            return "extension";
        case Next::Refusal:
            return "refusal";
        case Next::Conclusion:
            return "conclusion";
    }
    std::unreachable();
}

JsonObject words_of_withdrawal(World& world, Asking& asking, const ObjectionCard& card) {
    auto& dice = world.dice();
    if (dice.once_in(2)) {
        asking.who.role = Role::Subject;
        asking.subject = card.subject;
    }
    if (asking.subject || !dice.once_in(2)) return {};
    return {{"authorisation", "示例授权书"}};
}

// One for each point, all alike or each by itself; at times one is forgotten.
JsonArray answers_to(World& world, const ObjectionCard& card) {
    auto& dice = world.dice();
    const bool upheld = dice.once_in(2);
    const bool alike = dice.once_in(2);
    JsonArray answers;
    for (std::size_t at = 0; at < card.points.size(); ++at) {
        if (at > 0 && dice.once_in(10)) break;
        const bool finding = alike ? upheld : dice.once_in(2);
        JsonObject answer{{"finding", finding ? "upheld" : "not_upheld"}, {"reasons", "示例理由"}};
        if (dice.once_in(2)) answer["changed"] = "示例更正";
        answers.push_back(std::move(answer));
    }
    return answers;
}

JsonObject words_of_conclusion(World& world, const ObjectionCard& card) {
    auto& dice = world.dice();
    constexpr std::array<std::string_view, 4> effects{"closed", "corrected", "withdrawn",
                                                      "withdrawn"};
    JsonObject words{{"effect", dice.pick(effects)},
                     {"document_number", dice.once_in(15) ? "" : "示例异决〔2026〕1号"},
                     {"remedy", dice.once_in(15) ? "" : "可以申请复议"}};
    if (words.at("effect") == "corrected" && !dice.once_in(4)) {
        const Date through_on = world.today() - days{30} + days{dice.roll(900)};
        words["through_on"] = calendar::to_text(through_on);
    }
    words["answers"] = answers_to(world, card);
    if (outcome_of(Said(words)) == "not_upheld") words.erase("effect");
    return words;
}

JsonObject words_of(World& world, Next next, Asking& asking, const ObjectionCard& card) {
    auto& dice = world.dice();
    switch (next) {
        case Next::Forwarding:
            return {};
        case Next::Withdrawal:
            return words_of_withdrawal(world, asking, card);
        case Next::Extension:
            return {{"reason", dice.once_in(8) ? "" : "示例事由"}};
        case Next::Refusal:
            return {{"reasons", dice.once_in(8) ? "" : "示例理由"},
                    {"no_new_facts", dice.once_in(2) ? "" : "示例说明"}};
        case Next::Conclusion:
            return words_of_conclusion(world, card);
    }
    std::unreachable();
}

Refusals against(Next next, const ObjectionStep& step, const ObjectionCard& card) {
    if (next == Next::Withdrawal) return against_withdrawal(step, card);
    if (next == Next::Extension) return against_extension(step, card);
    if (next == Next::Refusal) return against_refusal(step, card);
    if (next == Next::Conclusion) return against_conclusion(step, card);
    return step.who.role == Role::CreditOffice ? against_forwarding(step, card) : not_for_role();
}

void enter(Next next, const ObjectionStep& step, ObjectionCard& card) {
    if (next == Next::Forwarding) enter_forwarding(step, card);
    if (next == Next::Withdrawal) enter_withdrawal(step, card);
    if (next == Next::Extension) enter_extension(step, card);
    if (next == Next::Refusal) enter_refusal(step, card);
    if (next == Next::Conclusion) enter_conclusion(step, card);
}

}  // namespace

Finding file_objection(World& world) {
    auto& dice = world.dice();
    ObjectionCard card;
    if (!choose_item(world, card)) return propose_listing(world);
    world.touched = card.subject;
    constexpr std::array<std::string_view, 3> filers{"subject", "representative", "executing_unit"};
    if (!dice.once_in(15)) raise_points(dice, card);
    attach_evidence(world, card);
    const bool own = dice.once_in(2);
    card.filer = own && !dice.once_in(10) ? "subject" : dice.pick(filers);
    if (!own) card.filed_by = dice.once_in(3) ? "SD-FIN" : card.source;
    const Occasion who{.role = own ? Role::Subject : Role::Officer,
                       .authority = card.filed_by,
                       .today = world.today()};
    const auto words = words_of_filing(world, card, who.role);
    const Said said(words);
    const ObjectionStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/objections",
                                      .body = words,
                                      .role = who.role,
                                      .authority = who.authority,
                                      .subject = own ? std::optional(card.subject) : std::nullopt},
                                     against_filing(step, card));
    if (!asked.done()) return asked.finding;
    enter_filing(step, card);
    card.id = asked.answer.member("objection");
    world.cards().objections.push_back(card);
    return finish(world, asked, card);
}

Finding go_on_with_objection(World& world) {
    auto& dice = world.dice();
    auto& objections = world.cards().objections;
    if (objections.empty()) return file_objection(world);
    ObjectionCard& card =
        objections[dice.once_in(4) ? dice.roll(objections.size()) : objections.size() - 1];
    world.touched = card.subject;
    auto asking = somebody(world, card);
    constexpr std::array kinds{Next::Forwarding, Next::Withdrawal, Next::Extension, Next::Refusal,
                               Next::Conclusion, Next::Conclusion, Next::Conclusion};
    const Next next = dice.pick(kinds);
    const auto words = words_of(world, next, asking, card);
    const Said said(words);
    const auto& who = asking.who;
    const ObjectionStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto asked =
        ask_expecting(world,
                      {.path = "/v1/objections/" + card.id + "/" + std::string(path_of(next)),
                       .body = words,
                       .role = who.role,
                       .authority = who.authority,
                       .subject = asking.subject},
                      against(next, step, card));
    if (!asked.done()) return asked.finding;
    enter(next, step, card);
    auto differs = finish(world, asked, card);
    return differs.empty() ? find_holder_not_told(world, asked, card) : differs;
}

Finding let_what_is_due_happen(World& world) {
    world.let_clerk_work();
    world.caution_everywhere();
    world.cards().acts += enter_what_is_due(world.cards(), world.today());
    world.cards().acts += enter_late_repairs(world.law(), world.cards(), world.today());
    world.cards().acts += enter_silent_questions(world.cards(), world.today());
    world.cards().acts += enter_late_tasks(world.law(), world.cards(), world.today());
    world.cards().acts += enter_late_incidents(world.cards(), world.today());
    return {};
}

}  // namespace credit::simulation
