#include "search/names.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_kind.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "records/names/name_feed.h"
#include "search/hit.h"
#include "search/name_index.h"
#include "search/organisation.h"
#include "search/search.sql.h"
#include "search/segments/segment_builder.h"
#include "search/segments/snapshot.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "subjects/subject_history.h"

namespace credit::search {
namespace {

constexpr std::chrono::seconds between_looks{1};
// Who tells of an act is done long before.
constexpr std::chrono::seconds mark_ripens{10};
constexpr std::size_t unsaved_most = 20'000;
constexpr std::size_t put_at_once = 2'000;

// Rows of names, gathered to organisations; a kind that is not public has no names.
class Gathered {
public:
    Result<void> add(const sql::RowView& row) {
        const auto key = row.text(0);
        const auto kind = identity::subject_kind_of(row.text(1));
        if (!kind) return fail(ErrorCode::InvalidInput, "subjects.unknown_kind");
        const auto organisation = Organisation::of(key, *kind);
        if (!organisation) return {};
        const subjects::KeptName kept{
            .id = {},
            .registered = row.integer(3) != 0,
            .name = {.name = std::string(row.text(2)),
                     .validity = {.from = row.optional_date(4), .through = row.optional_date(5)}}};
        if (!kept.counts()) return {};
        if (names_.empty() || names_.back().organisation != *organisation) {
            names_.push_back({.organisation = *organisation, .names = {}});
        }
        names_.back().names.push_back(kept.name);
        return {};
    }

    std::size_t size() const { return names_.size(); }
    // All but the last organisation, of which more rows may come.
    std::vector<NamesOf> take_whole() {
        std::vector<NamesOf> whole = std::move(names_);
        names_ = {};
        if (!whole.empty()) {
            names_.push_back(std::move(whole.back()));
            whole.pop_back();
        }
        return whole;
    }
    std::vector<NamesOf> take_all() { return std::exchange(names_, {}); }

private:
    std::vector<NamesOf> names_;
};

}  // namespace

Result<Mark> mark_of(sql::Session& session) {
    Mark mark;
    mark.place = TRY(ledger::log_size(session));
    if (mark.place == 0) return mark;
    const auto act = TRY(session.find(statements::act_at, {mark.place - 1}));
    if (act) mark.last_act = act->text(0);
    return mark;
}

Names::Names(sql::Pool& pool, const ledger::Keys& keys, std::filesystem::path snapshot,
             std::size_t kept_from)
    : pool_(pool),
      keys_(keys),
      snapshot_(std::move(snapshot)),
      kept_from_(kept_from),
      feed_(pool, records::NameFeed::Rows::All,
            {.all = [this] { return read_all(); },
             .of_subject = [this](std::string_view key) { return read_subject(key); },
             .of_submission = [this](std::string_view id) { return read_submission(id); }}) {}

Names::~Names() {
    thread_.request_stop();
    changed_.notify_all();
}

Result<Hits> Names::find(std::string_view text, std::size_t limit, Date day) {
    if (!feed_.filled()) {
        if (thread_.joinable()) return fail(ErrorCode::Unavailable, "search.not_filled");
        TRY(fill());
    }
    return index_.find(text, limit, day);
}

// What cannot be read is not found: a name may have ceased to be public.
bool Names::read_subject(std::string_view subject_key) {
    if (!subject_key.starts_with('O')) return true;
    const auto organisation = Organisation::with_code(subject_key.substr(1));
    if (!organisation) return true;
    Gathered gathered;
    const auto outcome = [&]() -> Result<void> {
        auto lease = TRY(pool_.lease(sql::Access::Read));
        return lease->read(statements::names_of_subject, {subject_key},
                           [&](const sql::RowView& row) { return gathered.add(row); });
    }();
    auto all = gathered.take_all();
    NamesOf names{.organisation = *organisation, .names = {}};
    if (outcome && !all.empty()) names = std::move(all.front());
    if (!index_.has(names)) {
        index_.put(names);
        ++unsaved_;
    }
    return outcome.has_value();
}

bool Names::read_submission(std::string_view submission_id) {
    Gathered gathered;
    const auto put = [&](const std::vector<NamesOf>& names) {
        index_.put(names);
        unsaved_ += names.size();
    };
    const auto add = [&](const sql::RowView& row) -> Result<void> {
        TRY(gathered.add(row));
        if (gathered.size() > put_at_once) put(gathered.take_whole());
        return {};
    };
    auto lease = pool_.lease(sql::Access::Read);
    if (!lease || !(*lease)->scan(statements::names_of_submission, {submission_id}, add))
        return false;
    put(gathered.take_all());
    return true;
}

Result<void> Names::read_all() {
    if (TRY(fill_from_snapshot())) return {};
    drop_snapshot(snapshot_);
    return fill_from_store();
}

// A snapshot of this store: the act before its mark stands where it stood.
Result<bool> Names::fill_from_snapshot() {
    const auto mark = find_mark(snapshot_);
    if (!mark || mark->place < 1) return false;
    auto lease = TRY(pool_.lease(sql::Access::Read));
    const auto act = TRY(lease->find(statements::act_at, {mark->place - 1}));
    if (!act || act->text(0) != mark->last_act) return false;
    auto segment = read_snapshot(snapshot_, *mark);
    if (!segment) return false;
    index_.replace(*std::move(segment));
    const auto place = TRY(ledger::visit_acts_from(*lease, keys_, mark->place,
                                                   [&](const ledger::Act& each) -> Result<void> {
                                                       feed_.note(each);
                                                       return {};
                                                   }));
    const std::scoped_lock lock(marking_);
    mark_ = *mark;
    unsaved_ = static_cast<std::size_t>(place - mark->place);
    return true;
}

Result<void> Names::fill_from_store() {
    SegmentBuilder builder;
    Gathered gathered;
    auto lease = TRY(pool_.lease(sql::Access::Read));
    auto mark = TRY(mark_of(*lease));
    const auto add = [&](const sql::RowView& row) -> Result<void> {
        TRY(gathered.add(row));
        if (gathered.size() <= put_at_once) return {};
        for (const auto& names : gathered.take_whole()) builder.add(names);
        return {};
    };
    TRY(lease->scan(statements::all_names, {}, add));
    for (const auto& names : gathered.take_all()) builder.add(names);
    index_.replace(builder.build());
    const std::scoped_lock lock(marking_);
    mark_ = std::move(mark);
    unsaved_ = index_.names();
    return {};
}

void Names::start() {
    thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

// An act is told of shortly after its commit: a mark is true some seconds after it was read.
void Names::look_at_log() {
    const auto now = std::chrono::steady_clock::now();
    if (now - next_since_ < mark_ripens) return;
    auto lease = pool_.lease(sql::Access::Read);
    auto mark = lease ? mark_of(**lease) : std::unexpected(lease.error());
    if (!mark) return;
    if (next_.place > 0) mark_ = std::move(next_);
    next_ = *std::move(mark);
    next_since_ = now;
}

Result<void> Names::save() {
    if (!feed_.filled() || index_.names() < kept_from_) return {};
    Mark mark;
    {
        const std::scoped_lock lock(marking_);
        // Rows that are not all visible are read by nobody who begins behind their act.
        if (mark_.place < 1 || feed_.rows_to_come()) return {};
        mark = mark_;
    }
    unsaved_ = 0;
    return write_snapshot(snapshot_, *index_.whole(), std::move(mark));
}

void Names::run(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        if (fill()) {
            catch_up();
            index_.tidy();
            {
                const std::scoped_lock lock(marking_);
                look_at_log();
            }
            // What is not written now is written when more has come.
            if (unsaved_ > unsaved_most) std::ignore = save();
        }
        std::unique_lock lock(waiting_);
        changed_.wait_for(lock, stopping, between_looks, [] { return false; });
    }
}

}  // namespace credit::search
