// The acts in the store (行为台账): appended with their effects in one transaction, read by home
// key, and never changed.
//
// A body is sealed under a key of its own, and that key is wrapped by the store's: deleting it
// erases the body for good while the proof over its ciphertext stands.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::ledger {

// Raises the version of a home key and returns it. On PostgreSQL whoever else writes under the key
// waits until this transaction ends; on SQLite there is one writer anyhow.
Result<std::int64_t> lock_home(sql::Session& session, std::string_view home_key);

// The version of a home key without raising it; 0 when nothing was ever written under it.
Result<std::int64_t> home_version(sql::Session& session, std::string_view home_key);

// Appends within the session's transaction; locks the home key. Conflict "sql.taken" when the id
// stands already; Unavailable "ledger.store_moved".
Result<void> append(sql::Session& session, const Keys& keys, const Act& act);

// NotFound "ledger.no_such_act". A body that was erased comes back empty and marked; Unavailable
// "ledger.body_key_missing" when nothing erased it, "foundation.seal_broken" when it was changed.
Result<Act> read_act(sql::Session& session, const Keys& keys, std::string_view home_key,
                     std::string_view act_id);

// What it did; its body may be erased. NotFound "ledger.no_such_act".
Result<std::string> kind_of_act(sql::Session& session, std::string_view home_key,
                                std::string_view act_id);

// When the last act was recorded, numbered or not; none in an empty ledger.
Result<std::optional<Instant>> last_recorded_at(sql::Session& session);

using ActVisitor = std::function<Result<void>(const Act&)>;

// Every act in the order of the log, then those that wait for their number; bounded memory.
Result<void> visit_acts(sql::Session& session, const Keys& keys, const ActVisitor& visitor);
// How many acts have their number, and how many were committed, with those that wait for one: in
// one view of the store, it changes with every act.
Result<std::int64_t> log_size(sql::Session& session);
Result<std::int64_t> committed_acts(sql::Session& session);
// From that place of the log on, then those that wait for their number; returns from where to go on
// next time. What waited then comes again, and nothing is missed: every act that was committed
// before the call is shown, and once.
Result<std::int64_t> visit_acts_from(sql::Session& session, const Keys& keys, std::int64_t place,
                                     const ActVisitor& visitor);
// The acts of one home key in the order in which they were performed.
Result<void> visit_acts_of(sql::Session& session, const Keys& keys, std::string_view home_key,
                           const ActVisitor& visitor);

// Deletes the key of a body, on the authority of an act of the same home key. The caller deletes
// the derived rows. NotFound "ledger.no_such_act".
Result<void> erase_body(sql::Session& session, std::string_view home_key, std::string_view act_id,
                        std::string_view erased_by);

// What the log says about an act: a digest of its envelope and of the ciphertext of its body.
// Every field is led by its length, so that no two acts share an encoding.
crypto::Digest commitment_of(const Act& act, std::int64_t home_version, BytesView sealed_body);

}  // namespace credit::ledger
