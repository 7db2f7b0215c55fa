// Change (变动): an act after which an item is public, is public in another way, or is not.
//
// The kinds are a closed list. What ends by its own last day has no act: its last day was told with
// it.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::credit_reporting {

// Whether such an act may make an item public or mark it, or can only end it.
enum class Turn : std::uint8_t { Opens, Ends };

// None for a kind that changes nothing here.
std::optional<Turn> turn_of(std::string_view act_kind);

struct Change {
    std::string act_id;
    Turn turn;
    std::optional<std::int64_t> place;  // in the log; none: it waits for its number
    std::string body;

    // Whether it is about one of these ids.
    bool names(std::span<const std::string> ids) const;
};

// Of one home key, in the order in which they were performed.
Result<std::vector<Change>> changes_of(sql::Session& session, const ledger::Keys& keys,
                                       std::string_view home_key);

}  // namespace credit::credit_reporting
