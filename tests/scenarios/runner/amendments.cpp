// Verbs about amendments of the catalogue: drafted, put to comment, examined, approved, tried and
// carried out.

#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "server/house.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

// "SD-DRC/2" is a second officer of the same office.
Asker officer_of(const Step& step, std::string_view authority = "SD-DRC") {
    return {.role = *access::parse_role(step.arguments.value_or("role", "credit_office")),
            .authority = step.arguments.value_or("as", authority)};
}

JsonArray split(const std::string& text) {
    JsonArray parts;
    for (std::size_t from = 0; from < text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        parts.emplace_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

// "measure:M092-B1"
JsonObject row_of(const std::string& text) {
    const auto colon = text.find(':');
    return {{"row", text.substr(0, colon)}, {"id", text.substr(colon + 1)}};
}

JsonObject memorandum_of(const Arguments& said) {
    const auto get = [&](std::string_view name, std::string_view otherwise) {
        return said.value_or(name, otherwise);
    };
    JsonArray lines;
    if (get("measure", "M094-B4") != "none") {
        lines.push_back(JsonObject{{"measure", get("measure", "M094-B4")},
                                   {"subjects", split(get("subjects", "organisation"))},
                                   {"implementers", split(get("implementers", "industry_it"))}});
    }
    return {{"title", get("memorandum", "示例合作备忘录")},
            {"document_number", get("memorandum_number", "示例备忘〔2026〕1号")},
            {"domain", get("domain", "trade_competition")},
            {"lead", get("lead", "SD-SAMR")},
            {"signatories", split(get("signatories", "SD-SAMR,SD-DRC"))},
            {"standard", get("standard", "samr_serious")},
            {"feedback", get("feedback", "quarterly")},
            {"through", get("through", "2027-12-31")},
            {"lines", std::move(lines)}};
}

// "A|B" writes B for A, wherever it stands.
void change_in(std::string& content, const std::string& change) {
    if (change.empty()) return;
    const auto bar = change.find('|');
    const auto old = change.substr(0, bar);
    auto at = content.find(old);
    CHECK(at != std::string::npos);
    for (; at != std::string::npos; at = content.find(old, at)) {
        content.replace(at, old.size(), change.substr(bar + 1));
        at += change.size() - bar - 1;
    }
}

// tests/data/definitions/NAME.json, changed as change=A|B and also=C|D say.
JsonObject definitions_of(const Arguments& said) {
    const auto path = "tests/data/definitions/" + said.value_or("define", "") + ".json";
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    auto content = text.str();
    CHECK(!content.empty());
    change_in(content, said.value_or("change", ""));
    change_in(content, said.value_or("also", ""));
    return *parse_object(content);
}

JsonObject agreement_of(const Arguments& said) {
    const auto get = [&](std::string_view name, std::string_view otherwise) {
        return said.value_or(name, otherwise);
    };
    return {{"title", get("agreement", "示例互认协议")},
            {"document_number", get("agreement_number", "示例互认〔2026〕1号")},
            {"region", get("region", "310000")},
            {"region_name", get("region_name", "示例省")},
            {"signatories", split(get("signatories", "SD-DRC"))},
            {"categories", split(get("categories", "enterprise_risk"))},
            {"through", get("through", "2027-12-31")}};
}

std::string told(const JsonObject& amendment) {
    std::string text = text_in(amendment, "state");
    if (amendment.at("local").as_bool()) text += ", local";
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string path_of(const Stage& stage, std::string_view last) {
    return "/v1/amendments/" + (stage.amendment.empty() ? "none-1" : stage.amendment) +
           std::string(last);
}

std::string take_step(Stage& stage, const Step& step, std::string_view last, JsonObject body,
                      std::string_view authority = "SD-DRC") {
    for (auto& [name, value] : body) {
        if (step.arguments.has(name)) value = step.arguments.value_or(name, "");
    }
    return outcome(stage.post(path_of(stage, last), body, officer_of(step, authority)));
}

std::string text_of(const http::Response& response) {
    std::string text;
    if (response.file == nullptr) return text;
    text.resize(response.file->size());
    const auto read = response.file->read_at(0, text);
    if (!read) text.clear();
    return text;
}

// Whose listing each line is.
std::string told_lines(const Stage& stage, const std::string& lines) {
    std::map<std::string, std::string> names;
    for (const auto& [alias, listing] : stage.listings) names[listing] = alias;
    std::map<std::string, std::string> of;
    for (std::size_t from = 0; from < lines.size();) {
        const auto end = lines.find('\n', from);
        const auto row = *parse_object(std::string_view(lines).substr(from, end - from));
        of[names[text_in(row, "listing")]] = row.at("ends").as_bool() ? "ends" : "touched";
        from = end + 1;
    }
    std::string text;
    for (const auto& [alias, what] : of) text += "; " + alias + " " + what;
    return text.empty() ? "; nobody" : text;
}

std::string told_counts(const JsonObject& figures, std::string_view list, std::string_view name,
                        const std::string& only) {
    std::string text;
    for (const auto& each : figures.at(list).as_array()) {
        const auto& count = each.as_object();
        if (!only.empty() && text_in(count, name) != only) continue;
        text += "; " + text_in(count, name) + " begun " + to_text(count.at("begun")) + " ended " +
                to_text(count.at("ended"));
    }
    return text;
}

}  // namespace

std::string amend(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"title", said.value_or("title", "示例目录变更")},
                    {"document_number", said.value_or("document_number", "示例目录〔2026〕1号")},
                    {"reasons", said.value_or("reasons", "示例理由")},
                    {"from_on", said.value_or("from", "2026-06-01")}};
    if (said.has("end")) body["ends"] = JsonArray{row_of(said.value_or("end", ""))};
    if (said.has("begin")) {
        auto row = row_of(said.value_or("begin", ""));
        const auto basis = said.value_or("basis", "");
        const auto slash = basis.find('/');
        if (!basis.empty()) {
            row["basis"] = JsonArray{JsonObject{{"instrument", basis.substr(0, slash)},
                                                {"article", basis.substr(slash + 1)}}};
        }
        body["begins"] = JsonArray{std::move(row)};
    }
    if (said.has("define")) body["defines"] = definitions_of(said);
    if (said.has("memorandum")) body["memorandum"] = memorandum_of(said);
    if (said.has("agreement")) body["agreement"] = agreement_of(said);
    const auto response = stage.post("/v1/amendments", body, officer_of(step));
    if (response.status < 300) stage.amendment = text_in(body_of(response), "amendment");
    return outcome(response);
}

std::string consult(Stage& stage, const Step& step) {
    return take_step(stage, step, "/consultation",
                     {{"document_number", "示例公告〔2026〕1号"}, {"through", "2026-05-01"}});
}

std::string close_consultation(Stage& stage, const Step& step) {
    return take_step(stage, step, "/consultation/closing",
                     {{"document_number", "示例公告〔2026〕2号"}, {"opinions", "示例采纳情况"}});
}

std::string examine(Stage& stage, const Step& step) {
    return take_step(stage, step, "/examination",
                     {{"of", step.arguments.word(0)},
                      {"body", "示例审定单位"},
                      {"document_number", "示例审定〔2026〕1号"}});
}

std::string approve(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path_of(stage, "/approval");
    return outcome(stage.send(std::move(request), officer_of(step, "SD-DRC/2")));
}

std::string withdraw_amendment(Stage& stage, const Step& step) {
    return take_step(stage, step, "/withdrawal", {{"reasons", "示例理由"}});
}

// Figures of organisations, and whom it touches; at=MATTER also what follows there.
std::string dry_run(Stage& stage, const Step& step) {
    const auto asker = officer_of(step);
    const auto response = stage.get(path_of(stage, "/dry-run"), asker);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto report = body_of(response);
    const auto& figures = report.at("figures").as_object();
    stage.dry_run = text_of(stage.get(path_of(stage, "/dry-run/rows"), asker));
    return "organisations " + to_text(figures.at("listings_of_organisations")) + " released " +
           to_text(figures.at("released_organisations")) +
           told_counts(figures, "authorities", "authority", "") +
           told_counts(figures, "matters", "matter", step.arguments.value_or("at", "food_permit")) +
           told_lines(stage, stage.dry_run);
}

// What is due of amendments on the stage's day.
std::string take_force(Stage& stage, const Step& /*step*/) {
    std::int64_t acts = 0;
    for (int quiet = 0; quiet < 3;) {
        const auto done = stage.house().runner().look(stage.now());
        if (!done) return "error: " + done.error().grounds.front().word;
        acts += *done;
        quiet = *done == 0 ? quiet + 1 : 0;
    }
    return acts == 0 ? "nothing due" : "performs " + std::to_string(acts);
}

// Whom it touched, and whether that is what the last dry run said, line by line.
std::string touched(Stage& stage, const Step& step) {
    const auto lines = text_of(stage.get(path_of(stage, "/rows"), officer_of(step)));
    const std::string same = lines == stage.dry_run ? "as the dry run said" : "ANOTHER";
    return same + told_lines(stage, lines);
}

// Of each interval what each authority did.
std::string feedback(Stage& stage, const Step& step) {
    const auto response = stage.get(path_of(stage, "/feedback"), officer_of(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto told = body_of(response);
    std::string text;
    for (const auto& interval : told.at("intervals").as_array()) {
        const auto& object = interval.as_object();
        text += (text.empty() ? "" : "; ") + text_in(object, "from_on") + ".." +
                text_in(object, "through_on");
        if (!object.at("complete").as_bool()) text += " running";
        for (const auto& each : object.at("authorities").as_array()) {
            const auto& done = each.as_object();
            text += " " + text_in(done, "authority");
            for (const auto* const name : {"told", "executed", "not_executed", "open", "overdue"}) {
                text += std::string(" ") + name + "=" + to_text(done.at(name));
            }
        }
    }
    return text.empty() ? "nothing yet" : text;
}

}  // namespace credit::scenarios
