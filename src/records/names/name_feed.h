// Name feed (名称的跟进): tells those who hold names in memory whose names to read.
//
// It follows each commit: a subject is read before the caller of its act is told, a submission when
// all its rows are visible. What could not be read is read again.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/pool.h"

namespace credit::records {

class NameFeed {
public:
    // Any row makes its subject known; those of registrations change what is known.
    enum class Rows : std::uint8_t { All, OfRegistrations };

    // How names are read, each from the store as it is now. Called one at a time, but `all`, which
    // may be asked again after it failed.
    struct Readers {
        std::function<Result<void>()> all;
        // False when that could not be read.
        std::function<bool(std::string_view subject_key)> of_subject;
        std::function<bool(std::string_view submission_id)> of_submission;
    };

    // The pool must outlive it.
    NameFeed(sql::Pool& pool, Rows rows, Readers readers);
    NameFeed(const NameFeed&) = delete;
    NameFeed& operator=(const NameFeed&) = delete;

    // Reads all unless it has; the errors of the store.
    Result<void> fill();
    bool filled() const { return state_.load(std::memory_order_acquire) == State::Filled; }

    // After the commit of an act and before its caller is told.
    void follow(const ledger::Act& act);
    // An act whose subject has to be read once all is: by `all`, which reads an earlier state.
    void note(const ledger::Act& act);
    // Reads what could not be read, and submissions of which all rows are visible now; how much is
    // left.
    std::size_t catch_up();

    // Whether rows of a submission are not all visible and read.
    bool rows_to_come() const { return rows_to_come_.load(std::memory_order_acquire); }

private:
    enum class State : std::uint8_t { Empty, Filling, Filled };
    using Keys = std::set<std::string, std::less<>>;

    // Under feeding_.
    void note_down(const ledger::Act& act);
    void note_submission(std::string_view submission_id, std::string_view kind);
    Result<void> note_rows_to_come();
    bool read_submission(std::string_view submission_id);
    std::size_t read_noted();

    sql::Pool& pool_;
    Rows rows_;
    Readers readers_;
    std::mutex filling_;
    std::mutex feeding_;  // what was read later is put later
    std::atomic<State> state_ = State::Empty;
    std::atomic<bool> rows_to_come_ = false;
    Keys subjects_;     // to read
    Keys submissions_;  // to read
};

}  // namespace credit::records
