#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/citus/distribute_store.h"
#include "sql/session.h"

namespace credit::cli {
namespace {

JsonArray names_of(const std::vector<std::string>& tables) {
    JsonArray names;
    for (const auto& table : tables) names.emplace_back(table);
    return names;
}

JsonObject to_json(const sql::Distribution& report) {
    return {{"placed", names_of(report.placed)},
            {"standing", names_of(report.standing)},
            {"local", names_of(report.local)}};
}

std::string text_of(const sql::Distribution& report) {
    const auto all = std::to_string(report.placed.size() + report.standing.size());
    return (report.placed.empty() ? "各表均已分布 · every table is placed"
                                  : "新分布 placed now: " + std::to_string(report.placed.size())) +
           "；集群中的表 tables on the cluster: " + all +
           "，协调节点上的表 on the coordinator: " + std::to_string(report.local.size()) + "\n";
}

}  // namespace

Result<ExitCode> distribute_store(const Options& options, const Terminal& terminal) {
    // A file path is refused before a file is made of it.
    if (sql::engine_of(options.store) == sql::Engine::Sqlite) {
        return fail(ErrorCode::Conflict, "sql.no_citus");
    }
    const auto session = TRY(sql::open_migrated(options.store));
    const auto show = [bar = terminal.progress()](std::string_view table) { bar(table, 0, 0); };
    const auto report = TRY(sql::distribute_store(*session, show));
    terminal.print(terminal.json() ? to_text(to_json(report)) + "\n" : text_of(report));
    return ExitCode::Done;
}

}  // namespace credit::cli
