// The desk (窗口): where acts are performed. The edge hands it a decision; the desk makes of it one
// act: whole, in the ledger, with its effects, once.
//
// An idempotency key makes a repeated request answer with the act that it made before.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/threads/closable_mutex.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/keys.h"
#include "sql/pool.h"
#include "subjects/identifiers.h"

namespace credit::desk {

// Who asks, through which channel, when, and what makes a repetition recognisable.
struct Caller {
    const access::Principal& principal;
    std::string_view channel;  // "api", "cli", "console", "clerk", "seed"
    Instant received_at{};
    std::string_view idempotency_key = {};  // empty: every call is a new act
    crypto::Digest request_digest{};
};

using Decide = std::function<Result<ledger::Draft>(const access::Occasion&)>;

struct Work {
    std::string home_key;
    Decide decide;
};

// Told of every act after its commit and before its caller: the check index, the sequencer.
using Observer = std::function<void(const ledger::Act&)>;

class Desk {
public:
    // All must outlive the desk.
    Desk(sql::Pool& pool, const ledger::Keys& keys, const law::Library& law,
         const catalogue::Catalogue& catalogue, const subjects::Identifiers& identifiers)
        : pool_(pool), keys_(keys), law_(law), catalogue_(catalogue), identifiers_(identifiers) {}

    // The act that came of the decision, or, for a repeated idempotency key, the one made before.
    // Conflict "ledger.key_used_otherwise" when the key came with another request; Unavailable when
    // the store is away, and then nothing was done. The decision's own errors pass through.
    Result<ledger::Act> perform(const Caller& caller, std::string_view home_key,
                                const Decide& decide);

    // The act made before with that idempotency key, once what is under way at the home key has
    // ended; none where the key is new, or empty. Conflict and Unavailable as perform.
    Result<std::optional<ledger::Act>> find_performed(const Caller& caller,
                                                      std::string_view home_key);

    // One thing that concerns several keys: an act under each, all or none. The works are in the
    // order of their keys, each key once; the first refusal or error is what comes of them. For a
    // repeated idempotency key, the first of the acts made before.
    Result<ledger::Act> perform_at_each(const Caller& caller, std::span<const Work> works);

    // Many acts under as many keys in one transaction; what a decision refuses is left out. For the
    // clerk: it has no key of its own. The errors of the store undo all of them.
    Result<std::vector<ledger::Act>> perform_together(const Caller& caller,
                                                      std::span<const Work> works);

    // Before the first act only.
    void observe(Observer observer) { observers_.push_back(std::move(observer)); }

    // Told when all rows of a submission are visible: what reads them can, now.
    void observe_rows(std::function<void()> observer) {
        row_observers_.push_back(std::move(observer));
    }
    void tell_of_rows() const {
        for (const auto& observer : row_observers_) observer();
    }

    // Of an act that another node of the store performed: the observers are told as of one's own.
    void learn(const ledger::Act& act) const { tell_observers(act); }

    // For Turn, which also knows of other nodes.
    ClosableMutex& submitting() { return submitting_; }

    // The register ends: what takes long ends early, and nobody waits for the turn any more.
    void close() { submitting_.close(); }
    // Unavailable "desk.closing" from then on. Looked at between the steps of what takes long.
    Result<void> still_open() const;

    sql::Pool& pool() { return pool_; }
    const ledger::Keys& keys() const { return keys_; }
    const law::Library& law() const { return law_; }
    const catalogue::Catalogue& catalogue() const { return catalogue_; }
    const subjects::Identifiers& identifiers() const { return identifiers_; }

private:
    void tell_observers(const ledger::Act& act) const;
    Result<ledger::Act> decide_and_append(sql::Session& session, const Caller& caller,
                                          std::string_view home_key, const Decide& decide) const;

    sql::Pool& pool_;
    const ledger::Keys& keys_;
    const law::Library& law_;
    const catalogue::Catalogue& catalogue_;
    const subjects::Identifiers& identifiers_;
    std::vector<Observer> observers_;
    std::vector<std::function<void()>> row_observers_;
    ClosableMutex submitting_;
};

}  // namespace credit::desk
