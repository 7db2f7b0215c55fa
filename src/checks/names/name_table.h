// Table of names (现用名称表): of each subject a digest of the name by which it is known today,
// sixteen bytes each and the room to grow.
//
// Reading takes no lock and allocates nothing. One thread at a time writes.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace credit::checks {

class NameTable {
public:
    // Digests that nobody outside can foresee; of a subject and of its name, both never 0.
    struct Entry {
        std::uint64_t subject;
        std::uint64_t name;
    };

    NameTable();
    bool holds(const Entry& entry) const;
    // In place of the name that the subject had.
    void put(const Entry& entry);
    void remove(std::uint64_t subject);
    std::size_t size() const { return size_.load(std::memory_order_relaxed); }
    // Frees what growing left behind. Only while nobody reads.
    void tidy();

private:
    struct Slot {
        std::atomic<std::uint64_t> subject = 0;  // 0: empty
        std::atomic<std::uint64_t> name = 0;     // 0: it has none now
    };
    using Slots = std::vector<Slot>;

    static Slot* find(Slots& slots, std::uint64_t subject);
    void grow();

    // The last is the present one; a reader may still look at those before.
    std::vector<std::unique_ptr<Slots>> all_;
    std::atomic<Slots*> present_;
    std::size_t used_ = 0;  // slots, those without a name included
    std::atomic<std::size_t> size_ = 0;
};

}  // namespace credit::checks
