#include "records/names/name_feed.h"

#include <atomic>
#include <cstddef>
#include <expected>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "records/accept_submission.h"
#include "records/spread/spread_rows.h"
#include "records/submission.sql.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::records {
namespace {

bool is_subject(std::string_view key) {
    return key.starts_with('O') || key.starts_with('P');
}

}  // namespace

NameFeed::NameFeed(sql::Pool& pool, Rows rows, Readers readers)
    : pool_(pool), rows_(rows), readers_(std::move(readers)) {}

Result<void> NameFeed::fill() {
    const std::scoped_lock one_at_a_time(filling_);
    if (filled()) return {};
    {
        const std::scoped_lock lock(feeding_);
        state_ = State::Filling;
        TRY(note_rows_to_come());
    }
    TRY(readers_.all());
    const std::scoped_lock lock(feeding_);
    read_noted();
    state_ = State::Filled;
    return {};
}

void NameFeed::follow(const ledger::Act& act) {
    if (state_ == State::Empty) return;
    const std::scoped_lock lock(feeding_);
    note_down(act);
    if (!filled() || !is_subject(act.home_key)) return;
    if (readers_.of_subject(act.home_key)) subjects_.erase(act.home_key);
}

void NameFeed::note(const ledger::Act& act) {
    const std::scoped_lock lock(feeding_);
    note_down(act);
}

std::size_t NameFeed::catch_up() {
    const std::scoped_lock lock(feeding_);
    return filled() ? read_noted() : 0;
}

void NameFeed::note_down(const ledger::Act& act) {
    if (is_subject(act.home_key)) subjects_.insert(act.home_key);
    if (act.kind != accept_submission_kind) return;
    const auto body = parse_object(act.body);
    const auto kind = body ? read_text(*body, "kind") : std::unexpected(body.error());
    const auto submission = body ? read_text(*body, "submission") : std::unexpected(body.error());
    if (kind && submission) note_submission(*submission, *kind);
}

void NameFeed::note_submission(std::string_view submission_id, std::string_view kind) {
    if (rows_ == Rows::OfRegistrations && kind != "registration") return;
    submissions_.emplace(submission_id);
    rows_to_come_ = true;
}

// Those that another node is just making visible too.
Result<void> NameFeed::note_rows_to_come() {
    auto lease = TRY(pool_.lease(sql::Access::Read));
    for (const auto& row : TRY(lease->query(statements::submissions_to_come)))
        note_submission(row.text(0), row.text(1));
    return {};
}

bool NameFeed::read_submission(std::string_view submission_id) {
    const auto to_come = [&]() -> Result<bool> {
        auto lease = TRY(pool_.lease(sql::Access::Read));
        return are_rows_to_come(*lease, submission_id);
    }();
    return to_come && !*to_come && readers_.of_submission(submission_id);
}

std::size_t NameFeed::read_noted() {
    std::erase_if(subjects_, [this](const auto& key) { return readers_.of_subject(key); });
    std::erase_if(submissions_, [this](const auto& id) { return read_submission(id); });
    rows_to_come_ = !submissions_.empty();
    return subjects_.size() + submissions_.size();
}

}  // namespace credit::records
