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
#include "http/wire/spool.h"

namespace credit::cli {
namespace {

Result<http::Request> upload(const Options& options, std::string target,
                             std::string_view content_type, const Wanted& wanted) {
    auto request = post(std::move(target), content_type);
    request.authorization = TRY(authorization(options, wanted));
    request.file = TRY(http::Spool::of(options.input));
    return request;
}

Result<http::Request> upload_for_authority(const Options& options, std::string target) {
    return upload(
        options, std::move(target), "application/octet-stream",
        {.roles = {access::Role::Clerk, access::Role::Officer}, .authority = options.authority});
}

// A file that is refused as a whole is refused with all its rows.
ExitCode refused(const http::Response& problem, const Terminal& terminal) {
    const ExitCode code = terminal.fail(problem);
    const bool of_the_file = problem.status == 400 || problem.status == 422;
    return of_the_file ? ExitCode::RowsRefused : code;
}

Result<ExitCode> write_faults(const Options& options, const Terminal& terminal,
                              Transport& transport) {
    auto request = TRY(upload_for_authority(
        options, "/v1/submissions/faults" + query_of({{"authority", options.authority}})));
    const auto marked = TRY(transport.send(std::move(request)));
    if (!succeeded(marked)) return terminal.fail(marked);
    TRY(write_output(options.faults, marked));
    terminal.note("错误标注 · faults marked in: " + options.faults.string() + "\n");
    return ExitCode::RowsRefused;
}

}  // namespace

Result<ExitCode> submit(const Options& options, const Terminal& terminal) {
    auto transport = TRY(Transport::open(options));
    const std::string query = query_of(
        {{"authority", options.authority}, {"partial", options.partial ? "true" : "false"}});
    auto request = TRY(upload_for_authority(options, "/v1/submissions" + query));
    const auto response = TRY(transport.send(std::move(request), terminal.progress()));
    if (!succeeded(response) && response.content_type != "application/json") {
        return refused(response, terminal);
    }
    const std::string body = TRY(body_of(response));
    const auto report = TRY(object_of(body));
    terminal.print(terminal.json() ? body + "\n" : submission_text(report));
    const bool rejected = TRY(read_integer(report, "rejected")) > 0;
    if (!rejected) return succeeded(response) ? ExitCode::Done : ExitCode::RowsRefused;
    if (options.faults.empty()) return ExitCode::RowsRefused;
    return write_faults(options, terminal, transport);
}

Result<ExitCode> screen(const Options& options, const Terminal& terminal) {
    using enum access::Role;
    auto transport = TRY(Transport::open(options));
    const Matter& asked = options.question;
    const std::string query = query_of({{"matter", asked.matter},
                                        {"purpose", asked.purpose},
                                        {"ground", asked.ground},
                                        {"case", asked.case_number},
                                        {"officer", asked.officer}});
    auto request =
        TRY(upload(options, "/v1/screenings" + query, "text/csv",
                   {.roles = {ApprovalSystem, Clerk, Officer}, .authority = options.authority}));
    const auto response = TRY(transport.send(std::move(request), terminal.progress()));
    if (!succeeded(response)) return refused(response, terminal);
    TRY(write_output(options.output, response));
    const std::string output = options.output.string();
    terminal.print(terminal.json() ? to_text(JsonObject{{"output", output}}) + "\n"
                                   : "核查结果 · answers in: " + output + "\n");
    return ExitCode::Done;
}

}  // namespace credit::cli
