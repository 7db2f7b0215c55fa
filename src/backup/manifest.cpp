#include "backup/manifest.h"

#include <algorithm>
#include <expected>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "backup/table_proof.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::backup {
namespace {

Result<Manifest> parse(std::string_view text) {
    const auto object = TRY(parse_object(text));
    Manifest manifest{.made_at = {TRY(read_integer(object, "made_at"))}, .tables = {}};
    for (const auto& each : *TRY(read_array(object, "tables"))) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "backup.manifest_broken");
        const auto& table = each.get_object();
        manifest.tables.push_back({.table = TRY(read_text(table, "table")),
                                   .rows = TRY(read_integer(table, "rows")),
                                   .digest = TRY(read_text(table, "digest"))});
    }
    return manifest;
}

}  // namespace

Result<void> write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
    JsonArray tables;
    for (const auto& proof : manifest.tables) {
        tables.push_back(
            JsonObject{{"table", proof.table}, {"rows", proof.rows}, {"digest", proof.digest}});
    }
    const auto text = to_text(
        JsonObject{{"made_at", manifest.made_at.milliseconds}, {"tables", std::move(tables)}});
    const auto file = folder / manifest_name;
    TRY(write_whole(file, bytes_of(text)));
    return make_durable(std::span(&file, 1), folder);
}

Result<Manifest> read_manifest(const std::filesystem::path& folder) {
    const auto text = read_whole(folder / manifest_name);
    if (!text) {
        const bool lacks = text.error().code == ErrorCode::NotFound;
        if (lacks) return fail(ErrorCode::NotFound, "backup.no_manifest", {folder.string()});
        return std::unexpected(text.error());
    }
    auto manifest = parse(*text);
    if (!manifest) return fail(ErrorCode::InvalidInput, "backup.manifest_broken");
    return manifest;
}

Result<void> expect_as_made(const Manifest& manifest, const std::vector<TableProof>& found) {
    for (const auto& proof : found) {
        const auto made = std::ranges::find(manifest.tables, proof.table, &TableProof::table);
        const bool same = made == manifest.tables.end() ? proof.rows == 0 : *made == proof;
        if (!same) return fail(ErrorCode::Conflict, "backup.not_as_made", {proof.table});
    }
    if (found.size() < manifest.tables.size()) {
        return fail(ErrorCode::Conflict, "backup.not_as_made");
    }
    return {};
}

}  // namespace credit::backup
