#include "cli/commands/commands.h"

#include <string>
#include <utility>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/health/version.h"

namespace credit::cli {
namespace {

Result<ExitCode> dispatch(const Options& options, const Terminal& terminal) {
    switch (options.verb) {
        case Verb::Init:
            return init(options, terminal);
        case Verb::Serve:
            return serve(options, terminal);
        case Verb::Submit:
            return submit(options, terminal);
        case Verb::Check:
            return check(options, terminal);
        case Verb::Screen:
            return screen(options, terminal);
        case Verb::Subject:
            return subject(options, terminal);
        case Verb::Search:
            return search(options, terminal);
        case Verb::CatalogueDryRun:
            return dry_run(options, terminal);
        case Verb::TipKeyNew:
            return new_tip_key(options, terminal);
        case Verb::TipKeyRegister:
            return register_tip_key(options, terminal);
        case Verb::TipOpen:
            return open_tip(options, terminal);
        case Verb::TipRead:
            return read_tip(options, terminal);
        case Verb::LedgerVerify:
            return verify_ledger(options, terminal);
        case Verb::ConsentVerify:
            return verify_consent(options, terminal);
        case Verb::InspectionVerify:
            return verify_inspection(options, terminal);
        case Verb::Rebuild:
            return rebuild(options, terminal);
        case Verb::Backup:
            return backup(options, terminal);
        case Verb::Restore:
            return restore(options, terminal);
        case Verb::StoreMove:
            return move_store(options, terminal);
        case Verb::StoreDistribute:
            return distribute_store(options, terminal);
        case Verb::Upgrade:
            return upgrade_store(options, terminal);
        case Verb::Simulate:
            return simulate(options, terminal);
        case Verb::Completion:
            return completion(options, terminal);
        case Verb::Version:
            return version(options, terminal);
    }
    std::unreachable();
}

}  // namespace

ExitCode run(const Options& options, const Terminal& terminal) {
    const auto outcome = dispatch(options, terminal);
    return outcome ? *outcome : terminal.fail(outcome.error());
}

Result<ExitCode> version(const Options& /*options*/, const Terminal& terminal) {
    const std::string number(http::program_version);
    terminal.print(terminal.json()
                       ? to_text(JsonObject{{"name", "xinheng"}, {"version", number}}) + "\n"
                       : "xinheng " + number + "\n");
    return ExitCode::Done;
}

}  // namespace credit::cli
