#include "lookups/blocks/lookup_settler.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "lookups/blocks/lookup_block.h"
#include "sql/write_behind.h"

namespace credit::lookups {
namespace {

using namespace std::chrono_literals;

constexpr auto quiet = 50ms;   // without a look-up
constexpr auto patience = 2s;  // of settling when asked to stop
constexpr std::size_t settled_when_quiet = 500;
constexpr std::size_t settled_when_pressed = 32768;
constexpr auto patience_with_writer = 5ms;  // whose next commit takes some along

}  // namespace

LookupSettler::LookupSettler(Open table, Open blocks, Limits limits)
    : open_table_(std::move(table)),
      open_blocks_(std::move(blocks)),
      limits_(limits),
      thread_([this] { work(); }) {}

LookupSettler::~LookupSettler() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
}

void LookupSettler::call_on(std::function<void()> writer) {
    {
        const std::lock_guard lock(mutex_);
        writer_ = std::move(writer);
    }
    removed_.notify_one();
}

void LookupSettler::take_settled(std::vector<std::string>& blocks, std::size_t blocks_max) {
    blocks.clear();
    const std::lock_guard lock(mutex_);
    while (!settled_.empty() && blocks.size() < blocks_max) {
        blocks.push_back(std::move(settled_.back()));
        settled_.pop_back();
    }
    being_removed_ = !blocks.empty();
}

void LookupSettler::removed() {
    {
        const std::lock_guard lock(mutex_);
        being_removed_ = false;
    }
    removed_.notify_one();
}

void LookupSettler::recorded(std::size_t lookups) {
    std::unique_lock lock(mutex_);
    const auto unsettled = unsettled_.fetch_add(lookups, std::memory_order_relaxed) + lookups;
    recorded_ += lookups;
    const bool was_idle = !std::exchange(waits_, true);
    if (was_idle || unsettled > limits_.usual) arrived_.notify_one();
    if (unsettled <= limits_.most) return;
    // While the settler waits for the writer, the writer does not wait for the settler.
    stepped_.wait(
        lock, [this, seen = steps_] { return steps_ > seen || stopping_ || !settled_.empty(); });
}

void LookupSettler::work() {
    work_after_checks();
    while (wait_for_work()) {
        settle_some(pressed() ? settled_when_pressed : settled_when_quiet);
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end && settle_some(settled_when_quiet)) {
    }
}

// False when it is to stop.
bool LookupSettler::wait_for_work() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        arrived_.wait(lock, [this] { return stopping_ || waits_; });
        const auto called = [this] { return stopping_ || pressed(); };
        const auto seen = recorded_;
        if (arrived_.wait_for(lock, quiet, called) || recorded_ == seen) break;
    }
    return !stopping_;
}

// False when nothing is left, or nothing can be done about it now: the next look-up tries again.
bool LookupSettler::settle_some(std::size_t lookups_min) {
    std::uint64_t seen = 0;
    {
        const std::lock_guard lock(mutex_);
        seen = recorded_;
    }
    const auto settled = settle_blocks(lookups_min);
    if (!settled) {
        table_.reset();
        blocks_.reset();
    }
    const std::lock_guard lock(mutex_);
    ++steps_;
    stepped_.notify_all();
    if (settled) {
        const auto left = unsettled() - std::min(settled->lookups, unsettled());
        unsettled_.store(settled->all ? recorded_ - seen : left, std::memory_order_relaxed);
    }
    if (settled && !settled->all) return true;
    waits_ = recorded_ != seen;
    return false;
}

Result<Settled> LookupSettler::settle_blocks(std::size_t lookups_min) {
    TRY(open());
    auto settled = TRY(lookups::settle_some(
        {.table = *table_, .blocks = blocks_ ? *blocks_ : *table_}, lookups_min));
    if (blocks_) TRY(remove_blocks(*blocks_, leave_to_writer(std::move(settled.blocks))));
    return settled;
}

// Gives back what is to be removed here, since there is no writer.
std::vector<std::string> LookupSettler::leave_to_writer(std::vector<std::string> blocks) {
    std::unique_lock lock(mutex_);
    settled_ = std::move(blocks);
    stepped_.notify_all();
    while (writer_ && (!settled_.empty() || being_removed_)) {
        if (removed_.wait_for(lock, patience_with_writer) == std::cv_status::timeout && writer_)
            writer_();
    }
    return std::exchange(settled_, {});
}

// What a crash takes back of a block that went is settled again, so that going need not be durable.
Result<void> LookupSettler::open() {
    if (table_ != nullptr) return {};
    auto table = TRY(open_table_());
    if (open_blocks_) {
        auto blocks = TRY(open_blocks_());
        TRY(sql::write_behind(*blocks));
        blocks_ = std::move(blocks);
    } else {
        TRY(sql::write_behind(*table));
    }
    table_ = std::move(table);
    return {};
}

}  // namespace credit::lookups
