#include "files/evidence.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "files/evidence.sql.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/keys.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::files {
namespace {

struct Kind {
    std::string_view begins;
    std::string_view type;
};

constexpr std::array kinds{Kind{.begins = "%PDF-", .type = "application/pdf"},
                           Kind{.begins = "\x89PNG\r\n\x1a\n", .type = "image/png"},
                           Kind{.begins = "\xFF\xD8\xFF", .type = "image/jpeg"}};

std::string context_of(std::string_view subject_key) {
    return "evidence " + std::string(subject_key);
}

std::filesystem::path place_of(const std::filesystem::path& folder, const std::string& digest) {
    return folder / digest.substr(0, 2) / digest.substr(2);
}

Evidence evidence_in(const sql::Row& row, std::string_view subject_key) {
    return {.subject_key = std::string(subject_key),
            .file_id = row.text(0),
            .digest = row.text(1),
            .type = row.text(2),
            .size = row.integer(3),
            .sealed_key = row.bytes(4),
            .about_kind = row.text(5),
            .about_id = row.text(6),
            .given_by = row.text(7)};
}

Result<crypto::Key> key_of(const ledger::Keys& keys, const Evidence& evidence) {
    const auto context = context_of(evidence.subject_key);
    const auto bytes = TRY(crypto::open(keys.wrapping, evidence.sealed_key, bytes_of(context)));
    crypto::Key key{};
    if (bytes.size() != key.size()) {
        return fail(ErrorCode::InvalidInput, "foundation.seal_broken");
    }
    std::ranges::copy(bytes, key.begin());
    return key;
}

Result<Evidence> seal_as(const std::filesystem::path& folder, const ledger::Keys& keys,
                         std::string_view subject_key, std::string_view content,
                         std::string_view type) {
    const auto key = crypto::random_key();
    const auto context = context_of(subject_key);
    const auto sealed = crypto::seal(key, bytes_of(content), bytes_of(context));
    Evidence evidence{.subject_key = std::string(subject_key),
                      .file_id = {},
                      .digest = to_hex(crypto::sha256(sealed)),
                      .type = std::string(type),
                      .size = static_cast<std::int64_t>(content.size()),
                      .sealed_key = crypto::seal(keys.wrapping, key, bytes_of(context))};
    const std::array place{place_of(folder, evidence.digest)};
    auto kept = write_whole(place.front(), sealed);
    if (kept) kept = make_durable(place, folder);
    if (kept) return evidence;
    remove_content(folder, evidence);
    return std::unexpected(kept.error());
}

}  // namespace

Result<std::string_view> judge_content(std::string_view content) {
    if (content.empty()) return fail(ErrorCode::Refused, "files.empty");
    if (content.size() > size_max) {
        return fail(ErrorCode::Refused, "files.too_large", {std::to_string(size_max >> 20U)});
    }
    for (const auto& kind : kinds) {
        if (content.starts_with(kind.begins)) return kind.type;
    }
    const bool is_text = text::is_utf8(content) && content.find('\0') == std::string_view::npos;
    if (is_text) return "text/plain";
    return fail(ErrorCode::Refused, "files.type_not_taken");
}

Result<Evidence> seal_content(const std::filesystem::path& folder, const ledger::Keys& keys,
                              std::string_view subject_key, std::string_view content) {
    const auto type = TRY(judge_content(content));
    return seal_as(folder, keys, subject_key, content, type);
}

Result<Evidence> seal_closed(const std::filesystem::path& folder, const ledger::Keys& keys,
                             std::string_view home_key, std::string_view content) {
    return seal_as(folder, keys, home_key, content, "application/octet-stream");
}

void remove_content(const std::filesystem::path& folder, const Evidence& sealed) {
    std::error_code ignored;
    std::filesystem::remove(place_of(folder, sealed.digest), ignored);
}

Result<ledger::Draft> keep_evidence(const access::Occasion& occasion, const Evidence& sealed) {
    TRY(access::authorise(occasion.principal, "keep_evidence", {}));
    JsonObject body{{"file", occasion.act_id + "-1"},
                    {"digest", sealed.digest},
                    {"type", sealed.type},
                    {"size", sealed.size},
                    {"sealed_key", to_hex(sealed.sealed_key)}};
    if (!sealed.about_id.empty()) {
        body["about_kind"] = sealed.about_kind;
        body["about"] = sealed.about_id;
    }
    const bool by_office = occasion.principal.role != access::Role::Subject;
    if (by_office) body["given_by"] = occasion.principal.authority;
    return ledger::Draft{.kind = by_office ? "files.add_evidence" : "files.keep_evidence",
                         .home_key = sealed.subject_key,
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_keep_evidence(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto file = TRY(read_text(body, "file"));
    const auto digest = TRY(read_text(body, "digest"));
    const auto type = TRY(read_text(body, "type"));
    const auto size = TRY(read_integer(body, "size"));
    const auto key_text = TRY(read_text(body, "sealed_key"));
    const auto sealed_key = TRY(from_hex(key_text));
    const auto about_kind = TRY(read_optional_text(body, "about_kind")).value_or("");
    const auto about_id = TRY(read_optional_text(body, "about")).value_or("");
    const auto given_by = TRY(read_optional_text(body, "given_by")).value_or("");
    TRY(session.execute(statements::insert_evidence, {act.home_key, file, digest, type, size,
                                                      sealed_key, about_kind, about_id, given_by}));
    return {};
}

Result<Evidence> find_evidence(sql::Session& session, std::string_view subject_key,
                               std::string_view file_id) {
    const auto row = TRY(session.find(statements::find_evidence, {subject_key, file_id}));
    if (!row) return fail(ErrorCode::NotFound, "files.no_such_file");
    return evidence_in(*row, subject_key);
}

Result<std::vector<Evidence>> evidence_about(sql::Session& session, std::string_view subject_key,
                                             std::string_view about_kind,
                                             std::string_view about_id) {
    std::vector<Evidence> all;
    for (const auto& row :
         TRY(session.query(statements::evidence_about, {subject_key, about_kind, about_id}))) {
        all.push_back(evidence_in(row, subject_key));
    }
    return all;
}

Result<std::string> open_content(const std::filesystem::path& folder, const ledger::Keys& keys,
                                 const Evidence& evidence) {
    const auto sealed = TRY(read_whole(place_of(folder, evidence.digest)));
    const auto key = TRY(key_of(keys, evidence));
    const auto context = context_of(evidence.subject_key);
    const auto content = TRY(crypto::open(key, bytes_of(sealed), bytes_of(context)));
    return std::string(text_of(content));
}

}  // namespace credit::files
