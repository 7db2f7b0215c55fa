#include "records/intake/body.h"

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/json.h"
#include "foundation/quoted.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "records/intake/row.h"
#include "subjects/subject.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;

// Says who the subject is, and stands in the record's key and name already.
bool names_subject(ColumnRole role, bool natural_person) {
    switch (role) {
        case ColumnRole::SubjectName:
        case ColumnRole::SubjectCode:
        case ColumnRole::PersonDocumentType:
        case ColumnRole::PersonDocumentNumber:
        case ColumnRole::BirthDate:
            return true;
        case ColumnRole::RegistrationNumber:
        case ColumnRole::OrganisationCode:
        case ColumnRole::TaxNumber:
        case ColumnRole::InstitutionNumber:
        case ColumnRole::SocialOrganisationNumber:
            return natural_person;
        default:
            return false;
    }
}

}  // namespace

std::string body_of(const catalogue::RecordKind& kind, const Row& row, bool natural_person,
                    const std::optional<identity::SubjectKey>& representative,
                    const std::optional<subjects::SubjectFacts>& facts) {
    std::string body = "{";
    for (const auto& column : kind.columns) {
        if (names_subject(column.role, natural_person)) continue;
        for (const auto& cell : row.cells) {
            if (cell.column != &column) continue;
            if (column.role != ColumnRole::RepresentativeDocumentNumber) {
                append_member(body, column.code, cell.text);
            } else if (representative) {
                append_member(body, column.code, representative->text());
            }
            break;
        }
    }
    if (facts) {
        append_name(body, "facts");
        body += to_text(subjects::to_json(*facts));
    }
    return body + "}";
}

Result<std::string> body_with(const catalogue::RecordKind& kind, std::string_view body,
                              std::string_view column, std::string_view value) {
    const auto said = TRY(parse_object(body));
    std::string whole = "{";
    for (const auto& each : kind.columns) {
        if (each.code == column) {
            append_member(whole, column, value);
        } else if (said.contains(each.code)) {
            append_member(whole, each.code, TRY(read_text(said, each.code)));
        }
    }
    if (const auto* const facts = said.if_contains("facts")) {
        append_name(whole, "facts");
        whole += to_text(*facts);
    }
    return whole + "}";
}

}  // namespace credit::records
