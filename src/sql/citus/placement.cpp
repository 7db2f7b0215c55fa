#include "sql/citus/placement.h"

#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::sql {
namespace {

Result<void> add(std::vector<Placement>& all, const law::TomlTable& said, Placement::Kind kind) {
    const auto group = TRY(said.text_or("group", ""));
    for (auto& table : TRY(said.texts("tables"))) {
        all.push_back({.table = std::move(table), .kind = kind, .group = group});
    }
    return {};
}

}  // namespace

Result<std::vector<Placement>> placements() {
    const auto files = TRY(law::read_toml_files("src/sql/citus/placement"));
    CHECK(files.size() == 1);
    const auto& file = files.front();
    std::vector<Placement> all;
    for (const auto* const group : TRY(file.tables("distributed"))) {
        TRY(add(all, *group, Placement::Kind::Distributed));
    }
    const auto* const reference = TRY(file.table("reference"));
    const auto* const local = TRY(file.table("local"));
    TRY(add(all, *reference, Placement::Kind::Reference));
    TRY(add(all, *local, Placement::Kind::Local));
    return all;
}

}  // namespace credit::sql
