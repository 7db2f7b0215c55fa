#include "execution/execution_register.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "execution/execution.h"
#include "execution/execution.sql.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::execution {
namespace {

constexpr std::array<std::pair<std::size_t, std::string_view>, 3> day_columns{
    {{9, "accepted_on"}, {10, "overdue_on"}, {11, "lapsed_on"}}};

// Of under_standard.
constexpr std::size_t listing_column = 13;

// In the order of the columns of every SELECT in execution.sql.
Result<Execution> execution_of(const sql::Row& row) {
    JsonObject object{{"subject", row.text(0)},
                      {"execution", row.text(1)},
                      {"origin", row.text(2)},
                      {"authority", row.text(3)},
                      {"matter", row.text(4)},
                      {"case", row.text(5)},
                      {"opened_on", row.text(6)},
                      {"due_on", row.text(7)},
                      {"provisional", row.integer(8) != 0}};
    for (const auto& [column, name] : day_columns) {
        if (const auto day = row.optional_text(column)) object[name] = *day;
    }
    object["duties"] = TRY(parse_json(row.text(12)));
    return read_execution(object);
}

}  // namespace

Result<std::string> ExecutionRegister::home_of(std::string_view execution_id) {
    const auto row = TRY(session_.find(statements::find_home, {execution_id}));
    if (!row) return fail(ErrorCode::NotFound, "execution.no_such_execution");
    return row->text(0);
}

Result<Execution> ExecutionRegister::find(std::string_view subject_key,
                                          std::string_view execution_id) {
    const auto row = TRY(session_.find(statements::find_execution, {subject_key, execution_id}));
    if (!row) return fail(ErrorCode::NotFound, "execution.no_such_execution");
    return execution_of(*row);
}

Result<std::vector<Execution>> ExecutionRegister::open_at(std::string_view authority,
                                                          std::string_view after,
                                                          std::int64_t limit) {
    std::vector<Execution> open;
    for (const auto& row : TRY(session_.query(statements::open_at, {authority, after, limit}))) {
        open.push_back(TRY(execution_of(row)));
    }
    return open;
}

Result<std::vector<std::string>> ExecutionRegister::asked_on(
    std::string_view subject_key, const std::vector<std::string>& item_ids) {
    return with_duty(subject_key, [&](const Duty& duty) {
        return std::ranges::find(item_ids, duty.item_id) != item_ids.end();
    });
}

Result<std::vector<std::string>> ExecutionRegister::acted_on(
    std::string_view subject_key, const std::vector<std::string>& item_ids) {
    return with_duty(subject_key, [&](const Duty& duty) {
        const auto* const stands = duty.stands();
        return stands != nullptr && stands->executed &&
               std::ranges::find(item_ids, duty.item_id) != item_ids.end();
    });
}

Result<std::vector<std::string>> ExecutionRegister::with_duty(
    std::string_view subject_key, const std::function<bool(const Duty&)>& wanted) {
    std::set<std::string> codes;
    for (const auto& row : TRY(session_.query(statements::of_subject, {subject_key}))) {
        const auto execution = TRY(execution_of(row));
        if (std::ranges::any_of(execution.duties, wanted)) codes.insert(execution.authority);
    }
    return std::vector(codes.begin(), codes.end());
}

Result<void> ExecutionRegister::visit_under(std::string_view standard, Date from, Date through,
                                            const UnderVisitor& visitor) {
    for (const auto& row :
         TRY(session_.query(statements::under_standard, {standard, from, through}))) {
        const auto execution = TRY(execution_of(row));
        TRY(visitor(row.text(listing_column), execution));
    }
    return {};
}

Result<void> ExecutionRegister::save(const Execution& execution) {
    const auto object = to_json(execution);
    const auto duties = to_text(object.at("duties"));
    const std::array<sql::Value, 14> values{execution.subject_key,
                                            execution.execution_id,
                                            execution.origin,
                                            execution.authority,
                                            execution.matter,
                                            execution.case_number,
                                            execution.opened_on,
                                            execution.due_on,
                                            execution.provisional ? 1 : 0,
                                            execution.accepted_on,
                                            execution.overdue_on,
                                            execution.lapsed_on,
                                            execution.open() ? 1 : 0,
                                            duties};
    TRY(session_.execute(statements::save_execution, values));
    TRY(session_.execute(statements::save_home, {execution.execution_id, execution.subject_key}));
    return {};
}

}  // namespace credit::execution
