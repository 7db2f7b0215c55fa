#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
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
    return upload(options, std::move(target), "application/octet-stream",
                  {.roles = {access::Role::Clerk, access::Role::Officer, access::Role::Bank},
                   .authority = options.authority});
}

// A file that is refused as a whole is refused with all its rows.
ExitCode refused(const http::Response& problem, const Terminal& terminal) {
    const ExitCode code = terminal.fail(problem);
    const bool of_the_file = problem.status == 400 || problem.status == 422;
    return of_the_file ? ExitCode::RowsRefused : code;
}

// The file with its faults goes to OUT. What was wrong with that: what was filed stands.
std::optional<Error> write_faults(const Options& options, Transport& transport, OutputFile& out) {
    const auto written = [&]() -> Result<void> {
        auto request = TRY(upload_for_authority(
            options, "/v1/submissions/faults" + query_of({{"authority", options.authority}})));
        const auto marked = TRY(transport.send(std::move(request)));
        if (!succeeded(marked)) return fail(ErrorCode::Unavailable, "cli.faults_not_marked");
        return out.write(marked);
    }();
    return written ? std::nullopt : std::optional(written.error());
}

// The report, and in the same object what became of the file with its faults.
void show_report(JsonObject report, const Options& options, const std::optional<Error>& trouble,
                 const Terminal& terminal) {
    if (!terminal.json()) {
        terminal.print(submission_text(report));
        return;
    }
    if (trouble) {
        auto problem = parse_object(problem_of(*trouble).body);
        report["faults_problem"] = problem ? Json(*std::move(problem)) : Json(nullptr);
    } else if (!options.faults.empty()) {
        report["faults_file"] = options.faults.string();
    }
    terminal.print(to_text(report) + "\n");
}

// Rows of a screening whose identifier was not read.
std::int64_t unreadable_in(const http::Response& response) {
    const auto header = std::ranges::find(response.headers, "X-Unreadable", &http::Parameter::name);
    std::int64_t count = 0;
    if (header == response.headers.end()) return count;
    const std::string& value = header->value;
    std::from_chars(value.data(), value.data() + value.size(), count);
    return count;
}

std::string unreadable_text(std::int64_t count) {
    return "未能识别的行 rows not read: " + std::to_string(count) +
           "（原因见 rule 列 · the column rule says why）\n";
}

bool has_rejected(const JsonObject& report) {
    const auto rejected = read_integer(report, "rejected");
    return rejected && *rejected > 0;
}

}  // namespace

Result<ExitCode> submit(const Options& options, const Terminal& terminal) {
    auto out = TRY(OutputFile::open(options.faults, options.input));
    auto transport = TRY(Transport::open(options));
    const std::string query = query_of(
        {{"authority", options.authority}, {"partial", options.partial ? "true" : "false"}});
    auto request = TRY(upload_for_authority(options, "/v1/submissions" + query));
    const auto response = TRY(transport.send(std::move(request), terminal.progress()));
    if (!succeeded(response)) return refused(response, terminal);
    const std::string body = TRY(body_of(response));
    const auto report = TRY(object_of(body));
    if (!has_rejected(report) || options.faults.empty()) {
        terminal.print(terminal.json() ? body + "\n" : submission_text(report));
        return has_rejected(report) ? ExitCode::RowsRefused : ExitCode::Done;
    }
    const auto trouble = write_faults(options, transport, out);
    show_report(report, options, trouble, terminal);
    if (trouble) {
        if (!terminal.json()) terminal.fail(*trouble);
        return ExitCode::Failed;
    }
    terminal.note("错误标注 · faults marked in: " + options.faults.string() + "\n");
    return ExitCode::RowsRefused;
}

Result<ExitCode> screen(const Options& options, const Terminal& terminal) {
    using enum access::Role;
    auto out = TRY(OutputFile::open(options.output, options.input));
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
    TRY(out.write(response));
    const std::string output = options.output.string();
    const auto unreadable = unreadable_in(response);
    if (terminal.json()) {
        terminal.print(to_text(JsonObject{{"output", output}, {"unreadable", unreadable}}) + "\n");
    } else {
        terminal.print("核查结果 · answers in: " + output + "\n");
        if (unreadable > 0) terminal.print(unreadable_text(unreadable));
    }
    return unreadable > 0 ? ExitCode::RowsRefused : ExitCode::Done;
}

}  // namespace credit::cli
