#include "records/staging.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/column.h"
#include "catalogue/subject_category.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "records/accept_submission.h"
#include "records/body.h"
#include "records/intake_rules.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "records/registration.h"
#include "records/row.h"
#include "records/submission.sql.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;

constexpr std::size_t rows_in_chunk = 2000;

constexpr std::array<std::string_view, 20> columns{
    "subject_key",  "record_id",    "submission_id",   "row_number",     "kind",
    "version",      "authority",    "document_number", "row_key",        "digest",
    "subject_kind", "subject_name", "decided_on",      "conduct_on",     "valid_through",
    "reported_on",  "due_on",       "due_provisional", "reference_only", "body"};

std::vector<sql::Value> values_of(const Record& record) {
    return {record.subject_key,
            record.record_id,
            record.submission_id,
            record.row_number,
            record.kind,
            record.version,
            record.authority,
            record.document_number,
            record.row_key,
            record.digest,
            record.subject_kind,
            record.subject_name,
            record.decided_on,
            record.conduct_on,
            record.valid_through,
            record.reported_on,
            record.due_on,
            record.due_provisional ? 1 : 0,
            record.reference_only ? 1 : 0,
            record.body};
}

void add_fault(const Row& row, ColumnRole role, Ground ground, Faults& faults) {
    const Cell* const cell = row.find(role);
    if (cell == nullptr) {
        faults.push_back({nullptr, 0, "", std::move(ground)});
    } else {
        faults.push_back({cell->column, cell->position, cell->original, std::move(ground)});
    }
}

// What the row is about where no document number is asked: a registration has the subject alone.
std::string document_of(const Row& row) {
    return std::string(row.text(ColumnRole::DocumentNumber));
}

std::optional<identity::Identifier> representative_of(const Row& row,
                                                      const identity::Reading& reading) {
    const auto number = row.text(ColumnRole::RepresentativeDocumentNumber);
    if (number.empty()) return std::nullopt;
    const Cell* const type = row.find(ColumnRole::RepresentativeDocumentType);
    const auto scheme = type == nullptr ? std::optional(identity::Scheme::ResidentIdentity)
                                        : identity::scheme_of_certificate(type->original);
    if (!scheme) return std::nullopt;
    auto identifier = identity::parse_as(*scheme, number, reading);
    return identifier ? std::optional(*identifier) : std::nullopt;
}

}  // namespace

Result<void> Staging::begin() {
    auto lease = TRY(pool_.lease(sql::Access::Write));
    auto transaction = TRY(sql::Transaction::begin(*lease));
    const auto home_key = home_key_of(staged_.authority);
    TRY(lease->execute(statements::begin_progress, {staged_.submission_id, home_key}));
    return transaction.commit();
}

Result<Staging::Waiting> Staging::make(std::int64_t row_number, const Row& row,
                                       const Admission& admission) const {
    const bool person = admission.category == catalogue::SubjectCategory::NaturalPerson;
    const auto key = identifiers_.key_of(*admission.identifier);
    CHECK(key.has_value());
    Waiting waiting;
    waiting.representative = representative_of(row, identifiers_.reading(filing_.day));
    std::optional<identity::SubjectKey> representative;
    if (waiting.representative) representative = identifiers_.key_of(*waiting.representative);
    std::optional<subjects::SubjectFacts> facts;
    if (filing_.kind.id == "registration") {
        facts = facts_of_registration(row, admission, identifiers_, *key, representative);
    }
    if (person) waiting.person = admission.identifier;
    if (admission.quarantine) waiting.quarantine = admission.quarantine->word;

    const auto due = TRY(due_day(filing_, admission.decided_on));
    Record& record = waiting.record;
    record.subject_key = key->text();
    record.submission_id = staged_.submission_id;
    record.row_number = row_number;
    record.record_id = record.submission_id + "-" + std::to_string(row_number);
    record.kind = filing_.kind.id;
    record.version = filing_.kind.version;
    record.authority = filing_.submitter.code;
    record.document_number = document_of(row);
    record.row_key = row_key_of(record.kind, record.authority, record.document_number);
    record.subject_kind = identity::name_of(subjects::kind_of(*key));
    record.subject_name = row.text(ColumnRole::SubjectName);
    record.decided_on = admission.decided_on;
    record.conduct_on = admission.conduct_on;
    record.valid_through = admission.valid_through;
    record.reported_on = filing_.day;
    record.due_on = due.day;
    record.due_provisional = due.provisional;
    record.reference_only = admission.reference_only;
    record.body = body_of(filing_.kind, row, person, representative, facts);
    record.digest = digest_of(keys_.hmac, record);
    return waiting;
}

Result<bool> Staging::stands_against(const Row& row, const Record& record, Faults& faults) {
    const auto key = TRY(identity::SubjectKey::parse(record.subject_key));
    if (filing_.kind.id != "registration") {
        const auto match = TRY(
            subjects::SubjectRegister(reading_).match(key, record.subject_name, record.decided_on));
        if (match == subjects::Match::IdentityNotConfirmed) {
            add_fault(row, ColumnRole::SubjectName, Ground{.word = "records.name_disagrees"},
                      faults);
        }
    }
    const auto ended =
        TRY(reading_.find(statements::find_tombstone, {record.subject_key, record.digest}));
    if (ended) {
        add_fault(row, ColumnRole::DocumentNumber, Ground{.word = "records.ended_never_returns"},
                  faults);
    }
    return !faults.empty();
}

Result<void> Staging::add(std::int64_t row_number, const Row& row, const Admission& admission,
                          Faults& faults) {
    auto waiting = TRY(make(row_number, row, admission));
    const Record& record = waiting.record;
    if (TRY(stands_against(row, record, faults))) return {};

    const auto earlier = seen_.find_or_add(record.subject_key, record.row_key, record.digest,
                                           static_cast<std::uint64_t>(row_number));
    if (earlier && !earlier->same_content) {
        add_fault(row, ColumnRole::DocumentNumber,
                  Ground{.word = "records.stands_twice",
                         .arguments = {std::to_string(earlier->row_number)}},
                  faults);
        return {};
    }
    const auto current =
        TRY(reading_.find(statements::find_current, {record.subject_key, record.row_key}));
    if (earlier ||
        (current && BytesView(current->bytes(0)).size() == record.digest.size() &&
         std::equal(record.digest.begin(), record.digest.end(), current->bytes(0).begin()))) {
        ++staged_.counts.unchanged;
        return {};
    }
    if (!waiting.quarantine.empty()) {
        ++staged_.counts.quarantined;
    } else {
        ++staged_.counts.accepted;
        if (current) ++staged_.counts.superseded;
        tree_.add(record.digest);
        staged_.last_row = row_number;
    }
    waiting_.push_back(std::move(waiting));
    if (waiting_.size() >= rows_in_chunk) TRY(flush());
    return {};
}

Result<StagedSubmission> Staging::finish() {
    TRY(flush());
    staged_.root = tree_.root();
    return staged_;
}

Result<void> Staging::flush() {
    if (waiting_.empty()) return {};
    auto lease = TRY(pool_.lease(sql::Access::Write));
    auto transaction = TRY(sql::Transaction::begin(*lease));
    TRY(insert_waiting(*lease));
    TRY(transaction.commit());
    waiting_.clear();
    return {};
}

Result<void> Staging::insert_waiting(sql::Session& session) {
    std::vector<std::vector<sql::Value>> rows;
    rows.reserve(waiting_.size());
    const auto home_key = home_key_of(staged_.authority);
    for (const auto& each : waiting_) {
        if (each.person) TRY(identifiers_.keep(session, *each.person));
        if (each.representative) TRY(identifiers_.keep(session, *each.representative));
        if (each.quarantine.empty()) {
            rows.push_back(values_of(each.record));
        } else {
            const Record& record = each.record;
            TRY(session.execute(statements::insert_quarantined,
                                {record.subject_key, record.record_id, record.submission_id,
                                 home_key, each.quarantine, record.body}));
        }
    }
    return session.append_rows("record", columns, rows);
}

}  // namespace credit::records
