#include "publicity/shown_record.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "publicity/exposure.h"
#include "publicity/leak_detector.h"
#include "publicity/publicity_period.h"
#include "publicity/subject_view.h"
#include "publicity/text_review.h"
#include "records/record.h"

namespace credit::publicity {
namespace {

using catalogue::Column;
using catalogue::ColumnRole;
using catalogue::Visibility;

constexpr auto withheld_number = "***";

std::string value_of(const JsonObject& body, const Column* column) {
    if (column == nullptr) return {};
    const auto* const value = body.if_contains(column->code);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

// Says who stands behind the subject, whose own identifiers are in no body.
bool tells_of_person(ColumnRole role) {
    return role == ColumnRole::RepresentativeName || role == ColumnRole::RepresentativeRole;
}

bool shows(const Column& column, const RecordReading& reading) {
    // The body holds a key in its place.
    if (column.role == ColumnRole::RepresentativeDocumentNumber) return false;
    if (!reading.for_public) return column.visibility != Visibility::Never;
    if (column.visibility != Visibility::Public) return false;
    return reading.category == catalogue::SubjectCategory::Organisation ||
           !tells_of_person(column.role);
}

// Numbers of an organisation, in which only that of a person would be out of place.
bool is_number(ColumnRole role) {
    return role == ColumnRole::RegistrationNumber || role == ColumnRole::OrganisationCode ||
           role == ColumnRole::TaxNumber || role == ColumnRole::InstitutionNumber ||
           role == ColumnRole::SocialOrganisationNumber;
}

// Their check characters were verified: they are what they say.
bool is_credit_code(ColumnRole role) {
    return role == ColumnRole::SubjectCode || role == ColumnRole::AuthorityCode ||
           role == ColumnRole::SourceCode;
}

// What the detector finds waits for an officer; what an officer let pass is shown, what an officer
// kept stays closed.
void withhold(ShownColumn& shown, const std::string& record_id, const RecordReading& reading) {
    auto leaks = find_leaks(shown.value, reading.day);
    if (is_number(shown.role)) {
        std::erase_if(leaks,
                      [](const Leak& leak) { return leak.kind != LeakKind::ResidentNumber; });
    }
    if (leaks.empty()) return;
    const auto outcome =
        reading.reviews == nullptr ? std::nullopt : reading.reviews->find(record_id, shown.code);
    if (outcome == TextOutcome::Shown) return;
    for (const auto& leak : leaks) shown.leaks.push_back(leak.kind);
    shown.value.clear();
    shown.waits = !outcome;
    shown.kept = outcome.has_value();
}

ShownColumn shown_column(const Column& column, std::string value, const std::string& record_id,
                         const RecordReading& reading) {
    ShownColumn shown{.code = column.code,
                      .header = column.header(),
                      .role = column.role,
                      .value = std::move(value)};
    // Also in a document's number and behind the 其他 of a code there may stand what is a person's.
    const bool words = column.type != catalogue::ValueType::Date &&
                       column.type != catalogue::ValueType::Number && !is_credit_code(column.role);
    if (reading.for_public && words) withhold(shown, record_id, reading);
    return shown;
}

}  // namespace

RecordFacts facts_of(const records::Record& record, const catalogue::RecordKind& kind,
                     const JsonObject& body, const RecordReading& reading) {
    RecordFacts facts{.kind = kind,
                      .category = reading.category,
                      .decided_on = record.decided_on,
                      .conduct_on = record.conduct_on,
                      .valid_through = record.valid_through,
                      .classing = {.decided_on = record.decided_on,
                                   .industries = &reading.catalogue.classification},
                      .reference_only = record.reference_only,
                      .basis = value_of(body, kind.find_role(ColumnRole::Basis))};
    read_penalties(facts.classing, body, kind, reading.catalogue.codes);
    if (const auto office = reading.catalogue.authorities.find(record.authority)) {
        facts.classing.functions = (*office)->functions;
    }
    return facts;
}

Result<ShownRecord> show_record(const records::Record& record, const RecordReading& reading) {
    const auto* const kind = TRY(reading.catalogue.kinds.find_version(record.kind, record.version));
    const auto body = TRY(parse_object(record.body));
    const auto facts = facts_of(record, *kind, body, reading);
    ShownRecord shown{
        .record_id = record.record_id,
        .kind = kind->id,
        .kind_zh = kind->zh,
        .kind_en = kind->en,
        .authority = record.authority,
        .authority_zh = {},
        .document_number = record.document_number,
        .decided_on = record.decided_on,
        .listing = kind->listing,
        .reference_only = record.reference_only,
        .exposure = exposure_of(facts, reading.law, reading.catalogue.forbidden, reading.day),
        .columns = {}};
    if (const auto office = reading.catalogue.authorities.find(record.authority)) {
        shown.authority_zh = (*office)->zh;
    }
    for (const auto& column : kind->columns) {
        if (!shows(column, reading)) continue;
        auto value = value_of(body, &column);
        if (!value.empty()) {
            shown.columns.push_back(
                shown_column(column, std::move(value), record.record_id, reading));
            const auto& last = shown.columns.back();
            if (last.role == ColumnRole::DocumentNumber && last.value.empty()) {
                shown.document_number = withheld_number;
            }
        }
    }
    return shown;
}

}  // namespace credit::publicity
