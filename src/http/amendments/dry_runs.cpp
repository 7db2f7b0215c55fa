#include "http/amendments/dry_runs.h"

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "amendments/dry_run.h"
#include "amendments/trial.h"
#include "desk/desk.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// On one view of the store, which it does not change.
Result<JsonObject> run(const Request& request, Context& context, const amendments::RowSink& sink) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    auto& session = reading.session();
    const auto amendment =
        TRY(amendments::AmendmentRegister(session).find(request.path_values.front()));
    auto trial =
        TRY(amendments::Trial::of(session, context.desk.catalogue(), context.desk.law(),
                                  {.id = amendment.amendment_id, .content = amendment.content}));
    const auto while_open = [&](std::string_view line) -> Result<void> {
        TRY(context.desk.still_open());
        return sink ? sink(line) : Result<void>{};
    };
    const auto figures = TRY(amendments::dry_run(session, trial, while_open, {}));
    return amendments::report_of(trial, figures);
}

// A file of lines, written as they are found.
class Lines {
public:
    static Result<Lines> create() {
        Lines lines;
        lines.spool_ = TRY(Spool::create());
        return lines;
    }
    Result<void> add(std::string_view line) {
        text_ += line;
        text_ += '\n';
        if (text_.size() < held_at_most) return {};
        return flush();
    }
    Result<Response> finish() {
        TRY(flush());
        Response response;
        response.content_type = "application/x-ndjson";
        response.file = std::move(spool_);
        return response;
    }

private:
    static constexpr std::size_t held_at_most = 65536;
    Result<void> flush() {
        TRY(spool_->append(text_));
        text_.clear();
        return {};
    }
    std::unique_ptr<Spool> spool_;
    std::string text_;
};

Result<Response> dry_run_amendment(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "dry_run_amendment", request.caller.authority));
    const auto report = TRY(run(request, context, {}));
    return json_response(report);
}

Result<Response> read_dry_run_rows(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_dry_run_rows", request.caller.authority));
    auto lines = TRY(Lines::create());
    TRY(run(request, context, [&](std::string_view line) { return lines.add(line); }));
    return lines.finish();
}

// What was done: the same lines, as acts recorded them.
Result<Response> read_amendment_rows(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_amendment_rows", request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    amendments::AmendmentRegister amendments(*lease);
    const auto amendment = TRY(amendments.find(request.path_values.front()));
    auto lines = TRY(Lines::create());
    TRY(amendments.visit_rows(amendment.amendment_id,
                              [&](std::string_view line) { return lines.add(line); }));
    return lines.finish();
}

Operation reading(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .path = path, .pool = Pool::Heavy, .handler = handler};
}

}  // namespace

std::span<const Operation> dry_run_operations() {
    static const std::array operations{
        reading("dry_run_amendment", "/v1/amendments/{amendment}/dry-run", dry_run_amendment),
        reading("read_dry_run_rows", "/v1/amendments/{amendment}/dry-run/rows", read_dry_run_rows),
        reading("read_amendment_rows", "/v1/amendments/{amendment}/rows", read_amendment_rows),
    };
    return operations;
}

}  // namespace credit::http
