// Check index (核查索引): what is in force, on hold or about to begin, by subject, in memory.
//
// Only subjects with something live are held; a clean one is absent. An implementing authority is
// held by its code, while a measure is stopped there. Reading takes no lock and
// allocates nothing: readers pin the present, and what is replaced is freed when nobody can still
// see it. Writing is for one thread at a time (a mutex sees to it) and follows each commit.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/effect.h"

namespace credit::checks {

class Index {
public:
    Index();
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    // While it lives, what find() gave stands. Short-lived, on one thread, not nested.
    class Pin {
    public:
        explicit Pin(const Index& index);
        ~Pin();
        Pin(const Pin&) = delete;
        Pin& operator=(const Pin&) = delete;

        // Null when nothing is live about the subject.
        const Entry* find(std::string_view subject_key) const;

    private:
        const Index& index_;
        std::size_t place_;
    };

    // 0 when nothing is live: compared before an answer leaves.
    std::uint64_t version_of(std::string_view key) const;

    // Replaces what was known; an entry without effects removes the subject. One that says the same
    // changes nothing: a node that reads an act again makes no answer on its way be asked anew.
    void put(std::string_view subject_key, Entry entry);

    // Held by whoever reads the store to put what it read: what was read later is put later.
    std::mutex& feeding() { return feeding_; }
    // Subjects whose last act could not be read; under that mutex.
    std::set<std::string, std::less<>>& unread() { return unread_; }

    // Where other nodes write too: from here on what was found is known for one second after the
    // store was looked at, and then not known to be in force.
    void confirm(std::chrono::steady_clock::time_point looked_at);
    // Always, where nobody else writes.
    bool is_current() const;

    std::size_t size() const { return size_.load(std::memory_order_relaxed); }

private:
    struct Held {
        std::string key;
        Entry entry;
    };
    struct Table {
        explicit Table(std::size_t count) : mask(count - 1), slots(count) {}
        std::size_t mask;
        std::vector<std::atomic<const Held*>> slots;
    };
    struct alignas(64) Reader {
        std::atomic<std::uint64_t> epoch = 0;  // 0: not reading
        std::atomic<bool> taken = false;
    };
    template <typename T>
    struct Retired {
        std::uint64_t epoch;
        std::unique_ptr<const T> value;
    };

    static constexpr std::size_t readers_max = 256;

    static std::size_t place_in(const Table& table, std::string_view key);
    void grow();
    void free_unseen();

    std::unique_ptr<Table> owned_;
    std::atomic<const Table*> table_;
    std::atomic<std::size_t> size_ = 0;
    std::atomic<std::chrono::steady_clock::time_point> current_until_ =
        std::chrono::steady_clock::time_point::max();
    std::atomic<std::uint64_t> epoch_ = 1;
    std::uint64_t last_version_ = 0;
    std::size_t used_ = 0;  // slots, those of subjects that became clean included
    mutable std::array<Reader, readers_max> readers_;
    std::vector<Retired<Held>> retired_;
    std::vector<Retired<Table>> retired_tables_;
    std::mutex writing_;
    std::mutex feeding_;
    std::set<std::string, std::less<>> unread_;
};

}  // namespace credit::checks
