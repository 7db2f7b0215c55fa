// What credit repair keeps (信用修复台账). Its statements are in repair.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "repair/repair_case.h"
#include "sql/session.h"

namespace credit::repair {

// One act about a case, and what the subject is told of it.
struct CaseStep {
    std::string act_id = {};
    std::string step = {};  // kind of the act
    Date happened_on{};
    std::string told = {};  // JSON: outcome, reasons, grounds, remedy, days
};

// Who opened what is sealed, and why.
struct Opening {
    std::string act_id = {};
    std::string case_id = {};
    Date opened_on{};
    std::string authority = {};
    std::string reason = {};
    std::string ground = {};
};

class RepairRegister {
public:
    explicit RepairRegister(sql::Session& session) : session_(session) {}

    // The subject of a case. NotFound "repair.no_such_case".
    Result<std::string> home_of(std::string_view case_id);
    // NotFound "repair.no_such_case".
    Result<RepairCase> find(std::string_view subject_key, std::string_view case_id);
    // In the order in which they came.
    Result<std::vector<RepairCase>> of_subject(std::string_view subject_key);
    // What an authority has still to decide, the oldest first; at most `limit`.
    Result<std::vector<RepairCase>> open_at(std::string_view authority, std::int64_t limit);
    Result<std::vector<CaseStep>> steps_of(const RepairCase& repair);
    // Whether the application was made with that file.
    Result<bool> names_file(const RepairCase& repair, std::string_view file);
    Result<std::vector<Opening>> openings_of(std::string_view subject_key);

    // For apply alone.
    Result<void> save(const RepairCase& repair);
    Result<void> save_step(const RepairCase& repair, const CaseStep& step);
    Result<void> save_opening(std::string_view subject_key, const Opening& opening);

private:
    sql::Session& session_;
};

}  // namespace credit::repair
