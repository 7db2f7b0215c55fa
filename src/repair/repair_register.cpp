#include "repair/repair_register.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "repair/item.h"
#include "repair/repair.sql.h"
#include "repair/repair_case.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::repair {
namespace {

// In the order of the columns of every SELECT of repair_case in repair.sql.
Result<RepairCase> read_row(const sql::Row& row) {
    const auto item_kind = TRY(parse_item_kind(row.text(2)));
    const auto way = TRY(parse_way(row.text(5)));
    const auto state = TRY(parse_state(row.text(6)));
    return RepairCase{.subject_key = row.text(0),
                      .case_id = row.text(1),
                      .item_kind = item_kind,
                      .item_id = row.text(3),
                      .authority = row.text(4),
                      .way = way,
                      .state = state,
                      .filed_by = row.text(18),
                      .filed_at = row.text(19),
                      .applied_on = row.date(7),
                      .acceptance_due = row.date(8),
                      .provisional = row.integer(9) != 0,
                      .accepted_on = row.optional_date(10),
                      .result_due = row.optional_date(11),
                      .extended = row.integer(12) != 0,
                      .overdue_on = row.optional_date(13),
                      .decided_on = row.optional_date(14),
                      .decided_by = row.optional_text(15),
                      .reevaluate_on = row.optional_date(16),
                      .wait_through = row.optional_date(17)};
}

Result<std::vector<RepairCase>> read_rows(const sql::Rows& rows) {
    std::vector<RepairCase> cases;
    for (const auto& row : rows) cases.push_back(TRY(read_row(row)));
    return cases;
}

}  // namespace

Result<std::string> RepairRegister::home_of(std::string_view case_id) {
    const auto row = TRY(session_.find(statements::find_home, {case_id}));
    if (!row) return fail(ErrorCode::NotFound, "repair.no_such_case");
    return row->text(0);
}

Result<RepairCase> RepairRegister::find(std::string_view subject_key, std::string_view case_id) {
    const auto row = TRY(session_.find(statements::find_case, {subject_key, case_id}));
    if (!row) return fail(ErrorCode::NotFound, "repair.no_such_case");
    return read_row(*row);
}

Result<std::vector<RepairCase>> RepairRegister::of_subject(std::string_view subject_key) {
    const auto rows = TRY(session_.query(statements::cases_of, {subject_key}));
    return read_rows(rows);
}

Result<std::vector<RepairCase>> RepairRegister::open_at(std::string_view authority,
                                                        std::int64_t limit) {
    const auto rows = TRY(session_.query(statements::open_cases_at, {authority, limit}));
    return read_rows(rows);
}

Result<std::vector<CaseStep>> RepairRegister::steps_of(const RepairCase& repair) {
    std::vector<CaseStep> steps;
    for (const auto& row :
         TRY(session_.query(statements::steps_of, {repair.subject_key, repair.case_id}))) {
        steps.push_back({.act_id = row.text(0),
                         .step = row.text(1),
                         .happened_on = row.date(2),
                         .told = row.text(3)});
    }
    return steps;
}

Result<bool> RepairRegister::names_file(const RepairCase& repair, std::string_view file) {
    for (const auto& step : TRY(steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        if (!told.contains("materials")) continue;
        for (const auto& material : *TRY(read_array(told, "materials"))) {
            if (TRY(read_text(material.as_object(), "file")) == file) return true;
        }
    }
    return false;
}

Result<std::vector<Opening>> RepairRegister::openings_of(std::string_view subject_key) {
    std::vector<Opening> openings;
    for (const auto& row : TRY(session_.query(statements::openings_of, {subject_key}))) {
        openings.push_back({.act_id = row.text(0),
                            .case_id = row.text(1),
                            .opened_on = row.date(2),
                            .authority = row.text(3),
                            .reason = row.text(4),
                            .ground = row.text(5)});
    }
    return openings;
}

Result<void> RepairRegister::save(const RepairCase& repair) {
    const std::array<sql::Value, 20> values{
        repair.subject_key,    repair.case_id,      name_of(repair.item_kind), repair.item_id,
        repair.authority,      name_of(repair.way), name_of(repair.state),     repair.applied_on,
        repair.acceptance_due, repair.provisional,  repair.accepted_on,        repair.result_due,
        repair.extended,       repair.overdue_on,   repair.decided_on,         repair.decided_by,
        repair.reevaluate_on,  repair.wait_through, repair.filed_by,           repair.filed_at};
    TRY(session_.execute(statements::save_case, values));
    TRY(session_.execute(statements::save_home, {repair.case_id, repair.subject_key}));
    return {};
}

Result<void> RepairRegister::save_step(const RepairCase& repair, const CaseStep& step) {
    TRY(session_.execute(statements::save_step, {repair.subject_key, repair.case_id, step.act_id,
                                                 step.step, step.happened_on, step.told}));
    return {};
}

Result<void> RepairRegister::save_opening(std::string_view subject_key, const Opening& opening) {
    TRY(session_.execute(statements::save_opening,
                         {subject_key, opening.act_id, opening.case_id, opening.opened_on,
                          opening.authority, opening.reason, opening.ground}));
    return {};
}

}  // namespace credit::repair
