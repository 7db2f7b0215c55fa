// Verbs about cases that authorities report, and whether they were checked.

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

std::string told(const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string text = "taken " + std::to_string(body.at("taken").to_number<std::int64_t>()) +
                       ", unchanged " +
                       std::to_string(body.at("unchanged").to_number<std::int64_t>());
    for (const auto& each : body.at("refused").as_array()) {
        const auto& row = each.as_object();
        text += "; row " + std::to_string(row.at("row").to_number<std::int64_t>()) + " " +
                text_in(row, "ground");
    }
    return text;
}

Asker asker_of(const Step& step, std::string_view role) {
    const auto& said = step.arguments;
    return {.role = *access::parse_role(said.value_or("role", std::string(role))),
            .authority = said.value_or("as", "JN-SAMR")};
}

// "fifteen_digits": as identity cards of the first generation had it.
std::string identifier_in(const Arguments& said, const std::string& own) {
    const auto given = said.value_or("identifier", own);
    return given == "fifteen_digits" ? own.substr(0, 6) + own.substr(8, 9) : given;
}

}  // namespace

std::string report_case(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    JsonObject row{{"matter", said.value_or("matter", "food_permit")},
                   {"case", said.value_or("case", "示例受理〔2026〕1号")},
                   {"identifier", identifier_in(said, subject.identifier)},
                   {"decided_on", said.value_or("decided_on", calendar::to_text(step.day))}};
    if (said.has("name")) {
        const auto name = said.value_or("name", "");
        row["name"] = name == "its_name" ? subject.name : name;
    }
    return told(
        stage.post("/v1/cases", {{"cases", JsonArray{row}}}, asker_of(step, "approval_system")));
}

std::string report_table(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    auto spool = http::Spool::create();
    CHECK(spool.has_value());
    std::string table = "事项,办件编号,标识,办结日期\n";
    for (const auto& alias : said.words) {
        table += "food_permit,示例受理〔2026〕1号" + alias + "," +
                 stage.subject(alias, said).identifier + "," + calendar::to_text(step.day) + "\n";
    }
    CHECK((*spool)->append(table).has_value());
    http::Request request;
    request.method = http::Method::Post;
    request.target = "/v1/cases/table";
    request.content_type = "text/csv";
    request.file = *std::move(spool);
    return told(stage.send(std::move(request), asker_of(step, "clerk")));
}

std::string report_count(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject row{{"matter", said.value_or("matter", "food_permit")},
                         {"day", said.value_or("day", calendar::to_text(step.day))},
                         {"organisations", std::stoll(said.value_or("organisations", "1"))}};
    return told(
        stage.post("/v1/cases", {{"counts", JsonArray{row}}}, asker_of(step, "approval_system")));
}

std::string covered(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/coverage", asker_of(step, "officer"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto answer = body_of(response);
    for (const auto& each : answer.at("items").as_array()) {
        const auto& item = each.as_object();
        text +=
            (text.empty() ? "" : "; ") + text_in(item, "authority") + " " + text_in(item, "matter");
        for (const auto* name :
             {"checked", "late", "missing", "not_needed", "counted", "looked_up"}) {
            const auto number = item.at(name).to_number<std::int64_t>();
            if (number != 0) text += " " + std::string(name) + " " + std::to_string(number);
        }
    }
    return text.empty() ? "nothing" : text;
}

std::string unchecked(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/cases/unchecked", asker_of(step, "officer"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& row = each.as_object();
        text += (text.empty() ? "" : "; ") + text_in(row, "authority") + " " +
                text_in(row, "matter") + " " + text_in(row, "decided_on") + " " +
                text_in(row, "state");
        const auto category = text_in(row, "category");
        if (!category.empty()) text += " " + category;
        if (!text_in(row, "case").empty()) text += ", with case";
    }
    return text.empty() ? "nothing" : text;
}

}  // namespace credit::scenarios
