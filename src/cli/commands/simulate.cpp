#include "simulation/simulate.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/private_folder.h"
#include "ledger/store_places.h"
#include "server/lore.h"
#include "simulation/files/failing_files.h"

namespace credit::cli {
namespace {

std::string told(const Options& options, const simulation::Outcome& outcome) {
    if (options.json) {
        return to_text(JsonObject{{"seed", options.seed},
                                  {"steps", outcome.steps},
                                  {"acts", outcome.acts},
                                  {"answers", outcome.answers},
                                  {"digest", outcome.digest},
                                  {"agreed", outcome.agreed()},
                                  {"finding", outcome.finding}}) +
               "\n";
    }
    const std::string text = "种子 seed: " + std::to_string(options.seed) +
                             " · 行为 acts: " + std::to_string(outcome.acts) +
                             " · 核对 answers compared: " + std::to_string(outcome.answers) +
                             "\n摘要 digest: " + outcome.digest + "\n";
    if (outcome.agreed()) return text + "逐一相符 · every answer agreed with the model\n";
    return text + "不符 · IT WENT OTHERWISE, " + outcome.finding +
           "\n再现 again: xinheng simulate" + " --seed " + std::to_string(options.seed) +
           " --acts " + std::to_string(options.acts) + "\n";
}

Result<void> refuse_what_is_there(const std::string& store) {
    if (!ledger::is_postgres(store) && std::filesystem::exists(store)) {
        return fail(ErrorCode::Conflict, "desk.already_opened");
    }
    return {};
}

}  // namespace

// Files fail on the embedded engine alone: a server's disk is its own.
Result<ExitCode> simulate(const Options& options, const Terminal& terminal) {
    const auto folder = TRY(http::PrivateFolder::create());
    const std::string store =
        options.store.empty() ? (folder.path() / "store.db").string() : options.store;
    TRY(refuse_what_is_there(store));
    const bool embedded = !ledger::is_postgres(store);
    std::optional<simulation::FailingFiles> files;
    if (embedded) files.emplace();
    const auto outcome = simulation::simulate(
        {.seed = options.seed,
         .acts_max = static_cast<std::size_t>(options.acts),
         .store = store,
         .home = options.store.empty() || !embedded ? folder.path() / "home"
                                                    : std::filesystem::path(store).parent_path(),
         .lore = TRY(server::Lore::load()),
         .files = files ? &*files : nullptr});
    terminal.print(told(options, outcome));
    return outcome.agreed() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
