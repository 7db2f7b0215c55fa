#include "checks/index.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/effect.h"

namespace credit::checks {
namespace {

constexpr std::size_t slots_at_first = 1024;
constexpr std::chrono::seconds known_for{1};

}  // namespace

Index::Index() : owned_(std::make_unique<Table>(slots_at_first)), table_(owned_.get()) {}

Index::~Index() {
    for (auto& slot : owned_->slots) delete slot.load();
}

void Index::confirm(std::chrono::steady_clock::time_point looked_at) {
    current_until_.store(looked_at + known_for, std::memory_order_relaxed);
}

bool Index::is_current() const {
    const auto until = current_until_.load(std::memory_order_relaxed);
    return until == std::chrono::steady_clock::time_point::max() ||
           std::chrono::steady_clock::now() <= until;
}

// A place among the readers is taken for as long as one look takes; a thread finds its old one
// again at once.
Index::Pin::Pin(const Index& index) : index_(index) {
    static thread_local std::size_t last = std::hash<const void*>{}(&last) / 64 % readers_max;
    for (place_ = last; index.readers_[place_].taken.exchange(true, std::memory_order_acquire);) {
        place_ = (place_ + 1) % readers_max;
    }
    last = place_;
    index.readers_[place_].epoch.store(index.epoch_.load(std::memory_order_seq_cst),
                                       std::memory_order_seq_cst);
}

Index::Pin::~Pin() {
    index_.readers_[place_].epoch.store(0, std::memory_order_release);
    index_.readers_[place_].taken.store(false, std::memory_order_release);
}

const Entry* Index::Pin::find(std::string_view subject_key) const {
    const Table& table = *index_.table_.load(std::memory_order_seq_cst);
    const Held* const held =
        table.slots[place_in(table, subject_key)].load(std::memory_order_seq_cst);
    return held == nullptr || !held->entry.live() ? nullptr : &held->entry;
}

std::uint64_t Index::version_of(std::string_view key) const {
    const Pin pin(*this);
    const Entry* const entry = pin.find(key);
    return entry == nullptr ? 0 : entry->version;
}

// The slot that holds the key, or the empty one where it would stand.
std::size_t Index::place_in(const Table& table, std::string_view key) {
    std::size_t place = std::hash<std::string_view>{}(key)&table.mask;
    for (;; place = (place + 1) & table.mask) {
        const Held* const held = table.slots[place].load(std::memory_order_seq_cst);
        if (held == nullptr || held->key == key) return place;
    }
}

void Index::put(std::string_view subject_key, Entry entry) {
    const std::lock_guard lock(writing_);
    const bool live = entry.live();
    if ((used_ + 1) * 2 > owned_->slots.size()) grow();
    auto& slot = owned_->slots[place_in(*owned_, subject_key)];
    const Held* const before = slot.load(std::memory_order_relaxed);
    if (before == nullptr ? !live : before->entry.says_the_same(entry)) return;
    entry.version = ++last_version_;

    // A subject that became clean keeps its slot, empty, until the table grows.
    auto held =
        std::make_unique<Held>(Held{.key = std::string(subject_key), .entry = std::move(entry)});
    slot.store(held.release(), std::memory_order_seq_cst);
    const bool was_live = before != nullptr && before->entry.live();
    if (live && !was_live) size_.fetch_add(1, std::memory_order_relaxed);
    if (!live && was_live) size_.fetch_sub(1, std::memory_order_relaxed);
    if (before == nullptr) {
        ++used_;
    } else {
        retired_.push_back({epoch_.load(), std::unique_ptr<const Held>(before)});
    }
    epoch_.fetch_add(1, std::memory_order_seq_cst);
    free_unseen();
}

// Twice the slots when they are needed, else the same number without the empty ones.
void Index::grow() {
    const bool crowded = (size() + 1) * 4 > owned_->slots.size();
    auto table = std::make_unique<Table>(owned_->slots.size() * (crowded ? 2 : 1));
    used_ = 0;
    for (auto& slot : owned_->slots) {
        const Held* const held = slot.load(std::memory_order_relaxed);
        if (held == nullptr) continue;
        if (!held->entry.live()) {
            retired_.push_back({epoch_.load(), std::unique_ptr<const Held>(held)});
            continue;
        }
        table->slots[place_in(*table, held->key)].store(held, std::memory_order_relaxed);
        ++used_;
    }
    retired_tables_.push_back({epoch_.load(), std::move(owned_)});
    owned_ = std::move(table);
    table_.store(owned_.get(), std::memory_order_seq_cst);
}

void Index::free_unseen() {
    std::uint64_t oldest = epoch_.load(std::memory_order_seq_cst);
    for (const auto& reader : readers_) {
        const auto epoch = reader.epoch.load(std::memory_order_seq_cst);
        if (epoch != 0) oldest = std::min(oldest, epoch);
    }
    std::erase_if(retired_, [oldest](const auto& each) { return each.epoch < oldest; });
    std::erase_if(retired_tables_, [oldest](const auto& each) { return each.epoch < oldest; });
}

}  // namespace credit::checks
