// What is kept of executions (执行反馈台账). Its statements are in execution.sql.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "execution/execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::execution {

class ExecutionRegister {
public:
    explicit ExecutionRegister(sql::Session& session) : session_(session) {}

    // The subject of an execution. NotFound "execution.no_such_execution".
    Result<std::string> home_of(std::string_view execution_id);
    // NotFound "execution.no_such_execution".
    Result<Execution> find(std::string_view subject_key, std::string_view execution_id);
    // Open ones that one authority has to answer, after that id, at most `limit`.
    Result<std::vector<Execution>> open_at(std::string_view authority, std::string_view after,
                                           std::int64_t limit);

    // Codes of the authorities that were asked to carry out a measure on any of the items, sorted,
    // each once; and of those whose answers say that one was carried out.
    Result<std::vector<std::string>> asked_on(std::string_view subject_key,
                                              const std::vector<std::string>& item_ids);
    Result<std::vector<std::string>> acted_on(std::string_view subject_key,
                                              const std::vector<std::string>& item_ids);

    // About organisations that were ever listed under the standard, opened in those days; once for
    // each listing.
    using UnderVisitor =
        std::function<Result<void>(std::string_view listing_id, const Execution& execution)>;
    Result<void> visit_under(std::string_view standard, Date from, Date through,
                             const UnderVisitor& visitor);

    // For apply alone.
    Result<void> save(const Execution& execution);

private:
    Result<std::vector<std::string>> with_duty(std::string_view subject_key,
                                               const std::function<bool(const Duty&)>& wanted);

    sql::Session& session_;
};

}  // namespace credit::execution
