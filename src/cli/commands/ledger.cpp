#include <optional>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/open_store.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "log/verify.h"

namespace credit::cli {
namespace {

JsonObject to_json(const log::Verification& found) {
    JsonObject told{{"entries", found.entries},
                    {"root", to_hex(found.root)},
                    {"checkpoint", found.checkpoint},
                    {"ok", found.ok},
                    {"first_wrong", found.first_wrong ? Json(*found.first_wrong) : Json(nullptr)}};
    if (found.finding) told["finding"] = found.finding->word;
    return told;
}

std::string text_of(const log::Verification& found) {
    std::string text = "台账条目 entries: " + std::to_string(found.entries) +
                       "\n根 root: " + to_hex(found.root) + "\n";
    if (found.ok) return text + "核验无误 · verified, nothing is wrong\n";
    if (found.first_wrong) {
        text += "第一处错误 first wrong entry: " + std::to_string(*found.first_wrong) + "\n";
    }
    return text + "核验不符 · THE LOG IS WRONG\n";
}

}  // namespace

Result<ExitCode> verify_ledger(const Options& options, const Terminal& terminal) {
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto session = TRY(open_store(options));
    const auto keys = TRY(ledger::read_keys(places.keys));
    log::VerificationInput input{
        .log = places.log,
        .verifier = {.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)}};
    if (!options.checkpoint.empty()) input.older = TRY(read_whole(options.checkpoint));
    const auto found = TRY(log::verify(*session, input));
    terminal.print(terminal.json() ? to_text(to_json(found)) + "\n" : text_of(found));
    if (!found.ok && found.finding && !terminal.json()) {
        return terminal.fail(Error{.code = ErrorCode::Conflict, .grounds = {*found.finding}});
    }
    return found.ok ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
