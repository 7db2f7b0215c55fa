#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "foundation/json.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

using std::chrono::days;

constexpr std::string_view default_standard = "samr_serious";
constexpr std::array<std::string_view, 8> flags{
    "lists",   "waiver",    "hearing_held", "hearing_requested", "for_life", "with_repair_notice",
    "partial", "own_motion"};
constexpr std::array<std::string_view, 4> for_the_runner{"as", "born", "role", "on"};

std::string day_text(Date day) {
    return calendar::to_text(day);
}

// Of that function, in force, and of a level that suffices.
std::string authority_for(const Stage& stage, const catalogue::ListStandard& standard) {
    for (const auto& authority : stage.catalogue().authorities.all()) {
        if (!authority.validity.covers(stage.today()) || authority.level > standard.lowest_level) {
            continue;
        }
        const bool has = std::ranges::any_of(
            standard.functions, [&](const auto& each) { return authority.has_function(each); });
        if (has) return authority.code;
    }
    return "SD-GOV";
}

const catalogue::ListStandard& standard_of(Stage& stage, const Step& step) {
    auto& id = stage.standards[step.arguments.word(0)];
    if (id.empty()) id = default_standard;
    const auto* const standard = stage.catalogue().standards.find(id);
    return *(standard == nullptr ? stage.catalogue().standards.find(default_standard) : standard);
}

std::string document_number(Stage& stage, std::string_view word) {
    return "示例" + std::string(word) + "〔2026〕" + std::to_string(++stage.documents) + "号";
}

// What the listing says of itself, with the days that matter in its state.
std::string told(const JsonObject& listing) {
    std::string text = text_in(listing, "state");
    const auto tell = [&](std::string_view before, std::string_view name) {
        const auto value = text_in(listing, name);
        if (!value.empty()) text += " " + std::string(before) + " " + value;
    };
    if (text == "noticed") tell("window through", "window_through");
    if (text == "in_force") {
        text = text_in(listing, "held_by").empty() ? "in force" : "on hold";
        tell("from", "from_on");
        tell("through", "through_on");
        tell("until", "ends_when");
    }
    if (text == "ended") tell("as", "ended_as");
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string take_step(Stage& stage, const Step& step, std::string_view path, JsonObject body) {
    const auto& alias = step.arguments.word(0);
    const auto& standard = standard_of(stage, step);
    say(body, step.arguments);
    const auto as = step.arguments.value_or("as", authority_for(stage, standard));
    const auto listing = stage.listings.contains(alias) ? stage.listings[alias] : "none-1";
    const auto role = step.arguments.value_or("role", "officer");
    return outcome(stage.post("/v1/listings/" + listing + "/" + std::string(path), body,
                              *access::parse_role(role), as));
}

JsonObject removal_body(Stage& stage) {
    return {{"reason", "corrected"},
            {"document_number", document_number(stage, "移决")},
            {"words", "示例理由"}};
}

void say_end(JsonObject& body, const catalogue::ListStandard& standard, Date day) {
    const auto* const term =
        standard.grounds.empty() ? nullptr : standard.term_of(standard.grounds.front());
    if (term == nullptr) return;
    if (term->kind == catalogue::TermKind::Decided) body["through_on"] = day_text(day + days{365});
    if (term->kind == catalogue::TermKind::Until) body["review_on"] = day_text(day + days{180});
}

}  // namespace

void say(JsonObject& body, const Arguments& arguments) {
    for (const auto& [key, value] : arguments.values) {
        if (std::ranges::find(for_the_runner, key) != for_the_runner.end()) continue;
        if (std::ranges::find(flags, key) != flags.end()) {
            body[key] = value == "yes";
        } else if (key == "measures") {
            body[key] = JsonArray{Json(value)};
        } else if (key.ends_with("_on") && value.empty()) {
            body.erase(key);
        } else {
            body[key] = value;
        }
    }
}

std::string propose(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    const auto& subject = stage.subject(alias, said);
    stage.standards[alias] = said.value_or("standard", default_standard);
    const auto& standard = standard_of(stage, step);
    const auto& ground = standard.grounds.front();
    JsonObject body{{"identifier", subject.identifier},
                    {"name", subject.name},
                    {"standard", stage.standards[alias]},
                    {"ground", ground.code},
                    {"conduct_on", day_text(step.day - days{60})},
                    {"facts", "示例事实"},
                    {"finding", ground.finding.empty() ? "" : "示例认定"},
                    {"basis_document", "示例决定书"}};
    say(body, said);
    const auto response =
        stage.post("/v1/listings", body, *access::parse_role(said.value_or("role", "officer")),
                   said.value_or("as", authority_for(stage, standard)));
    if (response.status < 300) stage.listings[alias] = text_in(body_of(response), "listing");
    return outcome(response);
}

// The listing as an office reads it.
std::string read_listing(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", authority_for(stage, standard_of(stage, step)));
    return outcome(stage.get("/v1/listings/" + stage.listings[said.word(0)],
                             *access::parse_role(said.value_or("role", "clerk")), as));
}

// What an office has at one step.
std::string read_listings(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto response =
        stage.get("/v1/listings?state=" + said.word(0),
                  *access::parse_role(said.value_or("role", "clerk")), said.value_or("as", ""));
    if (auto refusal = refusal_of(response); !refusal.empty()) return refusal;
    return std::to_string(body_of(response).at("items").as_array().size()) + " listings";
}

std::string give_notice(Stage& stage, const Step& step) {
    return take_step(stage, step, "notice",
                     {{"served_on", day_text(step.day)},
                      {"method", "direct"},
                      {"proof", "示例回证"},
                      {"reasons", "示例事实和理由"},
                      {"rights", "可以陈述、申辩"}});
}

std::string record_statement(Stage& stage, const Step& step) {
    return take_step(stage, step, "statement", {});
}

std::string decide(Stage& stage, const Step& step) {
    const auto& standard = standard_of(stage, step);
    const bool black = standard.colour == catalogue::Colour::Black;
    JsonArray measures;
    for (const auto& measure : standard.measures) measures.push_back(Json(measure));
    JsonObject body{{"lists", true},
                    {"document_kind", standard.documents.front()},
                    {"document_number", document_number(stage, "列决")},
                    {"decided_on", day_text(step.day)},
                    {"reasons", "示例理由"},
                    {"measures", measures},
                    {"removal", standard.removal_zh},
                    {"remedy", standard.remedy_zh},
                    {"repair_notice", black ? "示例修告" : ""},
                    {"upper_level_consent", standard.consent_of_upper_level ? "示例批复" : ""}};
    say_end(body, standard, step.day);
    return take_step(stage, step, "decision", body);
}

std::string serve(Stage& stage, const Step& step) {
    const bool black = standard_of(stage, step).colour == catalogue::Colour::Black;
    return take_step(stage, step, "service",
                     {{"served_on", day_text(step.day)},
                      {"method", "direct"},
                      {"proof", "示例回证"},
                      {"with_repair_notice", black}});
}

std::string remove(Stage& stage, const Step& step) {
    return take_step(stage, step, "removal", removal_body(stage));
}

std::string annul(Stage& stage, const Step& step) {
    return take_step(stage, step, "annulment", removal_body(stage));
}

std::string suspend(Stage& stage, const Step& step) {
    return take_step(stage, step, "suspension", {{"reason", "核实信息"}});
}

std::string resume(Stage& stage, const Step& step) {
    return take_step(stage, step, "resumption", {{"reason", "核实无误"}});
}

}  // namespace credit::scenarios
