// Tables on PostgreSQL that are made once and emptied for each test, since making them takes
// longer than most tests do: on a Citus cluster (tests/citus), where placing them takes seconds,
// and for the scenarios. One program at a time uses a schema.

#pragma once

#include <cstddef>
#include <string>

namespace credit::store {

// Whether the PostgreSQL of the tests is the coordinator of a cluster.
bool on_cluster();

// The address of a schema at the address of its PostgreSQL.
std::string within_schema(const std::string& url, const std::string& schema);

// Gives the address of the schema: migrated, on a cluster distributed, without a row.
std::string emptied_store(const std::string& url, const std::string& schema);

// The one schema of all tests on a cluster.
std::string empty_cluster_store(const std::string& url);

// A schema that emptied_store may use until this ends, which drops it. A process that has several
// numbers them.
class KeptSchema {
public:
    explicit KeptSchema(std::string url, std::size_t number = 0);
    KeptSchema(const KeptSchema&) = delete;
    KeptSchema& operator=(const KeptSchema&) = delete;
    ~KeptSchema();

    std::string emptied() const { return emptied_store(url_, name_); }

private:
    std::string url_;
    std::string name_;
};

}  // namespace credit::store
