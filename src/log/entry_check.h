// One entry of the log as the store has it, and what is wrong with it.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "foundation/result.h"
#include "log/merkle.h"
#include "sql/session.h"

namespace credit::log {

// An id of words/log.toml; empty when nothing is wrong.
using Fault = std::string_view;

struct StoredEntry {
    std::uint64_t index = 0;
    Hash commitment{};  // of its row in the log
    Fault fault;        // of its act
};

// Shows the entries [first, last) that the store has, in their order; some may be absent.
Result<void> visit_entries(sql::Session& session, std::uint64_t first, std::uint64_t last,
                           const std::function<Result<void>(const StoredEntry&)>& visitor);

// The first thing wrong about the acts that no entry covers: acts that wait for their number, and
// acts that neither wait nor stand in the log.
Result<std::optional<Ground>> find_fault_outside_log(sql::Session& session);

}  // namespace credit::log
