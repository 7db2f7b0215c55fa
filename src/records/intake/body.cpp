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

Result<Supplement> supplement_of(const catalogue::RecordKind& kind, std::string_view body,
                                 std::string_view column, std::string_view value) {
    const auto said = TRY(parse_object(body));
    Supplement supplement{.column = std::string(column), .value = std::string(value), .before = {}};
    bool passed = false;
    for (const auto& each : kind.columns) {
        if (passed && said.contains(each.code)) {
            supplement.before = each.code;
            return supplement;
        }
        passed = passed || each.code == column;
    }
    if (said.contains("facts")) supplement.before = "facts";
    return supplement;
}

Result<std::string> body_with(std::string_view body, const Supplement& supplement) {
    if (body.empty()) return std::string();
    const auto said = TRY(parse_object(body));
    std::string whole = "{";
    for (const auto& [name, value] : said) {
        if (name == supplement.before) append_member(whole, supplement.column, supplement.value);
        if (value.is_string()) {
            append_member(whole, name, value.get_string());
        } else {
            append_name(whole, name);
            whole += to_text(value);
        }
    }
    if (supplement.before.empty()) append_member(whole, supplement.column, supplement.value);
    return whole + "}";
}

}  // namespace credit::records
