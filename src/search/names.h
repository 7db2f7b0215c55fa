// Search by name (名称检索): the name index with what feeds it, and its snapshot.
//
// It follows each commit; what it could not read is found no more until it can. A server fills it
// behind its back; where nobody serves, the first search does.

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "records/names/name_feed.h"
#include "search/hit.h"
#include "search/name_index.h"
#include "search/segments/snapshot.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::search {

class Names {
public:
    // Smaller indexes are read from the store at each start.
    static constexpr std::size_t kept_least = 50'000;

    // All must outlive it. `snapshot`: where it keeps what it read.
    Names(sql::Pool& pool, const ledger::Keys& keys, std::filesystem::path snapshot,
          std::size_t kept_from = kept_least);
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;
    ~Names();

    // As NameIndex::find. Unavailable "search.not_filled" while a server fills it, and the errors
    // of the store where it is filled by this call.
    Result<Hits> find(std::string_view text, std::size_t limit, Date day);

    // After the commit of an act and before its caller is told.
    void follow(const ledger::Act& act) { feed_.follow(act); }
    // Reads again what could not be read, and submissions of which all rows are visible now; how
    // many are left.
    std::size_t catch_up() { return feed_.catch_up(); }

    // Fills it unless it is; the errors of the store.
    Result<void> fill() { return feed_.fill(); }
    // Fills it, and keeps it tidy and its snapshot fresh, on a thread of its own from now on.
    void start();
    // Writes the snapshot where there is enough to keep; of what the store said a while ago.
    Result<void> save();

    const NameIndex& index() const { return index_; }

private:
    void run(const std::stop_token& stopping);
    Result<void> read_all();
    Result<bool> fill_from_snapshot();
    Result<void> fill_from_store();
    bool read_subject(std::string_view subject_key);
    bool read_submission(std::string_view submission_id);
    // Under marking_.
    void look_at_log();

    sql::Pool& pool_;
    const ledger::Keys& keys_;
    std::filesystem::path snapshot_;
    std::size_t kept_from_;
    NameIndex index_;
    records::NameFeed feed_;
    std::atomic<std::size_t> unsaved_ = 0;  // names read since the snapshot
    std::mutex marking_;
    Mark mark_;  // what acts before it said is in the index
    Mark next_;  // will be, when those who tell of them are done
    std::chrono::steady_clock::time_point next_since_{};
    std::mutex waiting_;
    std::condition_variable_any changed_;
    std::jthread thread_;  // last: it uses all the others
};

// Where the log stands and which act came last; no place in an empty log.
Result<Mark> mark_of(sql::Session& session);

}  // namespace credit::search
