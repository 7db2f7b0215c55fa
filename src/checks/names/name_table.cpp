#include "checks/names/name_table.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace credit::checks {
namespace {

constexpr std::size_t slots_at_first = 1024;

}  // namespace

NameTable::NameTable() {
    all_.push_back(std::make_unique<Slots>(slots_at_first));
    present_ = all_.back().get();
}

// The subject's slot, or the empty one where it would stand.
NameTable::Slot* NameTable::find(Slots& slots, std::uint64_t subject) {
    for (std::size_t place = subject % slots.size();; place = (place + 1) % slots.size()) {
        const auto held = slots[place].subject.load(std::memory_order_acquire);
        if (held == subject || held == 0) return &slots[place];
    }
}

bool NameTable::holds(const Entry& entry) const {
    const Slot& slot = *find(*present_.load(std::memory_order_acquire), entry.subject);
    return slot.subject.load(std::memory_order_acquire) == entry.subject &&
           slot.name.load(std::memory_order_acquire) == entry.name;
}

void NameTable::put(const Entry& entry) {
    if ((used_ + 1) * 4 > all_.back()->size() * 3) grow();
    Slot& slot = *find(*all_.back(), entry.subject);
    if (slot.name.exchange(entry.name, std::memory_order_acq_rel) == 0) ++size_;
    if (slot.subject.load(std::memory_order_relaxed) != 0) return;
    slot.subject.store(entry.subject, std::memory_order_release);
    ++used_;
}

void NameTable::remove(std::uint64_t subject) {
    Slot& slot = *find(*all_.back(), subject);
    if (slot.name.exchange(0, std::memory_order_acq_rel) != 0) --size_;
}

void NameTable::grow() {
    auto grown = std::make_unique<Slots>(all_.back()->size() / 2 * 3);
    used_ = 0;
    for (const auto& slot : *all_.back()) {
        const auto name = slot.name.load(std::memory_order_relaxed);
        if (name == 0) continue;
        const auto subject = slot.subject.load(std::memory_order_relaxed);
        Slot& to = *find(*grown, subject);
        to.name.store(name, std::memory_order_relaxed);
        to.subject.store(subject, std::memory_order_relaxed);
        ++used_;
    }
    all_.push_back(std::move(grown));
    present_.store(all_.back().get(), std::memory_order_release);
}

void NameTable::tidy() {
    all_.erase(all_.begin(), all_.end() - 1);
}

}  // namespace credit::checks
