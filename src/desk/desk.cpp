#include "desk/desk.h"

#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "desk/effects.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/draft.h"
#include "ledger/idempotency.h"
#include "ledger/keys.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// How long an answer is kept by its idempotency key (api/openapi.yaml states it).
constexpr std::chrono::hours idempotency_kept{72};

ledger::IdempotentRequest request_of(const Caller& caller) {
    return {.caller = caller.principal.account,
            .key = std::string(caller.idempotency_key),
            .digest = caller.request_digest};
}

// The answer kept is where the act stands: "home key, space, act id".
std::string kept_answer(const ledger::Act& act) {
    return act.home_key + " " + act.id;
}

Result<std::optional<ledger::Act>> find_repeated(sql::Session& session, const ledger::Keys& keys,
                                                 const Caller& caller) {
    if (caller.idempotency_key.empty()) return std::nullopt;
    const auto answer =
        TRY(ledger::find_idempotent(session, keys, request_of(caller), caller.received_at));
    if (!answer) return std::nullopt;
    const auto space = answer->find(' ');
    return TRY(
        ledger::read_act(session, keys, answer->substr(0, space), answer->substr(space + 1)));
}

}  // namespace

Result<ledger::Act> Desk::perform(const Caller& caller, std::string_view home_key,
                                  const Decide& decide) {
    auto lease = TRY(pool_.lease(sql::Access::Write));
    auto transaction = TRY(sql::Transaction::begin(*lease));
    sql::Session& session = transaction.session();
    TRY(ledger::lock_home(session, home_key));
    if (auto repeated = TRY(find_repeated(session, keys_, caller))) return std::move(*repeated);

    auto act = TRY(decide_and_append(session, caller, home_key, decide));
    TRY(transaction.commit());
    tell_observers(act);
    return act;
}

Result<std::optional<ledger::Act>> Desk::find_performed(const Caller& caller,
                                                        std::string_view home_key) {
    auto lease = TRY(pool_.lease(sql::Access::Write));
    const auto transaction = TRY(sql::Transaction::begin(*lease));  // it changes nothing
    TRY(ledger::lock_home(*lease, home_key));
    return find_repeated(*lease, keys_, caller);
}

Result<ledger::Act> Desk::perform_at_each(const Caller& caller, std::span<const Work> works) {
    CHECK(!works.empty() && std::ranges::is_sorted(works, std::less_equal{}, &Work::home_key));
    std::vector<ledger::Act> acts;
    {
        auto lease = TRY(pool_.lease(sql::Access::Write));
        auto transaction = TRY(sql::Transaction::begin(*lease));
        sql::Session& session = transaction.session();
        for (const auto& work : works) TRY(ledger::lock_home(session, work.home_key));
        if (auto repeated = TRY(find_repeated(session, keys_, caller))) return std::move(*repeated);

        // The key stands for the whole, and is kept with the first.
        Caller kept = caller;
        for (const auto& work : works) {
            acts.push_back(TRY(decide_and_append(session, kept, work.home_key, work.decide)));
            kept.idempotency_key = {};
        }
        TRY(transaction.commit());
    }
    for (const auto& act : acts) tell_observers(act);
    return std::move(acts.front());
}

Result<std::vector<ledger::Act>> Desk::perform_together(const Caller& caller,
                                                        std::span<const Work> works) {
    std::vector<ledger::Act> acts;
    {
        auto lease = TRY(pool_.lease(sql::Access::Write));
        auto transaction = TRY(sql::Transaction::begin(*lease));
        for (const auto& work : works) {
            TRY(ledger::lock_home(transaction.session(), work.home_key));
            auto act = decide_and_append(transaction.session(), caller, work.home_key, work.decide);
            if (act) {
                acts.push_back(*std::move(act));
            } else if (act.error().code != ErrorCode::Refused) {
                return std::unexpected(std::move(act).error());
            }
        }
        TRY(transaction.commit());
    }
    for (const auto& act : acts) tell_observers(act);
    return acts;
}

Result<void> Desk::still_open() const {
    if (!submitting_.closed()) return {};
    return fail(ErrorCode::Unavailable, "desk.closing");
}

void Desk::tell_observers(const ledger::Act& act) const {
    for (const auto& observer : observers_) observer(act);
}

Result<ledger::Act> Desk::decide_and_append(sql::Session& session, const Caller& caller,
                                            std::string_view home_key, const Decide& decide) const {
    const access::Occasion occasion{.session = session,
                                    .law = law_,
                                    .catalogue = catalogue_,
                                    .principal = caller.principal,
                                    .received_at = caller.received_at,
                                    .day = day_of(caller.received_at),
                                    .act_id = ledger::new_act_id(caller.received_at)};
    ledger::Draft draft = TRY(decide(occasion));
    CHECK(draft.home_key == home_key);
    ledger::Act act{.id = occasion.act_id,
                    .kind = std::move(draft.kind),
                    .home_key = std::move(draft.home_key),
                    .performed_by = caller.principal.account,
                    .on_behalf_of = caller.principal.authority,
                    .channel = std::string(caller.channel),
                    .occurred_on = draft.occurred_on,
                    .recorded_at = caller.received_at,
                    .law_digest = law_.digest(),
                    .idempotency_key = std::string(caller.idempotency_key),
                    .body = std::move(draft.body)};
    TRY(ledger::append(session, keys_, act));
    if (!caller.idempotency_key.empty()) {
        TRY(ledger::save_idempotent(session, keys_, request_of(caller), kept_answer(act),
                                    Instant{caller.received_at.milliseconds +
                                            std::chrono::milliseconds(idempotency_kept).count()}));
    }
    TRY(carry_out(session, act));
    return act;
}

}  // namespace credit::desk
