// Task (重点任务) of the annex: what the opinion asks for, who leads and who is responsible.
//
// Law: luzhengfa-2017-44 annex — 22 tasks and their responsible units

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "catalogue/offices/authority.h"
#include "foundation/result.h"

namespace credit::catalogue {

struct Task {
    std::int64_t number;
    std::string zh;
    std::string en;
    std::vector<std::string> items;       // of the opinion, which it carries out
    std::vector<std::string> leads = {};  // 牵头: codes of 2017
    std::vector<std::string> units = {};  // named units: codes of 2017
    bool provincial_departments = false;  // 省直有关部门（单位）
    bool city_governments = false;        // 各市人民政府
};

class Tasks {
public:
    // law/tasks.toml. InvalidInput "catalogue.unknown_authority", and the faults of the reader.
    static Result<Tasks> load(const Authorities& authorities);

    // NotFound "catalogue.unknown_task".
    Result<const Task*> find(std::int64_t number) const;
    std::span<const Task> all() const { return tasks_; }

    // Who answers for a task on that day: leads and named units by their successors, without
    // repetition, in the order of the annex.
    static Result<std::vector<const Authority*>> responsible(const Task& task,
                                                             const Authorities& authorities,
                                                             Date day);

private:
    std::vector<Task> tasks_;
};

}  // namespace credit::catalogue
