#include "notices/channels/outbox.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/moves/store_move.h"
#include "notices/channels/address_book.h"
#include "notices/channels/channel.h"
#include "notices/content/content.h"
#include "notices/notice.h"
#include "notices/notice_register.h"
#include "notices/outbox.sql.h"
#include "notices/service_register.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::notices {
namespace {

using std::chrono::milliseconds;

// Few at a time, so that what is urgent never waits behind many.
constexpr std::int64_t tried_max = 8;
// Longer than any channel takes for one: a process that died holding it gives it back then.
constexpr milliseconds claimed_for = std::chrono::minutes{5};
// About a week.
constexpr std::int64_t attempts_max = 28;

Instant later(Instant now, std::int64_t by) {
    return {now.milliseconds + by};
}

bool is_for_good(const Error& error) {
    return error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound;
}

// Both languages, one after another.
std::string whole_text(const Sources& sources, const Notice& notice, const ledger::Act& act) {
    std::string text;
    for (const auto language : {words::Language::Chinese, words::Language::English}) {
        if (!text.empty()) text += "\n========================================\n\n";
        text += plain_text(sources, content_of(sources, notice, act, language), language);
    }
    return text;
}

}  // namespace

std::int64_t delay_milliseconds(std::int64_t attempts) {
    constexpr std::int64_t first = 5'000;
    constexpr std::int64_t longest = 43'200'000;
    constexpr std::int64_t doublings_max = 14;
    return std::min(longest, first << std::clamp<std::int64_t>(attempts - 1, 0, doublings_max));
}

// Each is claimed when its turn comes: a claim does not run out while letters before it are sent.
Result<std::int64_t> Outbox::send_due(const Clock& clock) {
    std::int64_t tried = 0;
    for (const auto& channel : channels_) {
        for (auto& sending : TRY(find_due(*channel, clock.now()))) {
            const Instant now = clock.now();
            const bool claimed = TRY(claim(sending, now));
            if (!claimed) continue;
            auto letter = letter_of(sending, day_of(now));
            const auto outcome = letter ? channel->send(*letter)
                                        : Result<std::string>(std::unexpected(letter.error()));
            TRY(record(sending, outcome, clock.now()));
            ++tried;
        }
    }
    return tried;
}

Result<std::vector<Sending>> Outbox::find_due(const Channel& channel, Instant now) {
    std::vector<Sending> found;
    auto lease = TRY(pool_.lease(sql::Access::Read));
    for (const auto& row : TRY(lease->query(statements::due_sendings,
                                            {channel.name(), now.milliseconds, tried_max}))) {
        found.push_back({.subject_key = row.text(0),
                         .notice_id = row.text(1),
                         .channel = std::string(channel.name()),
                         .attempts = row.integer(2),
                         .due_at = Instant{row.integer(3)}});
    }
    return found;
}

// On several nodes each sending is claimed by one.
Result<bool> Outbox::claim(Sending& sending, Instant now) {
    const Instant until = later(now, claimed_for.count());
    auto lease = TRY(pool_.lease(sql::Access::Write));
    TRY(ledger::expect_not_moved(*lease));
    const auto changed = TRY(lease->execute(
        statements::claim_sending, {sending.subject_key, sending.notice_id, sending.channel,
                                    sending.due_at.milliseconds, until.milliseconds}));
    ++sending.attempts;
    sending.due_at = until;
    return changed > 0;
}

Result<Letter> Outbox::letter_of(const Sending& sending, Date day) {
    auto lease = TRY(pool_.lease(sql::Access::Read));
    const auto notice = TRY(NoticeRegister(*lease).find(sending.subject_key, sending.notice_id));
    const auto address =
        TRY(AddressBook(keys_.wrapping).find(*lease, sending.subject_key, sending.channel));
    if (!address) return fail(ErrorCode::NotFound, "notices.channel_not_open");
    Letter letter{.id = notice.notice_id, .address = *address, .title = {}, .text = {}};
    const bool whole = TRY(ServiceRegister(*lease).consents_on(sending.subject_key, day));
    const Ground title{.word = whole ? notice.word : "notices.waiting"};
    const auto chinese = sources_.words.tell(title, words::Language::Chinese);
    const auto english = sources_.words.tell(title, words::Language::English);
    letter.title = chinese.what + " · " + english.what;
    if (!whole) {
        letter.text =
            chinese.what + "。" + chinese.next + "\n" + english.what + ". " + english.next + "\n";
        return letter;
    }
    const auto act = TRY(ledger::read_act(*lease, keys_, notice.subject_key, notice.act_id));
    letter.text = whole_text(sources_, notice, act);
    return letter;
}

Result<void> Outbox::record(const Sending& sending, const Result<std::string>& outcome,
                            Instant now) {
    auto lease = TRY(pool_.lease(sql::Access::Write));
    if (outcome) {
        ++sent_;
        TRY(lease->execute(
            statements::sending_sent,
            {sending.subject_key, sending.notice_id, sending.channel, now.milliseconds, *outcome}));
        return {};
    }
    ++failed_;
    const bool over = is_for_good(outcome.error()) || sending.attempts >= attempts_max;
    const auto& grounds = outcome.error().grounds;
    TRY(lease->execute(
        statements::sending_failed,
        {sending.subject_key, sending.notice_id, sending.channel, over ? "given_up" : "waiting",
         later(now, delay_milliseconds(sending.attempts)).milliseconds,
         grounds.empty() ? "" : grounds.front().word, sending.due_at.milliseconds}));
    return {};
}

Result<std::vector<SendingState>> sendings_of(sql::Session& session, const Notice& notice) {
    std::vector<SendingState> states;
    for (const auto& row :
         TRY(session.query(statements::sendings_of, {notice.subject_key, notice.notice_id}))) {
        const auto sent_at = row.optional_integer(3);
        states.push_back({.channel = row.text(0),
                          .state = row.text(1),
                          .attempts = row.integer(2),
                          .sent_at = sent_at ? std::optional(Instant{*sent_at}) : std::nullopt});
    }
    return states;
}

}  // namespace credit::notices
