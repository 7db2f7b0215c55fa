// The store of a test on a Citus cluster (tests/citus): distributed once and emptied for each test,
// since placing its tables takes seconds. One program at a time uses it.

#pragma once

#include <string>

namespace credit::store {

// Whether the PostgreSQL of the tests is the coordinator of a cluster.
bool on_cluster();

// At the address of the PostgreSQL; gives that of the store. Migrated, distributed, without a row.
std::string empty_cluster_store(const std::string& url);

}  // namespace credit::store
