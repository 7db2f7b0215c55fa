#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/listing_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using catalogue::ListStandard;
using std::chrono::days;

struct ListingStepKind {
    std::string_view path;
    std::string_view from;  // the stage in which it is due
    bool clerk_may;
    JsonObject (*words)(World& world, const ListingCard& card);
    Refusals (*against)(const ListingStep& step, const ListingCard& card);
    void (*enter)(const ListingStep& step, ListingCard& card);
};

std::string text_of(Date day) {
    return calendar::to_text(day);
}

std::string document(World& world) {
    return "示例〔2026〕" + std::to_string(world.dice().roll(100000)) + "号";
}

// Today mostly; else a day near it, or near an edge that matters.
Date day_near(World& world, const std::optional<Date>& edge) {
    const Date today = world.today();
    switch (world.dice().roll(12)) {
        case 0:
            return today - days{1};
        case 1:
            return today + days{1};
        case 2:
            return edge.value_or(today);
        case 3:
            return edge.value_or(today) + days{1};
        case 4:
            return today - days{world.dice().roll(20)};
        default:
            return today;
    }
}

JsonObject words_of_notice(World& world, const ListingCard& card) {
    if (world.dice().once_in(15)) {
        const auto& exemptions = card.standard->notice.exemptions;
        return {{"exemption", exemptions.empty() ? "none" : exemptions.front()}};
    }
    if (!card.standard->notice.required && world.dice().once_in(2)) {
        const auto& exemptions = card.standard->notice.exemptions;
        if (!exemptions.empty()) return {{"exemption", exemptions.front()}};
    }
    return {{"served_on", text_of(day_near(world, card.proposed_on))},
            {"method", world.dice().once_in(4) ? "mail" : "direct"},
            {"proof", "示例回证"},
            {"reasons", "示例事实和理由"},
            {"rights", "可以陈述、申辩"}};
}

JsonObject words_of_statement(World& world, const ListingCard& card) {
    switch (world.dice().roll(4)) {
        case 0:
            return {{"waiver", true}};
        case 1:
            return {{"hearing_requested", true}};
        case 2:
            return {{"hearing_held", card.hearing_requested}, {"words", "示例申辩"}};
        default:
            return {{"words", "示例申辩"}};
    }
}

void say_end(World& world, const ListingCard& card, Date decided_on, JsonObject& words) {
    const auto* const term = term_of(*card.standard, *card.ground);
    if (term == nullptr) return;
    const auto near = [&](Date day) { return text_of(day + days{world.dice().roll(3)} - days{1}); };
    const auto& calendar = world.law().calendar();
    if (term->kind == catalogue::TermKind::Decided) {
        Date through = decided_on + days{365};
        if (term->longest && world.dice().once_in(3)) {
            through = calendar.end_of(*term->longest, decided_on).day;
        }
        words["through_on"] = near(through);
    }
    if (term->kind == catalogue::TermKind::Until) {
        Date review = decided_on + days{90};
        if (term->review && world.dice().once_in(3)) {
            review = calendar.end_of(*term->review, decided_on).day;
        }
        words["review_on"] = near(review);
    }
}

JsonObject words_of_decision(World& world, const ListingCard& card) {
    const ListStandard& standard = *card.standard;
    const bool black = standard.colour == catalogue::Colour::Black;
    JsonArray measures;
    for (const auto& measure : standard.measures) measures.emplace_back(measure);
    const Date decided_on = day_near(world, card.window_through);
    JsonObject words{{"lists", !world.dice().once_in(15)},
                     {"document_kind", standard.documents.empty() ? "" : standard.documents[0]},
                     {"document_number", document(world)},
                     {"decided_on", text_of(decided_on)},
                     {"reasons", "示例理由"},
                     {"answer", card.unanswered && !world.dice().once_in(4) ? "示例答复" : ""},
                     {"measures", std::move(measures)},
                     {"removal", standard.removal_zh},
                     {"remedy", standard.remedy_zh},
                     {"repair_notice", black ? "示例修告" : ""},
                     {"upper_level_consent", standard.consent_of_upper_level ? "示例批复" : ""}};
    say_end(world, card, decided_on, words);
    return words;
}

JsonObject words_of_service(World& world, const ListingCard& card) {
    return {{"served_on", text_of(day_near(world, card.decided_on))},
            {"method", world.dice().once_in(4) ? "direct" : "mail"},
            {"proof", "示例回证"},
            {"with_repair_notice", card.standard->colour == catalogue::Colour::Black}};
}

JsonObject words_of_removal(World& world, const ListingCard& card) {
    constexpr std::array<std::string_view, 6> reasons{"early_removal",    "early_removal",
                                                      "corrected",        "performed",
                                                      "decision_changed", "court_order"};
    JsonObject words{{"reason", world.dice().pick(reasons)},
                     {"document_number", document(world)},
                     {"words", "示例理由"}};
    const auto& early = card.standard->early_removal;
    if (early && early->from_correction && !world.dice().once_in(8)) {
        words["corrected_on"] = text_of(day_near(world, card.from_on));
    }
    return words;
}

JsonObject words_of_hold(World& /*world*/, const ListingCard& /*card*/) {
    return {{"reason", "核实信息"}};
}

constexpr std::array listing_steps{
    ListingStepKind{.path = "notice",
                    .from = "proposed",
                    .clerk_may = true,
                    .words = words_of_notice,
                    .against = against_notice,
                    .enter = enter_notice},
    ListingStepKind{.path = "statement",
                    .from = "noticed",
                    .clerk_may = true,
                    .words = words_of_statement,
                    .against = against_statement,
                    .enter = enter_statement},
    ListingStepKind{.path = "decision",
                    .from = "noticed",
                    .clerk_may = false,
                    .words = words_of_decision,
                    .against = against_decision,
                    .enter = enter_decision},
    ListingStepKind{.path = "service",
                    .from = "decided",
                    .clerk_may = true,
                    .words = words_of_service,
                    .against = against_service,
                    .enter = enter_service},
    ListingStepKind{.path = "suspension",
                    .from = "in_force",
                    .clerk_may = false,
                    .words = words_of_hold,
                    .against = against_suspension,
                    .enter = enter_suspension},
    ListingStepKind{.path = "resumption",
                    .from = "in_force",
                    .clerk_may = false,
                    .words = words_of_hold,
                    .against = against_resumption,
                    .enter = enter_resumption},
    ListingStepKind{.path = "removal",
                    .from = "in_force",
                    .clerk_may = false,
                    .words = words_of_removal,
                    .against = against_removal,
                    .enter = enter_removal},
    ListingStepKind{.path = "annulment",
                    .from = "in_force",
                    .clerk_may = false,
                    .words = words_of_removal,
                    .against = against_annulment,
                    .enter = enter_annulment},
};

// Of the steps that are due; holds are commoner than ends, so that listings live for a while.
const ListingStepKind& step_for(World& world, const ListingCard& card) {
    auto& dice = world.dice();
    if (dice.once_in(12)) return dice.pick(listing_steps);
    if (card.stage == "in_force") {
        if (!dice.once_in(4)) return listing_steps[card.on_hold() ? 5 : 4];
        return listing_steps[dice.once_in(4) ? 7 : 6];
    }
    if (card.stage == "noticed") return listing_steps[dice.once_in(4) ? 1 : 2];
    return card.stage == "decided" ? listing_steps[3] : listing_steps[0];
}

// luzhengfa-2017-44 item 20: whoever was shown it is told that it was wrong, or is over.
Finding untold_end(World& world, const ListingStepKind& kind, const ListingCard& card,
                   const Answer& answer) {
    if (kind.path != "removal" && kind.path != "annulment") return {};
    return find_untold(world, {.subject = card.subject, .id = card.id, .authority = card.authority},
                       answer);
}

Finding take(World& world, const ListingStepKind& kind, ListingCard& card) {
    auto& dice = world.dice();
    JsonObject words = kind.words(world, card);
    if (dice.once_in(7)) spoil(dice, words);
    const bool clerk = dice.once_in(kind.clerk_may ? 2 : 20);
    const Occasion who{.role = clerk ? Role::Clerk : Role::Officer,
                       .authority = dice.once_in(15) ? "SD-FIN" : card.authority,
                       .today = world.today()};
    const Said said(words);
    const ListingStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto refusals = clerk && !kind.clerk_may ? not_for_role() : kind.against(step, card);
    auto asked = ask_expecting(world,
                               {.path = "/v1/listings/" + card.id + "/" + std::string(kind.path),
                                .body = words,
                                .role = who.role,
                                .authority = who.authority},
                               refusals);
    if (!asked.done()) return asked.finding;
    kind.enter(step, card);
    if (card.held_by == "the act") card.held_by = asked.answer.member("act");
    ++world.cards().acts;
    auto expected = told(card, world.cards().subjects[card.subject]);
    // The paper whose service the procedure waits for.
    const bool paper = kind.path == "notice" || kind.path == "decision";
    if (paper && card.exemption.empty()) {
        const auto notice = asked.answer.member("act") + "-n";
        expected["notice"] = notice;
        (kind.path == "notice" ? card.notice : card.decision_notice) = notice;
    }
    auto differs = compare_told(asked.answer, std::move(expected));
    return differs.empty() ? untold_end(world, kind, card, asked.answer) : differs;
}

const ListStandard& standard_for(World& world) {
    const auto all = world.law().catalogue().standards.all();
    for (int tries = 0; tries < 4; ++tries) {
        const auto& standard = world.dice().pick(all);
        if (in_force(standard, world.today())) return standard;
    }
    return world.dice().pick(all);
}

std::string office_for(World& world, const ListStandard& standard) {
    std::vector<std::string> offices;
    for (const auto& authority : world.law().catalogue().authorities.all()) {
        if (world.law().competent(authority.code, standard, world.today())) {
            offices.push_back(authority.code);
        }
    }
    if (offices.empty() || world.dice().once_in(15)) return "SD-GOV";
    return offices[world.dice().roll(std::min<std::size_t>(offices.size(), 2))];
}

// Two months ago; of the young around the day of full age.
Date conduct_of(World& world, const SubjectCard& subject) {
    const Date day = world.today() - days{60};
    if (!subject.is_person() || !subject.born_on || !world.dice().once_in(2)) return day;
    const std::chrono::year_month_day born(*subject.born_on);
    const std::chrono::year_month_day birthday{born.year() + std::chrono::years(18), born.month(),
                                               born.day()};
    const Date of_age = birthday.ok() ? Date(birthday) : Date(birthday.year() / 3 / 1);
    return std::min(day, of_age + days{world.dice().roll(3)} - days{1});
}

JsonObject words_of_proposal(World& world, const SubjectCard& subject, const ListStandard& standard,
                             const catalogue::ListGround* ground) {
    const auto name = world.dice().once_in(20) ? "示例另一名称" : subject.who.name;
    const bool finding = ground != nullptr && !ground->finding.empty();
    return {{"identifier", world.dice().once_in(30) ? "" : subject.who.identifier},
            {"name", name},
            {"standard", standard.id},
            {"ground", ground == nullptr ? "none" : ground->code},
            {"conduct_on", text_of(conduct_of(world, subject))},
            {"facts", "示例事实"},
            {"finding", finding ? "示例认定" : ""},
            {"basis_document", "示例决定书"}};
}

}  // namespace

Finding propose_listing(World& world) {
    auto& dice = world.dice();
    ListingCard card{.subject = dice.roll(world.cards().subjects.size())};
    world.touched = card.subject;
    const auto& subject = world.cards().subjects[card.subject];
    const ListStandard& standard = standard_for(world);
    if (!standard.grounds.empty()) card.ground = &dice.pick(standard.grounds);
    auto words = words_of_proposal(world, subject, standard, card.ground);
    if (dice.once_in(10)) spoil(dice, words);
    const Occasion who{.role = dice.once_in(2) ? Role::Clerk : Role::Officer,
                       .authority = office_for(world, standard),
                       .today = world.today()};
    const Said said(words);
    card.standard = &standard;
    card.ground = ground_of(standard, said.text("ground"));
    const ListingStep step{.law = world.law(), .cards = world.cards(), .said = said, .who = who};
    const auto refusals = against_proposal(step, card, said.text("standard"));
    auto asked = ask_expecting(
        world,
        {.path = "/v1/listings", .body = words, .role = who.role, .authority = who.authority},
        refusals);
    if (!asked.done()) return asked.finding;
    enter_proposal(step, card);
    card.id = asked.answer.member("listing");
    world.cards().listings.push_back(card);
    ++world.cards().acts;
    return compare_told(asked.answer, told(card, subject));
}

Finding go_on_with_listing(World& world) {
    auto& listings = world.cards().listings;
    if (listings.empty()) return propose_listing(world);
    // The latest are mostly the ones that somebody works on.
    const std::size_t latest = std::min<std::size_t>(listings.size(), 6);
    const std::size_t place = world.dice().once_in(5)
                                  ? world.dice().roll(listings.size())
                                  : listings.size() - 1 - world.dice().roll(latest);
    ListingCard& card = listings[place];
    world.touched = card.subject;
    return take(world, step_for(world, card), card);
}

}  // namespace credit::simulation
