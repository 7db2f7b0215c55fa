// Leaks in a simulated year: opened, reported, told to everyone concerned, read by them, closed.

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
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/incident_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;
using std::chrono::days;

// A step that one act takes: what is said, by whom, and its rules.
struct IncidentMove {
    std::string_view path;
    JsonObject words;
    Refusals (*against)(const IncidentStep& step, const IncidentCard& card);
    void (*enter)(const IncidentStep& step, IncidentCard& card);
    bool by_department = false;
};

JsonObject text_or_nothing(World& world, std::string_view name, std::string_view text) {
    return {{name, world.dice().once_in(12) ? std::string_view() : text}};
}

IncidentMove report(World& world) {
    auto words = text_or_nothing(world, "document_number", "示例报〔2026〕1号");
    words["department"] = world.dice().once_in(8) ? "SD-FIN" : "SD-CYB";
    return {.path = "report",
            .words = std::move(words),
            .against = against_report,
            .enter = enter_report};
}

IncidentMove exception(World& world) {
    auto words = text_or_nothing(world, "measures", "示例措施");
    words["reasons"] = "示例理由";
    return {.path = "exception",
            .words = std::move(words),
            .against = against_exception,
            .enter = enter_exception};
}

IncidentMove order(World& world) {
    auto words = text_or_nothing(world, "document_number", "示例令〔2026〕1号");
    words["reasons"] = "示例理由";
    return {.path = "order",
            .words = std::move(words),
            .against = against_order,
            .enter = enter_order,
            .by_department = true};
}

IncidentMove completion(World& /*world*/) {
    return {.path = "completion",
            .words = {},
            .against = against_completion,
            .enter = enter_completion};
}

IncidentMove closing(World& world) {
    auto words = text_or_nothing(world, "lessons", "示例教训");
    words["document_number"] = "示例结〔2026〕1号";
    return {.path = "closing",
            .words = std::move(words),
            .against = against_closing_incident,
            .enter = enter_closing_incident};
}

// Mostly who answers for it today; at times another.
std::string some_office(World& world, const IncidentCard& card) {
    if (world.dice().once_in(10)) return "SD-FIN";
    return answering(world.law(), card.authority, world.today());
}

std::string path_of(const IncidentCard& card, std::string_view last) {
    return "/v1/incidents/" + card.id + "/" + std::string(last);
}

Finding compare(const Answer& answer, const IncidentCard& card) {
    const auto tell = card.tell_due ? calendar::to_text(*card.tell_due) : std::string();
    const bool agrees = answer.member("report_due_on") == calendar::to_text(card.report_due) &&
                        answer.member("tell_due_on") == tell &&
                        answer.body.at("must_tell").as_bool() == card.must_tell() &&
                        answer.body.at("open").as_bool() != card.closed;
    if (agrees) return {};
    return "expected an incident to be told by " + (tell.empty() ? "no day" : tell) +
           ", but: " + answer.text;
}

Finding take_step(World& world, IncidentCard& card) {
    constexpr std::array moves{report,     report,     exception, order,
                               completion, completion, closing,   closing};
    const auto move = world.dice().pick(moves)(world);
    const bool department = move.by_department && !world.dice().once_in(6);
    const Occasion who{.role = Role::Officer,
                       .authority = department ? "SD-CYB" : some_office(world, card),
                       .today = world.today()};
    const Said said(move.words);
    const IncidentStep step{.law = world.law(), .said = said, .who = who};
    const auto asked = ask_expecting(
        world, {.path = path_of(card, move.path), .body = move.words, .authority = who.authority},
        move.against(step, card));
    if (!asked.done()) return asked.finding;
    move.enter(step, card);
    ++world.cards().acts;
    return compare(asked.answer, card);
}

// What names many, or tells them, is done for each by itself: sent again it does the rest.
Finding compare_done(World& world, const Asked& asked, std::string_view member, std::size_t acts) {
    world.cards().acts += acts;
    const auto done = read_integer(asked.answer.body, member);
    if (world.troubled() || (done && std::cmp_equal(*done, acts))) return {};
    return "expected " + std::to_string(acts) + " subjects, but: " + asked.answer.text;
}

Refusals against_many(World& world, const IncidentCard& card, const std::string& office) {
    const JsonObject nothing;
    const Said said(nothing);
    const Occasion who{.role = Role::Officer, .authority = office, .today = world.today()};
    return against_going_on({.law = world.law(), .said = said, .who = who}, card);
}

Finding name_concerned(World& world, IncidentCard& card) {
    auto& dice = world.dice();
    const auto& subjects = world.cards().subjects;
    std::vector<std::size_t> named;
    std::string table = "identifier\n";
    for (std::size_t subject = 0; subject < subjects.size(); ++subject) {
        if (!dice.once_in(3)) continue;
        named.push_back(subject);
        table += subjects[subject].who.identifier + "\n";
    }
    if (named.empty()) return {};
    world.touched = named.front();
    const auto office = some_office(world, card);
    const auto asked = ask_expecting(
        world, {.path = path_of(card, "concerned"), .body = {}, .file = table, .authority = office},
        against_many(world, card, office));
    if (!asked.done()) return asked.finding;
    return compare_done(world, asked, "named", enter_concerned(world.cards(), card, named));
}

Finding tell_noted(World& world, IncidentCard& card) {
    const auto office = some_office(world, card);
    const auto asked = ask_expecting(
        world, {.path = path_of(card, "telling"), .body = {}, .authority = office, .reads = true},
        against_many(world, card, office));
    if (!asked.done()) return asked.finding;
    return compare_done(world, asked, "done", enter_telling(card));
}

// The state of the incident for the subject, and the notice by which it was told.
struct Read {
    std::string state;
    std::string notice;
};
Read read_of(const Answer& answer, const IncidentCard& card) {
    for (const auto& each : answer.body.at("items").as_array()) {
        const Said item(each.as_object());
        if (item.text("incident") == card.id) {
            return {.state = item.text("state"), .notice = item.text("notice")};
        }
    }
    return {};
}

// Whom an incident concerns sees it, told or not; nobody else does.
Finding read_own(World& world, IncidentCard& card) {
    const auto subject = world.dice().roll(world.cards().subjects.size());
    world.touched = subject;
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/account/incidents",
                                      .body = {},
                                      .subject = subject,
                                      .reads = true,
                                      .gets = true},
                                     {});
    if (!asked.done()) return asked.finding;
    const auto concern = std::ranges::find(card.concerned, subject, &ConcernCard::subject);
    const bool concerned = concern != card.concerned.end();
    std::string expected;
    if (concerned) expected = concern->told ? "told" : "noted";
    const auto [state, notice] = read_of(asked.answer, card);
    if (state != expected) {
        return "expected an incident " + card.id + " \"" + expected +
               "\", but: " + asked.answer.text;
    }
    if (!concerned || !concern->told || concern->read) return {};
    const auto read = ask_expecting(
        world,
        {.path = "/v1/account/notices/" + notice + "/reading", .body = {}, .subject = subject}, {});
    if (!read.done()) return read.finding;
    concern->read = true;
    ++world.cards().acts;
    return {};
}

}  // namespace

Finding open_incident(World& world) {
    auto& dice = world.dice();
    const Date discovered_on = world.today() - days{dice.roll(4)};
    auto words = text_or_nothing(world, "cause", "示例原因");
    words["kinds"] = JsonArray{Json("records")};
    words["harm"] = "示例危害";
    words["steps"] = "示例措施";
    words["protection"] = "示例建议";
    words["contact"] = "示例联系方式";
    words["discovered_on"] = calendar::to_text(discovered_on);
    const Said said(words);
    const Occasion who{.role = Role::Officer,
                       .authority = dice.once_in(2)
                                        ? "JN-SAMR"
                                        : answering(world.law(), dissolved_office, world.today()),
                       .today = world.today()};
    Refusals no;
    no.unless(said.anything("cause"), "incidents.cause_missing");
    const auto asked = ask_expecting(
        world, {.path = "/v1/incidents", .body = words, .authority = who.authority}, no);
    if (!asked.done()) return asked.finding;
    IncidentCard card{.id = asked.answer.member("incident")};
    enter_opening({.law = world.law(), .said = said, .who = who}, card, discovered_on);
    world.cards().incidents.push_back(card);
    ++world.cards().acts;
    return compare(asked.answer, card);
}

Finding go_on_with_incident(World& world) {
    auto& dice = world.dice();
    auto& incidents = world.cards().incidents;
    if (incidents.empty()) return open_incident(world);
    auto& card = incidents[dice.once_in(3) ? dice.roll(incidents.size()) : incidents.size() - 1];
    switch (dice.roll(6)) {
        case 0:
            return name_concerned(world, card);
        case 1:
            return tell_noted(world, card);
        case 2:
        case 3:
            return read_own(world, card);
        default:
            return take_step(world, card);
    }
}

}  // namespace credit::simulation
