#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/store_places.h"
#include "upgrade/upgrade_store.h"

namespace credit::cli {
namespace {

JsonObject to_json(const upgrade::Report& report) {
    JsonArray migrations;
    for (const auto& each : report.migrations) {
        migrations.push_back(
            JsonObject{{"migration", each.migration}, {"milliseconds", each.took.count()}});
    }
    JsonArray differing;
    for (const auto& table : report.rebuilt.tables) {
        if (!table.equal) differing.emplace_back(table.table);
    }
    return {{"migrations", std::move(migrations)},
            {"acts", report.rebuilt.acts},
            {"equal", report.rebuilt.equal()},
            {"differing", std::move(differing)},
            {"kept", report.kept}};
}

std::string text_of(const upgrade::Report& report, bool rehearsal) {
    std::string text;
    for (const auto& each : report.migrations) {
        text += each.migration + "：" + std::to_string(each.took.count()) + " ms\n";
    }
    if (report.migrations.empty()) text += "已是本版本的结构 · nothing to carry out\n";
    for (const auto& table : report.rebuilt.tables) {
        if (!table.equal) text += "不同 differs: " + table.table + "\n";
    }
    if (!report.rebuilt.equal())
        return text + "重建不一致，未保留 · THE TABLES DIFFER, nothing kept\n";
    text +=
        "重建一致 · all tables come out equal; acts " + std::to_string(report.rebuilt.acts) + "\n";
    return text + (rehearsal ? "演练完毕，登记库未改动 · rehearsed, the store is as it was\n"
                             : "已升级 · upgraded\n");
}

}  // namespace

Result<ExitCode> upgrade_store(const Options& options, const Terminal& terminal) {
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto mode = options.check ? upgrade::Mode::Rehearse : upgrade::Mode::Upgrade;
    const auto show = [bar = terminal.progress()](std::string_view migration, std::int64_t acts) {
        if (migration.empty()) {
            bar("重建 rebuilding", static_cast<std::uint64_t>(acts), 0);
        } else {
            bar(migration, 0, 0);
        }
    };
    const auto report = TRY(upgrade::upgrade_store(places, mode, show));
    terminal.print(terminal.json() ? to_text(to_json(report)) + "\n"
                                   : text_of(report, options.check));
    return report.rebuilt.equal() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace credit::cli
