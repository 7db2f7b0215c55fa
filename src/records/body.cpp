#include "records/body.h"

#include <optional>
#include <string>

#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/json.h"
#include "foundation/quoted.h"
#include "identity/subject_key.h"
#include "records/row.h"
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

}  // namespace credit::records
