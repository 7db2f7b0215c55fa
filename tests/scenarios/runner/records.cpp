#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "foundation/json.h"
#include "server/house.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

void add(std::string& outcome, const std::string& fact) {
    outcome += (outcome.empty() ? "" : "; ") + fact;
}

access::Role role_of(const Arguments& said, std::string_view otherwise) {
    return *access::parse_role(said.value_or("role", otherwise));
}

std::string office_of(const Stage& stage, const Arguments& said) {
    const auto last = stage.submissions.empty() ? "SD-SAMR" : stage.submissions.back().first;
    return said.value_or("as", last);
}

bool says(const JsonObject& object, std::string_view name) {
    const auto flag = read_flag(object, name);
    return flag && *flag;
}

std::string number_in(const JsonObject& object, std::string_view name) {
    const auto number = read_integer(object, name);
    return number ? std::to_string(*number) : "?";
}

// The record whose document has the number, in the items of an answer; the last that is so.
std::string find_record(const http::Response& response, const std::string& document) {
    std::string found;
    const auto body = body_of(response);
    const auto items = read_array(body, "items");
    if (!items) return found;
    for (const auto& item : **items) {
        const auto& each = item.as_object();
        if (text_in(each, "document_number") == document) found = text_in(each, "record");
    }
    return found;
}

// What waits, or waited when it was last asked for.
std::string waiting_record(Stage& stage, const Arguments& said) {
    const auto document = document_numbered(said.value_or("number", "1"));
    for (const auto& [authority, submission] : stage.submissions) {
        const auto found = find_record(
            stage.get("/v1/records/quarantine", access::Role::Officer, authority), document);
        if (!found.empty()) stage.waited[document] = found;
    }
    const auto known = stage.waited.find(document);
    return known == stage.waited.end() ? "none-1" : known->second;
}

std::string act_on_record(Stage& stage, const Step& step, const std::string& path,
                          const JsonObject& body) {
    const auto& said = step.arguments;
    const auto response =
        stage.post("/v1/records/" + path, body, role_of(said, "officer"), office_of(stage, said));
    auto refusal = refusal_of(response);
    return refusal.empty() ? text_in(body_of(response), "outcome") : refusal;
}

void say_given(JsonObject& body, const Arguments& said,
               std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        if (!said.has(name)) continue;
        const auto value = said.value_or(name, "");
        if (value.empty()) {
            body.erase(name);
        } else {
            body[name] = value;
        }
    }
}

void tell_row(std::string& outcome, const JsonObject& row) {
    std::string fact = "row " + number_in(row, "row") + " due " + text_in(row, "due_on") +
                       (says(row, "late") ? " late" : " in time");
    if (says(row, "provisional")) fact += " provisional";
    if (says(row, "reference_only")) fact += " reference only";
    if (const auto* const lacks = row.if_contains("lacks")) {
        for (const auto& word : lacks->as_array()) fact += " " + std::string(word.as_string());
    }
    const auto state = text_in(row, "state");
    if (state != "stands") fact += " " + state;
    add(outcome, fact);
}

void tell_exposure(std::string& fact, const JsonObject& item) {
    const auto range = text_in(item, "range");
    const auto through = text_in(item, "public_through");
    fact += " " + range;
    if (range == "public" && !through.empty()) fact += " through " + through;
}

void tell_records(std::string& outcome, const JsonObject& view) {
    const auto records = read_array(view, "records");
    if (!records) return;
    for (const auto& each : **records) {
        const auto& record = each.as_object();
        if (text_in(record, "kind") == "registration") continue;
        std::string fact = text_in(record, "kind");
        if (says(record, "reference_only")) fact += " reference only";
        tell_exposure(fact, record);
        if (says(record, "objection_pending")) fact += " objected to";
        const auto columns = read_array(record, "columns");
        for (const auto& item : columns ? **columns : JsonArray{}) {
            const auto& column = item.as_object();
            const auto withheld = text_in(column, "withheld");
            if (!withheld.empty()) fact += " " + text_in(column, "code") + " " + withheld;
        }
        add(outcome, fact);
    }
}

void tell_listings(std::string& outcome, const JsonObject& view) {
    const auto listings = read_array(view, "listings");
    if (!listings) return;
    for (const auto& each : **listings) {
        const auto& listing = each.as_object();
        std::string fact = "listed " + text_in(listing, "standard");
        if (says(listing, "on_hold")) fact += " on hold";
        tell_exposure(fact, listing);
        if (says(listing, "objection_pending")) fact += " objected to";
        add(outcome, fact);
    }
}

void tell_commitments(std::string& outcome, const JsonObject& view) {
    if (!view.contains("commitments")) return;
    for (const auto& each : view.at("commitments").as_array()) {
        const auto& commitment = each.as_object();
        std::string fact = "promised " + text_in(commitment, "kind");
        tell_exposure(fact, commitment);
        if (says(commitment, "objection_pending")) fact += " objected to";
        add(outcome, fact);
    }
}

}  // namespace

// Of the submissions so far, the latest first; with `submission=1` in the first of them.
std::string filed_record(Stage& stage, const Arguments& said) {
    const auto document = document_numbered(said.value_or("number", "1"));
    const auto wanted = said.value_or("submission", "");
    for (auto place = stage.submissions.size(); place > 0; --place) {
        const auto& [authority, submission] = stage.submissions[place - 1];
        if (!wanted.empty() && wanted != std::to_string(place)) continue;
        const auto found = find_record(
            stage.get("/v1/submissions/" + submission, access::Role::Officer, authority), document);
        if (!found.empty()) return found;
    }
    return "none-1";
}

std::string withdraw(Stage& stage, const Step& step) {
    JsonObject body{{"reason", "示例理由"}};
    say_given(body, step.arguments, {"reason"});
    return act_on_record(stage, step, filed_record(stage, step.arguments) + "/withdrawal", body);
}

std::string review(Stage& stage, const Step& step) {
    JsonObject body{{"outcome", "released"}, {"proof", "示例核实笔录"}};
    say_given(body, step.arguments, {"outcome", "conduct_on", "born_on", "proof", "reason"});
    return act_on_record(stage, step, waiting_record(stage, step.arguments) + "/review", body);
}

std::string review_text(Stage& stage, const Step& step) {
    JsonObject body{{"outcome", "shown"}, {"reason", "示例理由"}};
    say_given(body, step.arguments, {"outcome", "reason"});
    const auto& said = step.arguments;
    const auto column = said.value_or("column", "CF_SY");
    return act_on_record(stage, step, filed_record(stage, said) + "/columns/" + column + "/review",
                         body);
}

// By the credit office, on the decision of whoever may order it.
std::string erase(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto record = said.value_or("waiting", "") == "yes" ? waiting_record(stage, said)
                                                              : filed_record(stage, said);
    JsonObject body{{"identifier", stage.subject(said.word(0), said).identifier},
                    {"what", "record"},
                    {"item", record},
                    {"article", "personal-information-protection-law-2021 art. 47"},
                    {"document_number", "示例删决〔2026〕1号"},
                    {"reasons", "示例理由"}};
    say_given(body, said, {"article", "document_number", "reasons", "what"});
    const auto response = stage.post("/v1/erasures", body, role_of(said, "credit_office"),
                                     said.value_or("as", "SD-DRC"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "erased" : refusal;
}

std::string expire(Stage& stage, const Step& /*step*/) {
    std::int64_t erased = 0;
    do {
        const auto some = stage.house().eraser().look(stage.now());
        if (!some) return "error: " + some.error().grounds.front().word;
        erased += *some;
    } while (!stage.house().eraser().done(stage.today()));
    return erased == 0 ? "nothing to erase" : "erases " + std::to_string(erased);
}

// What waits for the authority that filed last, or for another.
std::string waiting(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto response = stage.get("/v1/records/quarantine?limit=" + said.value_or("limit", "50"),
                                    role_of(said, "clerk"), office_of(stage, said));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string outcome;
    for (const auto& each : **read_array(body, "items")) {
        const auto& row = each.as_object();
        stage.waited[text_in(row, "document_number")] = text_in(row, "record");
        add(outcome, "row " + number_in(row, "row") + " " + text_in(row, "why"));
    }
    if (body.contains("next")) add(outcome, "more");
    return outcome.empty() ? "nothing" : outcome;
}

std::string withheld(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto response =
        stage.get("/v1/records/withheld", role_of(said, "clerk"), office_of(stage, said));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string outcome;
    for (const auto& each : **read_array(body, "items")) {
        const auto& text = each.as_object();
        std::string fact = "row " + number_in(text, "row") + " " + text_in(text, "column");
        for (const auto& kind : text.at("found").as_array()) {
            fact += " " + std::string(kind.as_string());
        }
        add(outcome, fact);
    }
    return outcome.empty() ? "nothing" : outcome;
}

// The rows of a submission: the latest, or the one that `submission` numbers.
std::string read_rows(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    if (stage.submissions.empty()) return "no submission";
    const auto place =
        std::stoul(said.value_or("submission", std::to_string(stage.submissions.size())));
    const auto& [authority, submission] = stage.submissions.at(place - 1);
    std::string path = "/v1/submissions/" + submission;
    if (said.has("of")) path += "?authority=" + said.value_or("of", "");
    const auto response = stage.get(path, role_of(said, "clerk"), said.value_or("as", authority));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string outcome;
    const auto late = number_in(body, "late");
    if (late != "0") add(outcome, late + " late");
    for (const auto& each : **read_array(body, "items")) tell_row(outcome, each.as_object());
    return outcome.empty() ? "no rows" : outcome;
}

// What is public about the subject; with `as`, what that authority may see.
std::string look(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    JsonObject body{{"identifier", subject.identifier}, {"name", subject.name}};
    say_given(body, said, {"name"});
    const bool with_rights = said.has("as");
    if (with_rights) {
        body["purpose"] = "approval";
        body["ground"] = "sd_regulation_22";
        body["case"] = "示例受理〔2026〕1号";
        body["officer"] = "示例经办人";
    }
    const auto response = with_rights
                              ? stage.post("/v1/subjects/lookup", body, role_of(said, "officer"),
                                           said.value_or("as", ""))
                              : stage.post_openly("/v1/subjects/lookup", body);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto view = body_of(response);
    std::string outcome;
    if (text_in(view, "standing") != "shown") add(outcome, text_in(view, "standing"));
    tell_listings(outcome, view);
    tell_commitments(outcome, view);
    tell_records(outcome, view);
    return outcome.empty() ? "no records" : outcome;
}

// What the register does by itself after rows replaced others: how many corrections it told.
std::string corrections(Stage& stage, const Step& /*step*/) {
    const auto told = stage.house().corrections().look(stage.now());
    if (!told) return "error: " + told.error().grounds.front().word;
    return *told == 0 ? "nothing to tell" : "tells " + std::to_string(*told);
}

}  // namespace credit::scenarios
