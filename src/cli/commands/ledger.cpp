#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

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
#include "foundation/threads/background.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "log/verify.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/seals/verify_seals.h"
#include "sql/session.h"

namespace credit::cli {
namespace {

// The look-ups lie in a file of their own, which is made at the first start of the server.
Result<std::optional<lookups::SealVerification>> verify_lookups(sql::Session& store,
                                                                const ledger::StorePlaces& places,
                                                                const ledger::Keys& keys) {
    if (!ledger::is_postgres(places.lookups) && !std::filesystem::exists(places.lookups)) {
        return std::nullopt;
    }
    const auto looked = TRY(lookups::LookupFiles::open(places));
    return TRY(lookups::verify_seals(store, looked.sessions(), keys));
}

JsonObject to_json(const lookups::SealVerification& found) {
    JsonArray findings;
    for (const auto& finding : found.findings) {
        findings.push_back(JsonObject{{"fault", name_of(finding.fault)}, {"id", finding.id}});
    }
    return {{"seals", found.seals},
            {"lookups", found.lookups},
            {"unsealed", found.unsealed},
            {"ok", found.ok()},
            {"findings", std::move(findings)}};
}

std::string text_of(const lookups::SealVerification& found) {
    std::string text = "封存的查询记录 sealed look-ups: " + std::to_string(found.lookups) +
                       " · 尚未封存 not yet: " + std::to_string(found.unsealed) + "\n";
    for (const auto& finding : found.findings) {
        text += "查询记录不符 look-up " + std::string(name_of(finding.fault)) + ": " + finding.id +
                "\n";
    }
    return text + (found.ok() ? "查询记录无误 · the look-ups are as sealed\n"
                              : "查询记录不符 · THE LOOK-UPS WERE CHANGED\n");
}

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
    work_after_checks();  // a server may be at work beside it
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto session = TRY(open_store(options));
    const auto keys = TRY(ledger::read_keys(places.keys));
    log::VerificationInput input{
        .log = places.log,
        .verifier = {.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)}};
    if (!options.checkpoint.empty()) input.older = TRY(read_whole(options.checkpoint));
    const auto found = TRY(log::verify(*session, input));
    const auto verified = verify_lookups(*session, places, keys);
    // Where the log is wrong already, an act of sealing may be what cannot be read.
    if (!verified && found.ok) return std::unexpected(verified.error());
    const auto looked = verified ? *verified : std::nullopt;
    auto told = to_json(found);
    if (looked) told["lookups"] = to_json(*looked);
    terminal.print(terminal.json() ? to_text(told) + "\n"
                                   : text_of(found) + (looked ? text_of(*looked) : ""));
    if (!found.ok && found.finding && !terminal.json()) {
        return terminal.fail(Error{.code = ErrorCode::Conflict, .grounds = {*found.finding}});
    }
    return found.ok && (!looked || looked->ok()) ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
