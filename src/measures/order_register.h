// What is kept of individual orders (个别决定台账). Its statements are in order.sql.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "measures/restraint_order.h"
#include "sql/session.h"

namespace credit::measures {

class OrderRegister {
public:
    explicit OrderRegister(sql::Session& session) : session_(session) {}

    // The subject of an order. NotFound "measures.no_such_order".
    Result<std::string> home_of(std::string_view order_id);
    // NotFound "measures.no_such_order".
    Result<RestraintOrder> find(std::string_view subject_key, std::string_view order_id);
    // All of a subject, ended ones included.
    Result<std::vector<RestraintOrder>> of_subject(std::string_view subject_key);
    // Of one authority those that have not ended, after that id, at most `limit`.
    Result<std::vector<RestraintOrder>> standing_at(std::string_view authority,
                                                    std::string_view after, std::int64_t limit);
    // Of every authority.
    Result<std::vector<RestraintOrder>> standing(std::string_view after, std::int64_t limit);
    // Every order that has not ended, by subject; held ones and those past their last day included.
    Result<void> visit_live(const std::function<Result<void>(const RestraintOrder&)>& visitor);

    // For apply alone.
    Result<void> save(const RestraintOrder& order);

private:
    sql::Session& session_;
};

}  // namespace credit::measures
