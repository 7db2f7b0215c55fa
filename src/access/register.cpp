#include "access/register.h"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"

namespace credit::access {

struct Register::Entry {
    crypto::Digest digest;
    Principal principal;
    bool session = false;
    // After this millisecond the token is worth nothing; the lowest value once it is revoked.
    std::atomic<std::int64_t> ends_at;
};

// Open addressing; a place once taken stays taken.
struct Register::Table {
    explicit Table(std::size_t size) : places(size) {}
    std::vector<std::atomic<Entry*>> places;
    std::size_t taken = 0;
};

namespace {

constexpr std::size_t first_size = 1024;

std::size_t hash_of(const crypto::Digest& digest) {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

}  // namespace

Register::Register() {
    tables_.push_back(std::make_unique<Table>(first_size));
    table_.store(tables_.back().get(), std::memory_order_release);
}

Register::~Register() = default;

const Principal* Register::find(std::string_view token, Instant now) const {
    const Entry* const entry = find(crypto::sha256(bytes_of(token)));
    if (entry == nullptr || entry->ends_at.load(std::memory_order_acquire) <= now.milliseconds) {
        return nullptr;
    }
    return &entry->principal;
}

Register::Entry* Register::find(const crypto::Digest& digest) const {
    const Table& table = *table_.load(std::memory_order_acquire);
    const std::size_t mask = table.places.size() - 1;
    for (std::size_t place = hash_of(digest) & mask;; place = (place + 1) & mask) {
        Entry* const entry = table.places[place].load(std::memory_order_acquire);
        if (entry == nullptr || entry->digest == digest) return entry;
    }
}

void Register::insert(Table& table, Entry& entry) {
    const std::size_t mask = table.places.size() - 1;
    std::size_t place = hash_of(entry.digest) & mask;
    while (table.places[place].load(std::memory_order_relaxed) != nullptr) {
        place = (place + 1) & mask;
    }
    table.places[place].store(&entry, std::memory_order_release);
    ++table.taken;
}

void Register::admit(const crypto::Digest& digest, Principal principal, Instant ends_at) {
    admit_as(digest, std::move(principal), ends_at, false);
}

void Register::admit_session(const crypto::Digest& digest, Principal principal, Instant ends_at) {
    admit_as(digest, std::move(principal), ends_at, true);
}

bool Register::end_session(const crypto::Digest& digest) {
    const Entry* const entry = find(digest);
    if (entry == nullptr || !entry->session) return false;
    revoke(digest);
    return true;
}

void Register::admit_as(const crypto::Digest& digest, Principal principal, Instant ends_at,
                        bool session) {
    const std::scoped_lock lock(writing_);
    if (find(digest) != nullptr) return;
    Entry& entry = *entries_.emplace_back(std::make_unique<Entry>());
    entry.digest = digest;
    entry.principal = std::move(principal);
    entry.session = session;
    entry.ends_at.store(ends_at.milliseconds, std::memory_order_relaxed);
    if (tables_.back()->taken * 2 >= tables_.back()->places.size()) {
        auto larger = std::make_unique<Table>(tables_.back()->places.size() * 2);
        for (const auto& known : entries_) insert(*larger, *known);
        tables_.push_back(std::move(larger));
        table_.store(tables_.back().get(), std::memory_order_release);
        return;
    }
    insert(*tables_.back(), entry);
}

void Register::revoke(const crypto::Digest& digest) {
    Entry* const entry = find(digest);
    if (entry == nullptr) return;
    entry->ends_at.store(std::numeric_limits<std::int64_t>::min(), std::memory_order_release);
}

void Register::revoke_all(std::string_view account) {
    const std::scoped_lock lock(writing_);
    for (const auto& entry : entries_) {
        if (entry->principal.account != account) continue;
        entry->ends_at.store(std::numeric_limits<std::int64_t>::min(), std::memory_order_release);
    }
}

}  // namespace credit::access
