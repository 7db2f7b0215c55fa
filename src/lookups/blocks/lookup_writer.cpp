#include "lookups/blocks/lookup_writer.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/moves/store_move.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_block.sql.h"
#include "lookups/blocks/lookup_settler.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

namespace statements = blocks::statements;

using namespace std::chrono_literals;

constexpr auto told_for = 10s;
constexpr std::size_t removed_with_a_commit = 8;
constexpr std::size_t removed_when_idle = 64;

}  // namespace

LookupWriter::LookupWriter(Open open, std::size_t limit, LookupSettler* settler)
    : open_(std::move(open)), limit_(limit), settler_(settler), thread_([this] { work(); }) {
    if (settler_ == nullptr) return;
    settler_->call_on([this] {
        {
            const std::lock_guard lock(mutex_);
            called_ = true;
        }
        arrived_.notify_one();
    });
}

LookupWriter::~LookupWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
    if (settler_ != nullptr) settler_->call_on({});
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

void LookupWriter::refuse_through(std::string id) {
    const std::lock_guard lock(mutex_);
    if (closed_through_ < id) closed_through_ = std::move(id);
}

void LookupWriter::close_through(std::string id) {
    refuse_through(std::move(id));
    std::unique_lock lock(mutex_);
    worked_.wait(lock, [this, awaited = submitted_] { return worked_off_ >= awaited; });
}

std::size_t LookupWriter::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void LookupWriter::work() {
    for (std::vector<Entry*> batch; take(batch); batch.clear()) {
        if (batch.empty()) {
            remove_settled();
        } else {
            record(batch);
        }
    }
}

// Nothing when the settler called. False once it is to stop and nothing waits.
bool LookupWriter::take(std::vector<Entry*>& batch) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return stopping_ || called_ || !queue_.empty(); });
    batch.swap(queue_);
    return !batch.empty() || !stopping_;
}

// A few at a time: whoever asks meanwhile comes first. What fails is settled again.
void LookupWriter::remove_settled() {
    settler_->take_settled(settled_, removed_when_idle);
    const bool more = !settled_.empty() && open() && remove_blocks(*session_, settled_);
    settler_->removed();
    const std::lock_guard lock(mutex_);
    called_ = more;
}

void LookupWriter::record(const std::vector<Entry*>& batch) {
    const auto outcome = write(batch);
    report(outcome, batch.size());
    if (settler_ != nullptr && !settled_.empty()) settler_->removed();
    for (Entry* const entry : batch) entry->done(*entry, outcome);
    {
        const std::lock_guard lock(mutex_);
        worked_off_ += batch.size();
    }
    worked_.notify_all();
    if (outcome && settler_ != nullptr) settler_->recorded(batch.size());
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

Result<void> LookupWriter::open() {
    if (session_ == nullptr) session_ = TRY(open_());
    return {};
}

Result<void> LookupWriter::write(const std::vector<Entry*>& batch) {
    TRY(open());
    block_.clear();
    for (const Entry* const entry : batch) append_entry(block_, entry->lookup);
    const std::string_view id = batch.front()->lookup.id;
    if (settler_ != nullptr) settler_->take_settled(settled_, removed_with_a_commit);
    if (settled_.empty()) {
        TRY(session_->execute(statements::insert_block, {id, bytes_of(block_)}));
        return ledger::expect_not_moved(*session_);
    }
    auto transaction = TRY(sql::Transaction::begin(*session_));
    TRY(session_->execute(statements::insert_block, {id, bytes_of(block_)}));
    for (const auto& settled : settled_)
        TRY(session_->execute(statements::delete_block, {settled}));
    TRY(ledger::expect_not_moved(*session_));
    return transaction.commit();
}

}  // namespace credit::lookups
