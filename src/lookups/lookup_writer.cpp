#include "lookups/lookup_writer.h"

#include <algorithm>
#include <array>
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
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

constexpr std::chrono::seconds told_for{10};
constexpr std::array<std::string_view, 13> columns{
    "subject_key", "lookup_id", "bucket", "looked_at",   "account", "authority", "officer",
    "matter",      "purpose",   "ground", "case_number", "shown",   "digest"};

void fill(std::vector<sql::Value>& row, const Lookup& lookup) {
    const Reason& reason = lookup.reason;
    row.assign({std::string_view(lookup.subject_key), std::string_view(lookup.id),
                bucket_of(lookup.subject_key), lookup.looked_at.milliseconds,
                std::string_view(lookup.account), std::string_view(lookup.authority),
                std::string_view(reason.officer), std::string_view(reason.matter),
                std::string_view(reason.purpose), std::string_view(reason.ground),
                std::string_view(reason.case_number), std::string_view(lookup.shown),
                BytesView(lookup.digest)});
}

}  // namespace

std::int64_t bucket_of(std::string_view subject_key) {
    return ledger::bucket_of(subject_key);
}

LookupWriter::LookupWriter(Open open, std::size_t limit)
    : open_(std::move(open)), limit_(limit), thread_([this] { work(); }) {}

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
    if (too_late) return entry.done(entry, fail(ErrorCode::Unavailable, "lookups.too_late"));
    if (was_empty) arrived_.notify_one();
}

void LookupWriter::close_through(std::string id) {
    std::unique_lock lock(mutex_);
    closed_through_ = std::max(closed_through_, std::move(id));
    worked_.wait(lock, [this, awaited = submitted_] { return worked_off_ >= awaited; });
}

std::size_t LookupWriter::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void LookupWriter::work() {
    std::vector<Entry*> batch;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            batch.swap(queue_);
        }
        const auto outcome = write(batch);
        report(outcome, batch.size());
        const auto worked = batch.size();
        for (Entry* const entry : batch) entry->done(*entry, outcome);
        batch.clear();
        {
            const std::lock_guard lock(mutex_);
            worked_off_ += worked;
        }
        worked_.notify_all();
    }
}

void LookupWriter::report(const Result<void>& outcome, std::size_t count) {
    if (outcome) {
        recorded_.fetch_add(count, std::memory_order_relaxed);
        commits_.fetch_add(1, std::memory_order_relaxed);
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
    if (rows_.size() < batch.size()) rows_.resize(batch.size());
    for (std::size_t at = 0; at < batch.size(); ++at) fill(rows_[at], batch[at]->lookup);
    auto transaction = TRY(sql::Transaction::begin(*session_));
    TRY(session_->append_rows("lookup", columns, std::span(rows_).first(batch.size())));
    return transaction.commit();
}

}  // namespace credit::lookups
