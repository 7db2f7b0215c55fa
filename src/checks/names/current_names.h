// Current names (现用名称): by which name each subject is known today, in memory, so that the
// counter confirms it without asking the store.
//
// It only confirms, letter for letter; whatever it does not confirm is asked of the store. It
// follows each commit, and confirms nothing while rows of registrations are on their way.
//
// Reading takes no lock and allocates nothing. Names are held as digests under a key that is made
// anew at each start.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

#include "checks/names/name_table.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "records/names/name_feed.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::checks {

class CurrentNames {
public:
    // The pool must outlive it.
    explicit CurrentNames(sql::Pool& pool);
    CurrentNames(const CurrentNames&) = delete;
    CurrentNames& operator=(const CurrentNames&) = delete;
    ~CurrentNames();

    // Whether that is the subject's name today as it is written. Until it is filled, never.
    bool confirms(std::string_view subject_key, std::string_view name) const;

    // After the commit of an act and before its caller is told.
    void follow(const ledger::Act& act) { feed_.follow(act); }
    // Reads what could not be read, and registrations of which all rows are visible now; how much
    // is left.
    std::size_t catch_up() { return feed_.catch_up(); }

    // The errors of the store.
    Result<void> fill() { return feed_.fill(); }
    // Fills it, and reads again what could not be read, on a thread of its own from now on.
    void start();

    std::size_t size() const { return table_.size(); }

private:
    NameTable::Entry entry_of(std::string_view subject_key, std::string_view name) const;
    void run(const std::stop_token& stopping);
    Result<void> read_all();
    bool read_subject(std::string_view subject_key);
    bool read_submission(std::string_view submission_id);

    sql::Pool& pool_;
    const crypto::Key secret_ = crypto::random_key();
    NameTable table_;
    records::NameFeed feed_;
    std::mutex waiting_;
    std::condition_variable_any changed_;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace credit::checks
