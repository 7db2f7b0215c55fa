// What an amendment of the catalogue would do, tried on the register as it is.

#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "cli/answer.h"
#include "cli/commands/commands.h"
#include "cli/commands/output_file.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/transport.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {
namespace {

void add_counts(std::string& text, const JsonObject& figures, std::string_view list,
                std::string_view name) {
    for (const auto& each : items(figures, list)) {
        const auto& count = each.as_object();
        text += "  " + told(count, name) + "  增加 begun " + told(count, "begun") +
                "  解除 ended " + told(count, "ended") + "\n";
    }
}

// Of organisations; whoever else is touched stands among the lines alone.
std::string text_of(const JsonObject& report) {
    const auto& figures = report.at("figures").as_object();
    std::string text =
        "生效 in force from: " + told(report, "from_on") + "\n" +
        "涉及组织的列入 listings of organisations: " + told(figures, "listings_of_organisations") +
        "\n" + "其中移出 of them released: " + told(figures, "released_organisations") +
        "\n实施单位的任务 tasks of authorities:\n";
    add_counts(text, figures, "authorities", "authority");
    text += "各事项的措施 duties at matters:\n";
    add_counts(text, figures, "matters", "matter");
    return text +
           "自然人和个体工商户只列明细，不计数 · persons and individual businesses are listed, "
           "never counted\n";
}

Result<http::Request> reading(const Options& options, std::string_view last) {
    http::Request request;
    request.target = "/v1/amendments/" + options.amendment + std::string(last);
    request.authorization =
        TRY(authorization(options, {.roles = {access::Role::CreditOffice, access::Role::Auditor},
                                    .authority = options.authority}));
    return request;
}

}  // namespace

Result<ExitCode> dry_run(const Options& options, const Terminal& terminal) {
    auto out = TRY(OutputFile::open(options.output));
    auto transport = TRY(Transport::open(options));
    const auto progress = terminal.progress();
    progress("试算 trying", 0, 0);
    auto request = TRY(reading(options, "/dry-run"));
    const auto response = TRY(transport.send(std::move(request), progress));
    if (!succeeded(response)) return terminal.fail(response);
    if (!options.output.empty()) {
        progress("明细 lines", 0, 0);
        auto lines = TRY(reading(options, "/dry-run/rows"));
        const auto rows = TRY(transport.send(std::move(lines), progress));
        if (!succeeded(rows)) return terminal.fail(rows);
        TRY(out.write(rows));
    }
    const std::string body = TRY(body_of(response));
    const auto report = TRY(object_of(body));
    terminal.print(terminal.json() ? body + "\n" : text_of(report));
    return ExitCode::Done;
}

}  // namespace credit::cli
