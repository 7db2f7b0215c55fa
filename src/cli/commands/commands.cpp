#include "cli/commands/commands.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/health/version.h"

namespace credit::cli {
namespace {

using Command = Result<ExitCode> (*)(const Options&, const Terminal&);

constexpr std::array<std::pair<Verb, Command>, 24> commands{{
    {Verb::Init, init},
    {Verb::Serve, serve},
    {Verb::Submit, submit},
    {Verb::Check, check},
    {Verb::Screen, screen},
    {Verb::Subject, subject},
    {Verb::Search, search},
    {Verb::CatalogueDryRun, dry_run},
    {Verb::TipKeyNew, new_tip_key},
    {Verb::TipKeyRegister, register_tip_key},
    {Verb::TipOpen, open_tip},
    {Verb::TipRead, read_tip},
    {Verb::LedgerVerify, verify_ledger},
    {Verb::ConsentVerify, verify_consent},
    {Verb::InspectionVerify, verify_inspection},
    {Verb::Rebuild, rebuild},
    {Verb::Backup, backup},
    {Verb::Restore, restore},
    {Verb::StoreMove, move_store},
    {Verb::StoreDistribute, distribute_store},
    {Verb::Upgrade, upgrade_store},
    {Verb::Simulate, simulate},
    {Verb::Completion, completion},
    {Verb::Version, version},
}};
// No verb is without its command.
static_assert(commands.size() == static_cast<std::size_t>(Verb::Version) + 1);

}  // namespace

ExitCode run(const Options& options, const Terminal& terminal) {
    const auto* const command =
        std::ranges::find(commands, options.verb, &std::pair<Verb, Command>::first);
    CHECK(command != commands.end());
    const auto outcome = command->second(options, terminal);
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
