#include "stays/stay_register.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"
#include "stays/stay.h"
#include "stays/stay.sql.h"

namespace credit::stays {
namespace {

// In the order of the columns of every SELECT of whole rows in stay.sql.
Result<Stay> stay_of(const sql::Row& row) {
    Stay stay;
    stay.home_key = row.text(0);
    stay.stay_id = row.text(1);
    stay.scope = TRY(parse_scope(row.text(2)));
    stay.item_id = row.text(3);
    stay.measure = row.text(4);
    stay.implementer = row.text(5);
    stay.ordered_by = row.text(6);
    stay.article = row.text(7);
    stay.document_number = row.text(8);
    stay.officer = row.text(9);
    stay.office = row.text(10);
    stay.ordered_at = {row.integer(11)};
    stay.from_on = row.date(12);
    stay.through_on = row.date(13);
    if (const auto ended_at = row.optional_integer(14)) stay.ended_at = Instant{*ended_at};
    stay.ended_on = row.optional_date(15);
    stay.ended_as = row.optional_text(16).value_or("");
    return stay;
}

Result<std::vector<Stay>> stays_of(const std::vector<sql::Row>& rows) {
    std::vector<Stay> stays;
    stays.reserve(rows.size());
    for (const auto& row : rows) stays.push_back(TRY(stay_of(row)));
    return stays;
}

}  // namespace

Result<std::string> StayRegister::home_of(std::string_view stay_id) {
    const auto row = TRY(session_.find(statements::find_home, {stay_id}));
    if (!row) return fail(ErrorCode::NotFound, "stays.no_such_stay");
    return row->text(0);
}

Result<Stay> StayRegister::find(std::string_view home_key, std::string_view stay_id) {
    const auto row = TRY(session_.find(statements::find_stay, {home_key, stay_id}));
    if (!row) return fail(ErrorCode::NotFound, "stays.no_such_stay");
    return stay_of(*row);
}

Result<std::vector<Stay>> StayRegister::of_home(std::string_view home_key) {
    const auto rows = TRY(session_.query(statements::stays_of, {home_key}));
    return stays_of(rows);
}

Result<std::vector<Stay>> StayRegister::live_of_home(std::string_view home_key) {
    const auto rows = TRY(session_.query(statements::live_stays_of, {home_key}));
    return stays_of(rows);
}

Result<std::vector<std::string>> StayRegister::live_homes() {
    std::vector<std::string> homes;
    for (const auto& row : TRY(session_.query(statements::live_homes))) {
        homes.push_back(row.text(0));
    }
    return homes;
}

Result<std::vector<Stay>> StayRegister::seen_by(std::string_view authority, std::string_view after,
                                                std::int64_t limit) {
    const auto rows = TRY(
        session_.query(statements::stays_seen_by, {authority, authority, authority, after, limit}));
    return stays_of(rows);
}

Result<void> StayRegister::save(const Stay& stay) {
    const std::optional<std::string> ended_as =
        stay.ended_as.empty() ? std::nullopt : std::optional(stay.ended_as);
    const auto ended_at = stay.ended_at ? std::optional(stay.ended_at->milliseconds) : std::nullopt;
    const std::array<sql::Value, 17> values{
        stay.home_key,   stay.stay_id,    name_of(stay.scope),
        stay.item_id,    stay.measure,    stay.implementer,
        stay.ordered_by, stay.article,    stay.document_number,
        stay.officer,    stay.office,     stay.ordered_at.milliseconds,
        stay.from_on,    stay.through_on, ended_at,
        stay.ended_on,   ended_as};
    TRY(session_.execute(statements::save_stay, values));
    return {};
}

}  // namespace credit::stays
