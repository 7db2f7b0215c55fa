#include "records/intake/staging.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/column.h"
#include "catalogue/subject_category.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "records/accept_submission.h"
#include "records/intake/body.h"
#include "records/intake/confirmed_key.h"
#include "records/intake/intake_rules.h"
#include "records/intake/judged_row.h"
#include "records/intake/known_rows.h"
#include "records/intake/likeness.h"
#include "records/intake/row.h"
#include "records/record.h"
#include "records/record_row.h"
#include "records/registration.h"
#include "records/spread/rows_to_come.h"
#include "records/submission.sql.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/identifiers.h"
#include "subjects/subject.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;

// More rows at once share the pages of the subjects' index, and take more memory.
constexpr std::size_t rows_in_chunk = 32'000;
constexpr std::size_t rows_in_piece = 2'000;

void add_fault(const Row& row, ColumnRole role, Ground ground, Faults& faults) {
    const Cell* const cell = row.find(role);
    if (cell == nullptr) {
        faults.push_back({nullptr, 0, "", std::move(ground)});
    } else {
        faults.push_back(
            {cell->column, cell->position, std::string(cell->original), std::move(ground)});
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

Result<std::optional<identity::SubjectKey>> Staging::find_key(JudgedRow& judged) const {
    const auto& row = judged.row;
    const auto& admission = judged.admission;
    const bool person = admission.category == catalogue::SubjectCategory::NaturalPerson;
    const auto role = person ? ColumnRole::PersonDocumentNumber : ColumnRole::SubjectCode;
    std::optional<identity::SubjectKey> key;
    if (!admission.identifier) {
        add_fault(row, role, Ground{.word = "records.cell_missing"}, judged.faults);
        return key;
    }
    key = TRY(
        confirmed_key(reading_, identifiers_, *admission.identifier,
                      {.name = row.text(ColumnRole::SubjectName), .day = admission.decided_on}));
    if (!key) {
        add_fault(row, role, Ground{.word = "records.old_number_not_confirmed"}, judged.faults);
    }
    return key;
}

Result<std::optional<identity::SubjectKey>> Staging::find_representative(JudgedRow& judged,
                                                                         Waiting& waiting) const {
    std::optional<identity::SubjectKey> key;
    waiting.representative = representative_of(judged.row, identifiers_.reading(filing_.day));
    if (!waiting.representative) return key;
    key = TRY(confirmed_key(reading_, identifiers_, *waiting.representative,
                            {.name = judged.row.text(ColumnRole::RepresentativeName),
                             .day = judged.admission.decided_on}));
    if (!key) {
        add_fault(judged.row, ColumnRole::RepresentativeDocumentNumber,
                  Ground{.word = "records.representative_not_confirmed"},
                  judged.admission.warnings);
    }
    return key;
}

Result<std::optional<Staging::Waiting>> Staging::make(JudgedRow& judged) const {
    const auto key = TRY(find_key(judged));
    if (!key) return std::nullopt;
    Waiting waiting;
    const auto representative = TRY(find_representative(judged, waiting));
    const auto& [sheet_row, row, admission, faults] = judged;
    const bool person = admission.category == catalogue::SubjectCategory::NaturalPerson;
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
    record.row_number = static_cast<std::int64_t>(sheet_row.number);
    record.record_id = record_id_of(record.submission_id, record.row_number);
    record.kind = filing_.kind.id;
    record.version = filing_.kind.version;
    record.authority = filing_.submitter.code;
    record.document_number = document_of(row);
    record.subject_kind = identity::name_of(subjects::kind_of(*key));
    record.subject_name = row.text(ColumnRole::SubjectName);
    record.decided_on = admission.decided_on;
    record.row_key =
        row_key_of(keys_.hmac, {.kind = record.kind,
                                .authority = decided_by(row, record),
                                .document_number = normal_document(record.document_number)});
    waiting.earlier_key = row_key_of(keys_.hmac, {.kind = record.kind,
                                                  .authority = record.authority,
                                                  .document_number = record.document_number});
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

// An authority that files what another decided names the other: it is one decision.
std::string Staging::decided_by(const Row& row, const Record& record) const {
    const auto decided = filing_.catalogue.authorities.find_by_credit_code(
        row.text(ColumnRole::AuthorityCode), record.decided_on);
    return decided ? (*decided)->code : record.authority;
}

Result<std::vector<Known>> Staging::find_known(std::span<const Waiting> rows) {
    std::vector<AskedRow> filed;
    filed.reserve(rows.size());
    for (const auto& each : rows)
        filed.push_back({.record = each.record, .earlier_key = each.earlier_key});
    return known_.find(filed);
}

Result<bool> Staging::stands_against(const Row& row, const Record& record, const Known& known,
                                     Faults& faults) {
    if (filing_.kind.id != "registration" && !known.name_agrees &&
        TRY(known_.name_disagrees(record))) {
        add_fault(row, ColumnRole::SubjectName, Ground{.word = "records.name_disagrees"}, faults);
    }
    std::string filed_before;
    if (known.others_ended) filed_before = TRY(known_.ended_before_succession(record));
    const bool ended = known.ended || !filed_before.empty() ||
                       (known.others_ended && TRY(known_.ended_alike(record)));
    const bool refused = known.refused || filed_before == name_of(Ending::Refused);
    if (ended) {
        add_fault(row, ColumnRole::DocumentNumber,
                  Ground{.word = refused ? "records.refused_never_returns"
                                         : "records.ended_never_returns"},
                  faults);
    }
    // What is not adverse may become so again: a permit that was withdrawn and restored.
    if (!ended && filing_.kind.adverse && known.current() && !known.same &&
        TRY(known_.superseded_alike(record, known.row_key))) {
        add_fault(row, ColumnRole::DocumentNumber,
                  Ground{.word = "records.corrected_never_returns"}, faults);
    }
    return !faults.empty();
}

Result<void> Staging::add(std::span<JudgedRow> rows) {
    std::vector<JudgedRow*> admitted;
    std::vector<Waiting> made;
    for (auto& judged : rows) {
        if (!judged.faults.empty()) continue;
        auto waiting = TRY(make(judged));
        if (!waiting) continue;
        made.push_back(*std::move(waiting));
        admitted.push_back(&judged);
    }
    const auto known = TRY(find_known(made));
    for (std::size_t at = 0; at < made.size(); ++at)
        TRY(add(*admitted[at], std::move(made[at]), known[at]));
    return {};
}

Result<void> Staging::add(JudgedRow& judged, Waiting waiting, const Known& known) {
    const auto& row = judged.row;
    auto& faults = judged.faults;
    const Record& record = waiting.record;
    if (TRY(stands_against(row, record, known, faults))) return {};

    const auto earlier = seen_.find_or_add(record.subject_key, record.row_key, record.digest,
                                           judged.sheet_row.number);
    if (earlier && !earlier->same_content) {
        add_fault(row, ColumnRole::DocumentNumber,
                  Ground{.word = "records.stands_twice",
                         .arguments = {std::to_string(earlier->row_number)}},
                  faults);
        return {};
    }
    const bool waits = !waiting.quarantine.empty();
    if (earlier || known.same || (waits && TRY(known_.waits(record)))) {
        ++staged_.counts.unchanged;
        return {};
    }
    if (waits) {
        ++staged_.counts.quarantined;
        quarantine_tree_.add(bytes_of(leaf_of(record, waiting.quarantine)));
    } else {
        ++staged_.counts.accepted;
        if (known.current()) {
            ++staged_.counts.superseded;
            waiting.record.row_key = known.row_key;
        }
        tree_.add(bytes_of(leaf_of(record)));
    }
    staged_.last_row = record.row_number;
    waiting_.push_back(std::move(waiting));
    if (waiting_.size() >= rows_in_chunk) TRY(flush());
    return {};
}

Result<StagedSubmission> Staging::finish() {
    TRY(flush());
    TRY(writing_.outcome());
    staged_.root = tree_.root();
    staged_.quarantine_root = quarantine_tree_.root();
    return staged_;
}

RowsToCome Staging::take_rows_to_come() {
    // What registrations say of subjects is read row by row, in the order of the file.
    const bool in_order = staged_.counts.superseded == 0 && filing_.kind.id != "registration";
    if (!in_order) rows_to_come_.give_up();
    return std::move(rows_to_come_);
}

Result<void> Staging::flush() {
    TRY(writing_.outcome());
    if (waiting_.empty()) return {};
    writing_.give([this, chunk = std::exchange(waiting_, {})] { return write(chunk); });
    return {};
}

Result<void> Staging::write(const std::vector<Waiting>& chunk) {
    {
        auto lease = TRY(pool_.lease(sql::Access::Write));
        auto transaction = TRY(sql::Transaction::begin_behind(*lease));
        TRY(insert(*lease, chunk));
        TRY(transaction.commit());
    }
    rows_to_come_.add(part_of(chunk));
    return {};
}

std::vector<RowToCome> Staging::part_of(const std::vector<Waiting>& chunk) {
    std::vector<RowToCome> part;
    part.reserve(chunk.size());
    for (const auto& [record, earlier_key, person, representative, quarantine] : chunk) {
        if (!quarantine.empty()) continue;
        part.push_back({.subject_key = decltype(RowToCome::subject_key)(record.subject_key),
                        .row_key = decltype(RowToCome::row_key)(record.row_key),
                        .row_number = record.row_number,
                        .digest = record.digest});
    }
    return part;
}

// In the order of the table, so that pages next to each other are written together.
std::vector<const Staging::Waiting*> Staging::by_subject(const std::vector<Waiting>& chunk) {
    std::vector<const Waiting*> sorted;
    sorted.reserve(chunk.size());
    for (const Waiting& each : chunk) sorted.push_back(&each);
    std::ranges::sort(sorted, {}, [](const Waiting* each) -> const std::string& {
        return each->record.subject_key;
    });
    return sorted;
}

Result<void> Staging::insert(sql::Session& session, const std::vector<Waiting>& chunk) const {
    const auto sorted = by_subject(chunk);
    for (std::span rest(sorted); !rest.empty();) {
        const auto piece = rest.first(std::min(rest.size(), rows_in_piece));
        TRY(insert_piece(session, piece));
        rest = rest.subspan(piece.size());
    }
    return {};
}

Result<void> Staging::insert_piece(sql::Session& session,
                                   std::span<const Waiting* const> piece) const {
    std::vector<std::vector<sql::Value>> rows;
    std::vector<std::vector<sql::Value>> quarantined;
    rows.reserve(piece.size());
    for (const Waiting* each : piece) {
        const subjects::RowOf row{.submission_id = staged_.submission_id,
                                  .row_number = each->record.row_number};
        if (each->person) TRY(identifiers_.stage(session, *each->person, row));
        if (each->representative) TRY(identifiers_.stage(session, *each->representative, row));
        if (each->quarantine.empty()) {
            rows.push_back(values_of(each->record));
        } else {
            quarantined.push_back(values_of(each->record));
            quarantined.back().emplace_back(each->quarantine);
        }
    }
    TRY(session.append_rows("record", record_columns, rows));
    if (quarantined.empty()) return {};
    return session.append_rows("record_quarantine", quarantine_columns, quarantined);
}

}  // namespace credit::records
