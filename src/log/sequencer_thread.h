// The sequencer at work: one thread that takes its turns with the store's sessions, so that an act
// stands in the published log well within a second.

#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/merkle.h"
#include "log/sequencer.h"
#include "sql/pool.h"

namespace credit::log {

class SequencerThread {
public:
    // Starts at once. Pool and keys must outlive it.
    SequencerThread(sql::Pool& pool, const ledger::Keys& keys, Sequencer::Place place);
    SequencerThread(const SequencerThread&) = delete;
    SequencerThread& operator=(const SequencerThread&) = delete;
    // Numbers what is committed by then, publishes it, and ends.
    ~SequencerThread();

    // Says that an act was committed; without it the thread looks by itself soon enough.
    void wake();

    // What keeps the log from going on, for readiness; none while all is well.
    std::optional<Error> failure() const;
    TreeHead published() const;

private:
    void run(const std::stop_token& stopping);
    Result<Sequencer> open();
    // Opens and works until something fails or it is to stop.
    Result<void> work(const std::stop_token& stopping);
    Result<void> pass(Sequencer& sequencer);
    Result<void> number_and_publish(Sequencer& sequencer);
    void report(const Result<void>& outcome, const TreeHead& published);
    void wait(const std::stop_token& stopping, std::chrono::milliseconds longest);

    sql::Pool& pool_;
    const ledger::Keys& keys_;
    Sequencer::Place place_;

    mutable std::mutex guard_;
    std::condition_variable_any changed_;
    bool woken_ = false;
    std::optional<Error> failure_;
    TreeHead published_;

    std::jthread thread_;  // last: it uses all the others
};

}  // namespace credit::log
