#include "desk/rebuild.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "sql/session.h"

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
    JsonArray wrong;
    for (const auto& submission : report.wrong_submissions) wrong.push_back(Json(submission));
    return {{"acts", report.acts},
            {"records", report.records},
            {"changed_records", report.changed_records},
            {"wrong_submissions", std::move(wrong)},
            {"tables", std::move(tables)},
            {"equal", report.equal()}};
}

std::string text_of(const desk::RebuildReport& report) {
    std::string text = "行为 acts: " + std::to_string(report.acts) +
                       "\n记录 records: " + std::to_string(report.records) + "\n";
    for (const auto& table : report.tables) {
        text += table.equal ? "  = " : "  ≠ ";
        text += table.table + " " + std::to_string(table.rows);
        if (!table.equal) text += " (" + std::to_string(table.first_difference) + ")";
        text += "\n";
    }
    if (report.changed_records > 0) {
        text += "内容被改动的记录 records changed: ";
        text += std::to_string(report.changed_records) + "\n";
    }
    return text + (report.equal() ? "重建一致 · rebuilt, all tables are equal\n"
                                  : "重建不符 · THE TABLES ARE NOT WHAT THE ACTS SAY\n");
}

}  // namespace

Result<ExitCode> rebuild(const Options& options, const Terminal& terminal) {
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto keys = TRY(ledger::read_keys(places.keys));
    const auto session = TRY(sql::open_session(options.store));
    const auto report = TRY(desk::rebuild_check(*session, keys, {}));
    terminal.print(terminal.json() ? to_text(to_json(report)) + "\n" : text_of(report));
    return report.equal() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
