#include "lookups/lookup_writer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "lookups/lookup.h"
#include "lookups/lookup_block.h"
#include "lookups/lookup_block.sql.h"
#include "sql/session.h"
#include "sql/write_behind.h"

namespace credit::lookups {
namespace {

using namespace std::chrono_literals;

constexpr auto told_for = 10s;
constexpr auto quiet = 50ms;   // without a look-up, before settling
constexpr auto patience = 2s;  // of settling when asked to stop
constexpr std::size_t settled_when_quiet = 500;
constexpr std::size_t pressed = 2;  // times as many as came meanwhile
constexpr std::size_t unsettled_max = 500'000;

}  // namespace

std::int64_t bucket_of(std::string_view subject_key) {
    return ledger::bucket_of(subject_key);
}

LookupWriter::LookupWriter(Open open, std::size_t limit, Settles settles)
    : open_(std::move(open)), limit_(limit), settles_(settles), thread_([this] { work(); }) {}

LookupWriter::~LookupWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
}

Entry* LookupWriter::acquire() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
        if (entries_.size() >= limit_) return nullptr;
        return &entries_.emplace_back();
    }
    Entry* const entry = free_.back();
    free_.pop_back();
    return entry;
}

void LookupWriter::release(Entry& entry) {
    const std::lock_guard lock(mutex_);
    free_.push_back(&entry);
}

void LookupWriter::submit(Entry& entry) {
    bool was_empty = false;
    bool too_late = false;
    {
        const std::lock_guard lock(mutex_);
        too_late = entry.lookup.id <= closed_through_;
        if (!too_late) {
            was_empty = queue_.empty();
            queue_.push_back(&entry);
            ++submitted_;
        }
    }
    if (too_late) {
        entry.done(entry, fail(ErrorCode::Unavailable, "lookups.too_late"));
        return;
    }
    if (was_empty) arrived_.notify_one();
}

void LookupWriter::close_through(std::string id) {
    std::unique_lock lock(mutex_);
    if (closed_through_ < id) closed_through_ = std::move(id);
    worked_.wait(lock, [this, awaited = submitted_] { return worked_off_ >= awaited; });
}

std::size_t LookupWriter::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void LookupWriter::work() {
    for (std::vector<Entry*> batch; take(batch); batch.clear()) {
        if (!batch.empty()) record(batch);
        if (settles_ == Settles::WhenRead) continue;
        if (batch.empty()) settle_some(settled_when_quiet);
        if (unsettled() > unsettled_max) settle_some(pressed * batch.size());
    }
    if (settles_ == Settles::WhenQuiet) settle_before_stopping();
}

// False once it is to stop and nothing waits; an empty batch when nothing came for a moment.
bool LookupWriter::take(std::vector<Entry*>& batch) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return stopping_ || !queue_.empty(); };
    if (settled_ || settles_ == Settles::WhenRead) {
        arrived_.wait(lock, ready);
    } else {
        arrived_.wait_for(lock, quiet, ready);
    }
    batch.swap(queue_);
    return !batch.empty() || !stopping_;
}

void LookupWriter::record(const std::vector<Entry*>& batch) {
    const auto outcome = write(batch);
    report(outcome, batch.size());
    for (Entry* const entry : batch) entry->done(*entry, outcome);
    {
        const std::lock_guard lock(mutex_);
        worked_off_ += batch.size();
    }
    worked_.notify_all();
}

void LookupWriter::report(const Result<void>& outcome, std::size_t count) {
    if (outcome) {
        recorded_.fetch_add(count, std::memory_order_relaxed);
        commits_.fetch_add(1, std::memory_order_relaxed);
        unsettled_.fetch_add(count, std::memory_order_relaxed);
        settled_ = false;
    } else {
        session_.reset();
    }
    const std::lock_guard lock(mutex_);
    failure_ = outcome ? std::nullopt : std::optional(outcome.error());
    failed_at_ = std::chrono::steady_clock::now();
}

std::optional<Error> LookupWriter::failure() const {
    const std::lock_guard lock(mutex_);
    const auto since = std::chrono::steady_clock::now() - failed_at_;
    return since < told_for ? failure_ : std::nullopt;
}

Result<void> LookupWriter::write(const std::vector<Entry*>& batch) {
    if (session_ == nullptr) session_ = TRY(open_());
    block_.clear();
    for (const Entry* const entry : batch) append_entry(block_, entry->lookup);
    const std::string_view id = batch.front()->lookup.id;
    TRY(session_->execute(statements::insert_block, {id, bytes_of(block_)}));
    return {};
}

// What a crash takes back of it lies in its blocks as before.
Result<Settled> LookupWriter::settle_blocks(std::size_t lookups_min) {
    if (settling_ == nullptr) {
        auto opened = TRY(open_());
        TRY(sql::write_behind(*opened));
        settling_ = std::move(opened);
    }
    return lookups::settle_some(*settling_, lookups_min);
}

// False when nothing is left, or nothing can be done about it now: the next look-up tries again.
bool LookupWriter::settle_some(std::size_t lookups_min) {
    const auto settled = settle_blocks(lookups_min);
    if (!settled) settling_.reset();
    settled_ = !settled || settled->all;
    if (settled) {
        const auto left = unsettled() - std::min(settled->lookups, unsettled());
        unsettled_.store(settled_ ? 0 : left, std::memory_order_relaxed);
    }
    return !settled_;
}

// What takes longer is left for the next start.
void LookupWriter::settle_before_stopping() {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end && settle_some(settled_when_quiet)) {
    }
}

}  // namespace credit::lookups
