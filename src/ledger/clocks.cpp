#include "ledger/clocks.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::ledger {
namespace {

StatutoryClock read_clock(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .clock_id = row.text(1),
            .kind = row.text(2),
            .about_id = row.text(3),
            .due_on = row.date(4),
            .article = row.text(5),
            .act_id = row.text(6),
            .done_by = row.optional_text(7)};
}

}  // namespace

// FNV-1a: the same on every machine and in every release.
std::int64_t bucket_of(std::string_view key) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : key) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3U;
    return static_cast<std::int64_t>(hash % static_cast<std::uint64_t>(buckets));
}

Result<void> set_clock(sql::Session& session, const StatutoryClock& clock) {
    const auto due_on = calendar::to_text(clock.due_on);
    TRY(session.execute(
        statements::insert_clock,
        {clock.subject_key, clock.clock_id, bucket_of(clock.subject_key), clock.kind,
         clock.about_id, due_on, clock.article, clock.act_id, clock.done_by}));
    return {};
}

Result<void> clear_clock(sql::Session& session, std::string_view subject_key,
                         std::string_view clock_id, std::string_view done_by) {
    TRY(session.execute(statements::clear_clock, {subject_key, clock_id, done_by}));
    return {};
}

Result<std::int64_t> clear_clocks_about(sql::Session& session, std::string_view subject_key,
                                        std::string_view about_id, std::string_view kind,
                                        std::string_view done_by) {
    return session.execute(statements::clear_clocks_about, {subject_key, about_id, kind, done_by});
}

Result<std::vector<StatutoryClock>> due_clocks(sql::Session& session, const DueQuery& query) {
    const auto day = calendar::to_text(query.last_day);
    const auto after_day = query.after ? calendar::to_text(query.after->due_on) : "0001-01-01";
    const std::string after_subject = query.after ? query.after->subject_key : "";
    const std::string after_clock = query.after ? query.after->clock_id : "";
    const auto rows =
        TRY(session.query(statements::find_due,
                          {query.bucket, day, query.limit, after_day, after_subject, after_clock}));
    std::vector<StatutoryClock> clocks;
    clocks.reserve(rows.size());
    for (const auto& row : rows) clocks.push_back(read_clock(row));
    return clocks;
}

Result<bool> is_running(sql::Session& session, const StatutoryClock& clock) {
    const auto row =
        TRY(session.find(statements::find_running, {clock.subject_key, clock.clock_id}));
    return row.has_value();
}

Result<std::vector<StatutoryClock>> clocks_set_before(sql::Session& session,
                                                      const SetQuery& query) {
    const auto rows =
        TRY(session.query(statements::find_set_before,
                          {query.bucket, query.first_day, query.set_before,
                           query.after ? query.after->due_on : query.first_day,
                           query.after ? query.after->subject_key : std::string(),
                           query.after ? query.after->clock_id : std::string(), query.limit}));
    std::vector<StatutoryClock> clocks;
    clocks.reserve(rows.size());
    for (const auto& row : rows) clocks.push_back(read_clock(row));
    return clocks;
}

Result<void> visit_clocks_of(sql::Session& session, std::string_view subject_key,
                             const ClockVisitor& visitor) {
    const auto rows = TRY(session.query(statements::find_clocks_of, {subject_key}));
    for (const auto& row : rows) TRY(visitor(read_clock(row)));
    return {};
}

}  // namespace credit::ledger
