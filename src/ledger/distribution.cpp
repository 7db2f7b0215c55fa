#include "ledger/distribution.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/distribution.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::ledger {
namespace {

// What a place begins with.
constexpr std::string_view urgent_first = "0";
constexpr std::string_view ordinary_then = "1";

std::optional<Instant> read_instant(const sql::Row& row, std::size_t column) {
    const auto milliseconds = row.optional_integer(column);
    return milliseconds ? std::optional(Instant{*milliseconds}) : std::nullopt;
}

Told read_told(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .distribution_id = row.text(1),
            .act_id = row.text(2),
            .recipient_kind = row.text(3),
            .recipient = row.text(4),
            .about_id = row.text(5),
            .what = row.text(6),
            .urgent = row.integer(7) != 0,
            .due_on = row.optional_date(8),
            .sent_at = read_instant(row, 9),
            .acknowledged_at = read_instant(row, 10),
            .receipt = row.optional_text(11).value_or("")};
}

std::vector<Told> read_all(const sql::Rows& rows) {
    std::vector<Told> told;
    told.reserve(rows.size());
    for (const auto& row : rows) told.push_back(read_told(row));
    return told;
}

}  // namespace

Result<void> tell(sql::Session& session, const Told& told) {
    std::optional<std::string> due_on;
    if (told.due_on) due_on = calendar::to_text(*told.due_on);
    TRY(session.execute(statements::insert_told,
                        {told.subject_key, told.distribution_id, bucket_of(told.subject_key),
                         told.act_id, told.recipient_kind, told.recipient, told.about_id, told.what,
                         told.urgent ? 1 : 0, due_on}));
    return {};
}

Result<void> mark_sent(sql::Session& session, std::string_view subject_key,
                       std::string_view distribution_id, Instant sent_at) {
    TRY(session.execute(statements::mark_sent,
                        {subject_key, distribution_id, sent_at.milliseconds}));
    return {};
}

Result<void> acknowledge(sql::Session& session, std::string_view subject_key,
                         std::string_view distribution_id, Instant acknowledged_at,
                         std::string_view receipt) {
    TRY(session.execute(statements::acknowledge,
                        {subject_key, distribution_id, acknowledged_at.milliseconds, receipt}));
    return {};
}

std::string place_of(const Told& told) {
    return std::string(told.urgent ? urgent_first : ordinary_then) + told.distribution_id;
}

Result<std::vector<Told>> told_to(sql::Session& session, const ToldQuery& query) {
    const int above_all = 2;
    const auto after = query.after.substr(0, 1);
    const int urgent = after.empty() ? above_all : static_cast<int>(after == urgent_first);
    const auto id = query.after.substr(after.size());
    return read_all(
        TRY(session.query(statements::find_told_to,
                          {query.recipient_kind, query.recipient, urgent, id, query.limit})));
}

Result<Told> find_told(sql::Session& session, std::string_view recipient_kind,
                       std::string_view recipient, std::string_view distribution_id) {
    const auto row =
        TRY(session.find(statements::find_told_row, {recipient_kind, recipient, distribution_id}));
    if (!row) return fail(ErrorCode::NotFound, "ledger.not_told");
    return read_told(*row);
}

Result<std::vector<Told>> overdue(sql::Session& session, Date day, std::string_view after,
                                  std::int64_t limit) {
    return read_all(TRY(session.query(statements::find_overdue, {day, after, limit})));
}

Result<void> visit_told(sql::Session& session, std::string_view subject_key,
                        std::string_view about_id, const ToldVisitor& visitor) {
    const auto rows = TRY(session.query(statements::find_told, {subject_key, about_id}));
    for (const auto& row : rows) TRY(visitor(read_told(row)));
    return {};
}

}  // namespace credit::ledger
