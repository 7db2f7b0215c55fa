// The name of a node (节点), under which it holds the lease on the log.

#pragma once

#include <string>

#include "ledger/store_places.h"

namespace credit::server {

// One for each home: whoever starts again there goes on with its own lease.
std::string node_name(const ledger::StorePlaces& places);

}  // namespace credit::server
