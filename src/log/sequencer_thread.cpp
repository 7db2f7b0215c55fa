#include "log/sequencer_thread.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "ledger/keys.h"
#include "log/merkle.h"
#include "log/sequencer.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::log {
namespace {

constexpr std::chrono::milliseconds between_looks{250};
constexpr std::chrono::milliseconds gathering{50};
constexpr std::chrono::milliseconds after_failure{1000};

}  // namespace

SequencerThread::SequencerThread(sql::Pool& pool, const ledger::Keys& keys, Sequencer::Place place)
    : pool_(pool),
      keys_(keys),
      place_(std::move(place)),
      thread_([this](const std::stop_token& stopping) { run(stopping); }) {}

SequencerThread::~SequencerThread() {
    thread_.request_stop();
    changed_.notify_all();
}

void SequencerThread::wake() {
    {
        const std::scoped_lock lock(guard_);
        woken_ = true;
    }
    changed_.notify_one();
}

std::optional<Error> SequencerThread::failure() const {
    const std::scoped_lock lock(guard_);
    return failure_;
}

TreeHead SequencerThread::published() const {
    const std::scoped_lock lock(guard_);
    return published_;
}

void SequencerThread::run(const std::stop_token& stopping) {
    work_after_checks();
    // At least once: a short command, too, leaves its acts numbered.
    do {
        const auto outcome = work(stopping);
        if (outcome) return;
        report(outcome, published());
        wait(stopping, after_failure);
    } while (!stopping.stop_requested());
}

Result<Sequencer> SequencerThread::open() {
    const auto lease = TRY(pool_.lease(sql::Access::Write));
    return Sequencer::open(*lease, keys_, place_);
}

Result<void> SequencerThread::work(const std::stop_token& stopping) {
    auto sequencer = TRY(open());
    while (!stopping.stop_requested()) {
        TRY(pass(sequencer));
        wait(stopping, between_looks);
    }
    return pass(sequencer);
}

// The lease on the log runs by the machine's own clock, also in a store with simulated time.
// Holds the right to write only while it numbers, and not while it writes files.
Result<void> SequencerThread::number_and_publish(Sequencer& sequencer) {
    for (;;) {
        bool waiting = false;
        {
            const auto lease = TRY(pool_.lease(sql::Access::Read));
            waiting = TRY(has_waiting(*lease));
        }
        if (waiting) {
            const auto lease = TRY(pool_.lease(sql::Access::Write));
            waiting = TRY(sequencer.number_if_leased(*lease, SystemClock().now())) > 0;
        }
        const auto lease = TRY(pool_.lease(sql::Access::Read));
        TRY(sequencer.publish(*lease));
        if (!waiting) return {};
    }
}

Result<void> SequencerThread::pass(Sequencer& sequencer) {
    auto outcome = number_and_publish(sequencer);
    report(outcome, sequencer.published());
    return outcome;
}

void SequencerThread::report(const Result<void>& outcome, const TreeHead& published) {
    const std::scoped_lock lock(guard_);
    published_ = published;
    failure_.reset();
    if (!outcome) failure_ = outcome.error();
}

void SequencerThread::wait(const std::stop_token& stopping, std::chrono::milliseconds longest) {
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, stopping, longest, [this] { return woken_; });
    // Acts that come together share a signature and a publication.
    if (woken_) changed_.wait_for(lock, stopping, gathering, [] { return false; });
    woken_ = false;
}

}  // namespace credit::log
