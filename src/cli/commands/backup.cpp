#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backup/copy_store.h"
#include "backup/move_store.h"
#include "backup/table_proof.h"
#include "backup/verify_store.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "ledger/store_places.h"

namespace credit::cli {
namespace {

backup::Progress shown_by(const Terminal& terminal) {
    return [bar = terminal.progress()](std::string_view table, std::int64_t rows) {
        bar(table, static_cast<std::uint64_t>(rows), 0);
    };
}

JsonObject to_json(const std::vector<backup::TableProof>& proofs) {
    JsonArray tables;
    std::int64_t rows = 0;
    for (const auto& proof : proofs) {
        rows += proof.rows;
        tables.push_back(
            JsonObject{{"table", proof.table}, {"rows", proof.rows}, {"digest", proof.digest}});
    }
    return {{"rows", rows}, {"tables", std::move(tables)}};
}

std::string text_of(const std::vector<backup::TableProof>& proofs) {
    std::int64_t rows = 0;
    for (const auto& proof : proofs) rows += proof.rows;
    return "表 tables: " + std::to_string(proofs.size()) + " · 行 rows: " + std::to_string(rows) +
           "，逐表核对一致 · every table read back equal\n";
}

std::string text_of(const backup::Wholeness& whole) {
    const auto said = [](bool good) { return good ? "无误 right" : "不符 WRONG"; };
    return std::string("台账 log: ") + said(whole.log) + "，条目 entries " +
           std::to_string(whole.entries) + "\n查询记录 look-ups: " + said(whole.lookups) +
           "\n重建 rebuilt: " + said(whole.tables) + "\n";
}

void tell(const Terminal& terminal, JsonObject told, const std::string& text) {
    terminal.print(terminal.json() ? to_text(std::move(told)) + "\n" : text);
}

}  // namespace

Result<ExitCode> backup(const Options& options, const Terminal& terminal) {
    work_after_checks();  // a server may be at work beside it
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto proofs =
        TRY(backup::make_backup(places, options.output, SystemClock().now(), shown_by(terminal)));
    tell(terminal, to_json(proofs), text_of(proofs));
    terminal.note("备份含密钥，请妥善保管 · the backup holds the keys: keep it safe\n");
    return ExitCode::Done;
}

Result<ExitCode> restore(const Options& options, const Terminal& terminal) {
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto proofs = TRY(backup::restore_backup(options.input, places, shown_by(terminal)));
    auto told = to_json(proofs);
    auto text = text_of(proofs);
    bool good = true;
    if (options.check) {
        const auto whole = TRY(backup::verify_store(places, shown_by(terminal)));
        told["entries"] = whole.entries;
        told["log"] = whole.log;
        told["lookups"] = whole.lookups;
        told["rebuilt"] = whole.tables;
        text += text_of(whole);
        good = whole.all();
    }
    tell(terminal, std::move(told), text);
    return good ? ExitCode::Done : ExitCode::Failed;
}

Result<ExitCode> move_store(const Options& options, const Terminal& terminal) {
    const auto from = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto to = TRY(ledger::StorePlaces::of(options.target, options.home_of_target()));
    const auto proofs = TRY(backup::move_store(from, to, SystemClock().now(), shown_by(terminal)));
    tell(terminal, to_json(proofs), text_of(proofs));
    terminal.note("原登记库已停用，只可读取 · the old store is closed: it can be read only\n");
    return ExitCode::Done;
}

}  // namespace credit::cli
