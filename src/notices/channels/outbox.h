// Outbox (待发): what is owed through a channel and not sent yet, urgent first, tried again with
// growing delay.
//
// What was sent is no act and proves no service. With the subject's consent to electronic service a
// letter holds the notice itself; without it, it says only that one is waiting in the account.
//
// Law: administrative-penalty-law-2021 art. 61 — the paper itself goes by electronic mail only with
//      the subject's consent

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "notices/channels/channel.h"
#include "notices/content/content.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::notices {

struct Sending {
    std::string subject_key;
    std::string notice_id;
    std::string channel;
    std::int64_t attempts = 0;
    Instant due_at{};
};

class Outbox {
public:
    using Channels = std::vector<std::unique_ptr<Channel>>;

    // All but the channels are borrowed and must outlive it.
    Outbox(sql::Pool& pool, const ledger::Keys& keys, const Sources& sources, Channels channels)
        : pool_(pool), keys_(keys), sources_(sources), channels_(std::move(channels)) {}

    // Tries what is due, a handful for each channel; how many were tried. The clock is read for
    // each, since a channel may take its time. The errors of the store; Unavailable
    // "ledger.store_moved" where the register is no more, which sends them elsewhere.
    Result<std::int64_t> send_due(const Clock& clock);

    bool has_channels() const { return !channels_.empty(); }
    std::int64_t sent() const { return sent_; }
    std::int64_t failed() const { return failed_; }

private:
    Result<std::vector<Sending>> find_due(const Channel& channel, Instant now);
    Result<bool> claim(Sending& sending, Instant now);
    Result<Letter> letter_of(const Sending& sending, Date day);
    Result<void> record(const Sending& sending, const Result<std::string>& outcome, Instant now);

    sql::Pool& pool_;
    const ledger::Keys& keys_;
    Sources sources_;
    Channels channels_;
    std::atomic<std::int64_t> sent_ = 0;
    std::atomic<std::int64_t> failed_ = 0;
};

// How long after the attempt of that number it is tried again: five seconds, doubled each time,
// half a day at most.
std::int64_t delay_milliseconds(std::int64_t attempts);

// What became of a notice in each channel, for those who may see it.
struct SendingState {
    std::string channel;
    std::string state;  // "waiting", "sent", "given_up"
    std::int64_t attempts = 0;
    std::optional<Instant> sent_at = {};
};
Result<std::vector<SendingState>> sendings_of(sql::Session& session, const Notice& notice);

}  // namespace credit::notices
