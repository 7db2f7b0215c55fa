#include "catalogue/offices/task.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

Result<Task> read_task(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"number", "zh", "en", "items", "leads", "units",
                              "provincial_departments", "city_governments"}));
    return Task{.number = TRY(table.integer("number")),
                .zh = TRY(table.text("zh")),
                .en = TRY(table.text("en")),
                .items = TRY(table.texts("items")),
                .leads = TRY(table.texts("leads")),
                .units = TRY(table.texts("units")),
                .provincial_departments = TRY(table.flag_or("provincial_departments", false)),
                .city_governments = TRY(table.flag_or("city_governments", false))};
}

std::vector<std::string> named(const Task& task) {
    auto codes = task.leads;
    codes.insert(codes.end(), task.units.begin(), task.units.end());
    return codes;
}

}  // namespace

Result<Tasks> Tasks::load(const Authorities& authorities) {
    Tasks tasks;
    for (const auto& file : TRY(law::read_toml_files("law/tasks.toml"))) {
        for (const auto* table : TRY(file.tables("task"))) {
            auto task = TRY(read_task(*table));
            for (const auto& code : named(task)) TRY(authorities.find(code));
            tasks.tasks_.push_back(std::move(task));
        }
    }
    return tasks;
}

Result<const Task*> Tasks::find(std::int64_t number) const {
    const auto found = std::ranges::find(tasks_, number, &Task::number);
    if (found == tasks_.end()) {
        return fail(ErrorCode::NotFound, "catalogue.unknown_task", {std::to_string(number)});
    }
    return &*found;
}

// luzhengfa-2017-44 art. 附件: the units are those of 2017; who took over their work answers now.
Result<std::vector<const Authority*>> Tasks::responsible(const Task& task,
                                                         const Authorities& authorities, Date day) {
    std::vector<const Authority*> responsible;
    for (const auto& code : named(task)) {
        const auto* authority = TRY(authorities.current(code, day));
        if (std::ranges::find(responsible, authority) == responsible.end()) {
            responsible.push_back(authority);
        }
    }
    return responsible;
}

}  // namespace credit::catalogue
