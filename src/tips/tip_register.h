// What is kept of tips (举报台账). Its statements are in tip.sql.
//
// Nothing here is asked about a subject: there is no way from an organisation to what was told of
// it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/agreement/key_agreement.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "tips/tip.h"

namespace credit::tips {

// The public key to which tips for an authority are sealed (举报公钥).
struct TipKey {
    std::string home_key;
    std::string act_id;
    std::string key_id;
    crypto::Point point{};
    Date from_on{};
    Date through_on{};

    bool in_force(Date day) const { return from_on <= day && day <= through_on; }
};

// Who opened a tip, when and why (拆封记录).
struct Opening {
    std::string opening_id;
    std::string account;
    std::string reason;
    Instant opened_at{};
};

class TipRegister {
public:
    explicit TipRegister(sql::Session& session) : session_(session) {}

    // NotFound "tips.no_such_tip", each.
    Result<std::string> home_of(std::string_view tip_id);
    Result<Tip> find(std::string_view home_key, std::string_view tip_id);
    Result<Tip> find_by_receipt(std::string_view receipt);
    // After that id, at most `limit`, the oldest first.
    Result<std::vector<Tip>> at(std::string_view home_key, std::string_view after,
                                std::int64_t limit);
    Result<std::vector<Opening>> openings_of(const Tip& tip);

    // The newest first.
    Result<std::vector<TipKey>> keys_of(std::string_view home_key);
    // The newest that is in force on that day; none where there is none.
    Result<std::optional<TipKey>> key_of(std::string_view home_key, Date day);
    // Accounts of the officers who may open and decide.
    Result<std::vector<std::string>> handlers_of(std::string_view home_key);

    // For apply alone.
    Result<void> save(const Tip& tip);
    Result<void> save(const Tip& tip, const Opening& opening);
    Result<void> save(const TipKey& key);
    Result<void> save_handlers(std::string_view home_key, const std::string& accounts,
                               std::string_view act_id);

private:
    sql::Session& session_;
};

}  // namespace credit::tips
