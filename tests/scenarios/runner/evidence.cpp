#include <boost/json.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

// "?repair=01…", by what the step names: `objection=company`, `repair=company`, `listing=company`.
std::string matter_of(Stage& stage, const Arguments& said) {
    std::string query;
    const auto add = [&](std::string_view kind, std::map<std::string, std::string>& ids) {
        if (!said.has(kind)) return;
        const auto alias = said.value_or(kind, "");
        query += (query.empty() ? "?" : "&") + std::string(kind) + "=" +
                 (ids.contains(alias) ? ids[alias] : "none-1");
    };
    add("objection", stage.objections);
    add("repair", stage.repairs);
    add("listing", stage.listings);
    return query;
}

// "text" unless the step says "pdf", "nothing", "program", or a number of mebibytes.
std::string content_of(const Arguments& said) {
    const auto content = said.value_or("content", "text");
    if (content == "pdf") return "%PDF-1.7 示例";
    if (content == "nothing") return {};
    if (content == "program")
        return std::string(
            "\x7f"
            "ELF\0\0",
            6);
    if (content == "20MiB") return std::string(20 * mebibyte, 'a');
    if (content == "over20MiB") return std::string((20 * mebibyte) + 1, 'a');
    return "示例材料";
}

http::Response send(Stage& stage, const Arguments& said, http::Request request) {
    if (said.has("by")) return stage.send_as_subject(said.value_or("by", ""), std::move(request));
    return stage.send(std::move(request), *access::parse_role(said.value_or("role", "officer")),
                      said.value_or("as", "SD-SAMR"));
}

}  // namespace

// A file for a matter, by an office (`as`) or a subject (`by`).
std::string give(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    http::Request request;
    request.target = "/v1/files" + matter_of(stage, said);
    request.content_type = "application/octet-stream";
    request.file = std::move(*http::Spool::create());
    CHECK(request.file->append(content_of(said)).has_value());
    const auto response = send(stage, said, std::move(request));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    stage.file = text_in(body, "file");
    return "kept " + text_in(body, "type");
}

// The file that was given last.
std::string read_file(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto path = "/v1/files/" + stage.file + matter_of(stage, said);
    const auto response =
        said.has("by") ? stage.get_as_subject(said.value_or("by", ""), path)
                       : stage.get(path, *access::parse_role(said.value_or("role", "officer")),
                                   said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "read " + response.content_type : refusal;
}

// By the credit office, on the decision of whoever may order it: the file that was given last.
std::string erase_file(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject body{{"identifier", stage.subject(said.word(0), said).identifier},
                          {"what", "evidence"},
                          {"item", stage.file},
                          {"article", "personal-information-protection-law-2021 art. 47"},
                          {"document_number", "示例删决〔2026〕2号"},
                          {"reasons", "示例理由"}};
    const auto response = stage.post("/v1/erasures", body, access::Role::CreditOffice, "SD-DRC");
    auto refusal = refusal_of(response);
    return refusal.empty() ? "erased" : refusal;
}

// What a matter says of its files: who gave each.
std::string files_of(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    std::string path = "/v1/";
    if (said.has("objection"))
        path += "objections/" + stage.objections[said.value_or("objection", "")];
    if (said.has("repair")) path += "repairs/" + stage.repairs[said.value_or("repair", "")];
    if (said.has("listing")) path += "listings/" + stage.listings[said.value_or("listing", "")];
    const auto response =
        said.has("by") ? stage.get_as_subject(said.value_or("by", ""), path)
                       : stage.get(path, *access::parse_role(said.value_or("role", "officer")),
                                   said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string outcome;
    for (const auto& each : **read_array(body, "evidence")) {
        const auto by = text_in(each.as_object(), "given_by");
        outcome += (outcome.empty() ? "" : "; ") + (by.empty() ? std::string("subject") : by);
    }
    return outcome.empty() ? "none" : outcome;
}

}  // namespace credit::scenarios
