#include "records/intake/known_rows.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "records/intake/likeness.h"
#include "records/quarantine.sql.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/name_match.h"
#include "subjects/subject_register.h"

namespace credit::records {

Result<std::vector<Known>> KnownRows::find(std::span<const AskedRow> rows) {
    std::vector<std::vector<sql::Value>> asked;
    asked.reserve(rows.size());
    for (const auto& [record, earlier_key] : rows) {
        asked.push_back({record.subject_key, record.row_key, record.digest, record.subject_name,
                         record.decided_on, earlier_key});
    }
    std::vector<Known> all(rows.size());
    const auto note = [&](std::size_t which, const sql::RowView& row) -> Result<void> {
        Known& known = all[which];
        known.row_key = row.optional_text(3).value_or("");
        known.same = known.current() && std::ranges::equal(row.bytes(0), rows[which].record.digest);
        const auto ended_as = row.optional_text(1);
        known.ended = ended_as && !ended_as->empty();
        known.others_ended = ended_as && ended_as->empty();
        known.refused = ended_as == name_of(Ending::Refused);
        known.name_agrees = row.integer(2) != 0;
        return {};
    };
    auto view = TRY(sql::Transaction::begin_reading(session_));
    TRY(session_.run_each(statements::find_known, asked, note));
    TRY(view.commit());
    return all;
}

Result<bool> KnownRows::says(const Record& record, std::string_view version,
                             std::string_view body) const {
    const auto* const kind = TRY(catalogue_.kinds.find_version(record.kind, record.version));
    const auto* const earlier = TRY(catalogue_.kinds.find_version(record.kind, version));
    return are_alike({.kind = *kind, .body = record.body}, {.kind = *earlier, .body = body});
}

Result<bool> KnownRows::ended_alike(const Record& record) {
    const auto document = normal_document(record.document_number);
    for (const auto& row :
         TRY(session_.query(statements::ended_statements, {record.subject_key, record.kind}))) {
        if (normal_document(row.text(2)) != document) continue;
        const bool withdrawn = row.text(4) == name_of(Ending::Withdrawn);
        const bool own = catalogue_.authorities.succeeds(record.authority, row.text(1));
        if (withdrawn && !own) continue;
        if (TRY(says(record, row.text(0), row.text(3)))) return true;
    }
    return false;
}

// Of the row as it is filed, and as it would have been by each whose work its filer took over.
std::vector<crypto::Digest> KnownRows::digests_of(const Record& record) const {
    std::vector<crypto::Digest> digests;
    Record as_filed = record;
    for (auto& code : catalogue_.authorities.own_and_taken_over(record.authority)) {
        as_filed.authority = std::move(code);
        digests.push_back(digest_of(key_, as_filed));
    }
    return digests;
}

Result<std::string> KnownRows::ended_before_succession(const Record& record) {
    for (const auto& digest : digests_of(record)) {
        const auto ended =
            TRY(session_.find(statements::find_barred, {record.subject_key, BytesView(digest)}));
        if (ended) return ended->text(0);
    }
    return std::string();
}

Result<bool> KnownRows::superseded_alike(const Record& record, std::string_view row_key) {
    for (const auto& digest : digests_of(record)) {
        const auto equal = TRY(
            session_.find(statements::find_superseded, {record.subject_key, BytesView(digest)}));
        if (equal) return true;
    }
    const auto current =
        TRY(session_.find(statements::current_statement, {record.subject_key, row_key}));
    if (current && TRY(says(record, current->text(0), current->text(1)))) return false;
    for (const auto& row :
         TRY(session_.query(statements::superseded_statements, {record.subject_key, row_key}))) {
        if (TRY(says(record, row.text(0), row.text(1)))) return true;
    }
    return false;
}

Result<bool> KnownRows::waits(const Record& record) {
    const auto known =
        TRY(session_.find(statements::find_quarantined_equal, {record.subject_key, record.digest}));
    return known.has_value();
}

Result<bool> KnownRows::name_disagrees(const Record& record) {
    const auto key = TRY(identity::SubjectKey::parse(record.subject_key));
    const auto match =
        TRY(subjects::SubjectRegister(session_).match(key, record.subject_name, record.decided_on));
    return match == subjects::Match::IdentityNotConfirmed;
}

}  // namespace credit::records
