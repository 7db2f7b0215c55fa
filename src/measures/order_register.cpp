#include "measures/order_register.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "measures/order.sql.h"
#include "measures/restraint_order.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::measures {
namespace {

// In the order of the columns of every SELECT in order.sql.
RestraintOrder read_row(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .order_id = row.text(1),
            .measure = row.text(2),
            .authority = row.text(3),
            .category = row.text(4),
            .document_number = row.text(5),
            .decided_on = row.date(6),
            .served_on = row.date(7),
            .from_on = row.date(8),
            .through_on = row.optional_date(9),
            .ends_when = row.optional_text(10),
            .review_on = row.optional_date(11),
            .held_by = row.optional_text(12),
            .ended_on = row.optional_date(13),
            .ended_as = row.optional_text(14),
            .remedy_zh = row.text(15),
            .remedy_en = row.text(16)};
}

std::vector<RestraintOrder> orders_in(const std::vector<sql::Row>& rows) {
    std::vector<RestraintOrder> orders;
    orders.reserve(rows.size());
    for (const auto& row : rows) orders.push_back(read_row(row));
    return orders;
}

}  // namespace

Result<std::string> OrderRegister::home_of(std::string_view order_id) {
    const auto row = TRY(session_.find(statements::find_order_home, {order_id}));
    if (!row) return fail(ErrorCode::NotFound, "measures.no_such_order");
    return row->text(0);
}

Result<RestraintOrder> OrderRegister::find(std::string_view subject_key,
                                           std::string_view order_id) {
    const auto row = TRY(session_.find(statements::find_order, {subject_key, order_id}));
    if (!row) return fail(ErrorCode::NotFound, "measures.no_such_order");
    return read_row(*row);
}

Result<std::vector<RestraintOrder>> OrderRegister::of_subject(std::string_view subject_key) {
    return orders_in(TRY(session_.query(statements::orders_of, {subject_key})));
}

Result<std::vector<RestraintOrder>> OrderRegister::standing_at(std::string_view authority,
                                                               std::string_view after,
                                                               std::int64_t limit) {
    return orders_in(
        TRY(session_.query(statements::standing_orders_at, {authority, after, limit})));
}

Result<std::vector<RestraintOrder>> OrderRegister::standing(std::string_view after,
                                                            std::int64_t limit) {
    return orders_in(TRY(session_.query(statements::standing_orders, {after, limit})));
}

Result<void> OrderRegister::visit_live(
    const std::function<Result<void>(const RestraintOrder&)>& visitor) {
    const auto visit = [&visitor](const sql::Row& row) { return visitor(read_row(row)); };
    return session_.visit(statements::live_orders, {}, visit);
}

Result<void> OrderRegister::save(const RestraintOrder& order) {
    const std::array<sql::Value, 17> values{
        order.subject_key,     order.order_id,   order.measure,   order.authority, order.category,
        order.document_number, order.decided_on, order.served_on, order.from_on,   order.through_on,
        order.ends_when,       order.review_on,  order.held_by,   order.ended_on,  order.ended_as,
        order.remedy_zh,       order.remedy_en};
    TRY(session_.execute(statements::save_order, values));
    TRY(session_.execute(statements::save_order_home, {order.order_id, order.subject_key}));
    return {};
}

}  // namespace credit::measures
