#include <string>
#include <utility>

#include "access/principal.h"
#include "cli/answer.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/standard_input.h"
#include "cli/terminal.h"
#include "cli/transport.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {
namespace {

JsonObject question_of(const Subject& subject, const Matter& asked) {
    return {{"identifier", subject.identifier}, {"name", subject.name},
            {"matter", asked.matter},           {"purpose", asked.purpose},
            {"ground", asked.ground},           {"case", asked.case_number},
            {"officer", asked.officer}};
}

using Show = std::string (*)(const JsonObject&);

// The body as it came in JSON, else in plain words.
Result<ExitCode> show(const http::Response& response, const Terminal& terminal, Show text) {
    if (!succeeded(response)) return terminal.fail(response);
    const std::string body = TRY(body_of(response));
    if (terminal.json()) {
        terminal.print(body + "\n");
    } else {
        terminal.print(text(TRY(object_of(body))));
    }
    return ExitCode::Done;
}

}  // namespace

Result<ExitCode> check(const Options& options, const Terminal& terminal) {
    using enum access::Role;
    const auto subject = TRY(read_subject());
    if (subject.name.empty()) return fail(ErrorCode::InvalidInput, "cli.name_missing");
    auto transport = TRY(Transport::open(options));
    auto request = post("/v1/checks", "application/json");
    request.authorization = TRY(authorization(
        options, {.roles = {ApprovalSystem, Clerk, Officer}, .authority = options.authority}));
    request.body = to_text(question_of(subject, options.question));
    const auto response = TRY(transport.send(std::move(request)));
    return show(response, terminal, check_text);
}

Result<ExitCode> subject(const Options& options, const Terminal& terminal) {
    const auto asked = TRY(read_subject());
    auto transport = TRY(Transport::open(options));
    auto request = post("/v1/subjects/lookup", "application/json");
    JsonObject body{{"identifier", asked.identifier}};
    if (!asked.name.empty()) body["name"] = asked.name;
    request.body = to_text(body);
    const auto response = TRY(transport.send(std::move(request)));
    return show(response, terminal, subject_text);
}

Result<ExitCode> search(const Options& options, const Terminal& terminal) {
    const auto text = TRY(read_search_text());
    auto transport = TRY(Transport::open(options));
    auto request = post("/v1/organisations/search", "application/json");
    request.body = to_text(JsonObject{{"text", text}, {"limit", options.limit}});
    const auto response = TRY(transport.send(std::move(request)));
    return show(response, terminal, search_text);
}

}  // namespace credit::cli
