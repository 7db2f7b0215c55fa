#include "desk/rebuild.h"

#include <cstdint>
#include <string>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/commands/open_store.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"

namespace credit::cli {
namespace {

JsonObject to_json(const desk::RebuildReport& report) {
    JsonArray tables;
    for (const auto& table : report.tables) {
        tables.push_back(JsonObject{{"table", table.table},
                                    {"rows", table.rows},
                                    {"equal", table.equal},
                                    {"first_difference", table.first_difference}});
    }
    JsonArray submissions;
    for (const auto& id : report.wrong_submissions) submissions.emplace_back(id);
    return {{"equal", report.equal()},
            {"acts", report.acts},
            {"records", report.records},
            {"changed_records", report.changed_records},
            {"wrong_submissions", std::move(submissions)},
            {"tables", std::move(tables)}};
}

std::string text_of(const desk::RebuildReport& report) {
    std::string text = "行为 acts: " + std::to_string(report.acts) +
                       " · 记录 records: " + std::to_string(report.records) + "\n";
    for (const auto& table : report.tables) {
        if (table.equal) continue;
        text += "不同 differs: " + table.table + "，第 " + std::to_string(table.first_difference) +
                " 行 row\n";
    }
    for (const auto& id : report.wrong_submissions) {
        text += "报送内容与台账不符 rows are not those of the act: " + id + "\n";
    }
    if (report.changed_records > 0) {
        text += "被改动的记录 changed records: " + std::to_string(report.changed_records) + "\n";
    }
    return text + (report.equal() ? "重建一致 · all tables come out equal\n"
                                  : "重建不一致 · THE TABLES DIFFER\n");
}

}  // namespace

Result<ExitCode> rebuild(const Options& options, const Terminal& terminal) {
    work_after_checks();  // a server may be at work beside it
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto session = TRY(open_store(options));
    const auto keys = TRY(ledger::read_keys(places.keys));
    const auto show = [bar = terminal.progress()](std::int64_t done) {
        bar("重建 rebuilding", static_cast<std::uint64_t>(done), 0);
    };
    const auto report = TRY(desk::rebuild_check(*session, keys, show));
    terminal.print(terminal.json() ? to_text(to_json(report)) + "\n" : text_of(report));
    return report.equal() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
