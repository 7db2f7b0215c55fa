#include "catalogue/column.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/spelling.h"
#include "catalogue/subject_category.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<ValueType, 5> types = {{
    {ValueType::Text, "text"},
    {ValueType::Date, "date"},
    {ValueType::Number, "number"},
    {ValueType::Code, "code"},
    {ValueType::Codes, "codes"},
}};

constexpr Spellings<Presence, 3> presences = {{
    {Presence::Mandatory, "mandatory"},
    {Presence::Conditional, "conditional"},
    {Presence::Optional, "optional"},
}};

constexpr Spellings<Visibility, 4> visibilities = {{
    {Visibility::Public, "public"},
    {Visibility::Shared, "shared"},
    {Visibility::Authorised, "authorised"},
    {Visibility::Never, "never"},
}};

constexpr Spellings<ColumnRole, 51> roles = {{
    {ColumnRole::Other, "other"},
    {ColumnRole::SubjectName, "subject_name"},
    {ColumnRole::SubjectCode, "subject_code"},
    {ColumnRole::SubjectCategory, "subject_category"},
    {ColumnRole::RegistrationNumber, "registration_number"},
    {ColumnRole::OrganisationCode, "organisation_code"},
    {ColumnRole::TaxNumber, "tax_number"},
    {ColumnRole::InstitutionNumber, "institution_number"},
    {ColumnRole::SocialOrganisationNumber, "social_organisation_number"},
    {ColumnRole::PersonDocumentType, "person_document_type"},
    {ColumnRole::PersonDocumentNumber, "person_document_number"},
    {ColumnRole::BirthDate, "birth_date"},
    {ColumnRole::FormerName, "former_name"},
    {ColumnRole::RepresentativeName, "representative_name"},
    {ColumnRole::RepresentativeDocumentType, "representative_document_type"},
    {ColumnRole::RepresentativeDocumentNumber, "representative_document_number"},
    {ColumnRole::RepresentativeRole, "representative_role"},
    {ColumnRole::RepresentativeFrom, "representative_from"},
    {ColumnRole::RepresentativeThrough, "representative_through"},
    {ColumnRole::DocumentName, "document_name"},
    {ColumnRole::DocumentNumber, "document_number"},
    {ColumnRole::Industry, "industry"},
    {ColumnRole::Category, "category"},
    {ColumnRole::ConductType, "conduct_type"},
    {ColumnRole::ConductOn, "conduct_on"},
    {ColumnRole::ProcedureType, "procedure_type"},
    {ColumnRole::Facts, "facts"},
    {ColumnRole::Basis, "basis"},
    {ColumnRole::Content, "content"},
    {ColumnRole::Amount, "amount"},
    {ColumnRole::ConfiscatedAmount, "confiscated_amount"},
    {ColumnRole::CertificateName, "certificate_name"},
    {ColumnRole::CertificateNumber, "certificate_number"},
    {ColumnRole::DecidedOn, "decided_on"},
    {ColumnRole::ValidFrom, "valid_from"},
    {ColumnRole::ValidThrough, "valid_through"},
    {ColumnRole::PublicThrough, "public_through"},
    {ColumnRole::AuthorityName, "authority_name"},
    {ColumnRole::AuthorityCode, "authority_code"},
    {ColumnRole::SourceName, "source_name"},
    {ColumnRole::SourceCode, "source_code"},
    {ColumnRole::State, "state"},
    {ColumnRole::Remark, "remark"},
    {ColumnRole::ListStandard, "list_standard"},
    {ColumnRole::ListGround, "list_ground"},
    {ColumnRole::ListDocument, "list_document"},
    {ColumnRole::NoticeOn, "notice_on"},
    {ColumnRole::NoticeExemption, "notice_exemption"},
    {ColumnRole::ServedOn, "served_on"},
    {ColumnRole::Remedy, "remedy"},
    {ColumnRole::EndsWhen, "ends_when"},
}};

Result<Condition> read_condition(const law::TomlTable& when) {
    TRY(when.refuse_unknown({"subjects", "column", "values"}));
    Condition condition;
    for (const auto& name : TRY(when.texts("subjects"))) {
        const auto category = parse_subject_category(name);
        if (!category) return when.fault("catalogue.unknown_word", "subjects");
        condition.subjects.push_back(*category);
    }
    condition.column = TRY(when.text_or("column", ""));
    condition.values = TRY(when.texts("values"));

    const bool by_subject = !condition.subjects.empty();
    const bool by_column = !condition.column.empty() && !condition.values.empty();
    if (by_subject == by_column) return when.fault("catalogue.column_incomplete", "when");
    return condition;
}

// What the type asks for besides.
Result<void> read_bounds(const law::TomlTable& table, Column& column) {
    column.length = static_cast<std::size_t>(TRY(table.optional_integer("length")).value_or(0));
    column.decimals = static_cast<std::size_t>(TRY(table.optional_integer("decimals")).value_or(0));
    column.code_list = TRY(table.text_or("code_list", ""));
    column.means_no_end = TRY(table.optional_day("means_no_end"));
    const bool coded = column.type == ValueType::Code || column.type == ValueType::Codes;
    if (coded == column.code_list.empty()) {
        return table.fault("catalogue.column_incomplete", "code_list");
    }
    return {};
}

Result<void> read_presence(const law::TomlTable& table, Column& column) {
    column.presence = TRY(read_word(table, "presence", presences, "optional"));
    const bool conditional = column.presence == Presence::Conditional;
    if (conditional != table.contains("when")) {
        return table.fault("catalogue.column_incomplete", "when");
    }
    if (!conditional) return {};
    const auto* when = TRY(table.table("when"));
    column.condition = TRY(read_condition(*when));
    return {};
}

}  // namespace

std::string_view name_of(ValueType type) {
    return spelling_of(types, type);
}

std::string_view name_of(Presence presence) {
    return spelling_of(presences, presence);
}

std::string_view name_of(Visibility visibility) {
    return spelling_of(visibilities, visibility);
}

std::string_view name_of(ColumnRole role) {
    return spelling_of(roles, role);
}

Result<Column> read_column(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"code", "headers", "also", "type", "length", "decimals", "code_list",
                              "presence", "when", "visibility", "role", "free_text",
                              "means_no_end"}));
    Column column;
    column.code = TRY(table.text("code"));
    column.headers = TRY(table.texts("headers"));
    if (column.headers.empty()) return table.fault("catalogue.column_incomplete", "headers");
    column.also = TRY(table.texts("also"));
    column.type = TRY(read_word(table, "type", types, "text"));
    TRY(read_bounds(table, column));
    TRY(read_presence(table, column));
    column.visibility = TRY(read_word(table, "visibility", visibilities, "public"));
    column.role = TRY(read_word(table, "role", roles, "other"));
    column.free_text = TRY(table.flag_or("free_text", false));
    return column;
}

}  // namespace credit::catalogue
