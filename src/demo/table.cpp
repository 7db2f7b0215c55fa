#include "demo/table.h"

#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"

namespace credit::demo {
namespace {

using catalogue::ColumnRole;
using catalogue::Presence;
using catalogue::SubjectCategory;
using catalogue::ValueType;

std::string_view category_zh(SubjectCategory category) {
    switch (category) {
        case SubjectCategory::Organisation:
            return "法人及非法人组织";
        case SubjectCategory::IndividualBusiness:
            return "个体工商户";
        case SubjectCategory::NaturalPerson:
            return "自然人";
    }
    return {};
}

Values with_subject(const SyntheticSubject& subject, Values values) {
    values.emplace(ColumnRole::SubjectName, subject.name);
    values.emplace(ColumnRole::SubjectCategory, category_zh(subject.category));
    if (subject.category == SubjectCategory::NaturalPerson) {
        values.emplace(ColumnRole::PersonDocumentType, "身份证");
        values.emplace(ColumnRole::PersonDocumentNumber, subject.identifier);
        return values;
    }
    values.emplace(ColumnRole::SubjectCode, subject.identifier);
    values.emplace(ColumnRole::RepresentativeName, subject.representative);
    return values;
}

Values with_authority(const catalogue::Authority& authority, Values values) {
    values.emplace(ColumnRole::AuthorityName, authority.zh);
    values.emplace(ColumnRole::AuthorityCode, authority.unified_social_credit_code);
    values.emplace(ColumnRole::SourceName, authority.zh);
    values.emplace(ColumnRole::SourceCode, authority.unified_social_credit_code);
    return values;
}

}  // namespace

Table::Table(const catalogue::Catalogue& catalogue, const catalogue::RecordKind& kind)
    : catalogue_(catalogue), kind_(kind) {
    for (const auto& column : kind.columns) append(column.header());
    csv_.back() = '\r';
    csv_ += '\n';
}

void Table::add(const SyntheticSubject& subject, const catalogue::Authority& authority,
                std::string_view document_number, Date decided_on, const Values& values) {
    Values all = with_authority(authority, with_subject(subject, values));
    all.emplace(ColumnRole::DocumentNumber, document_number);
    all.emplace(ColumnRole::DecidedOn, calendar::to_text(decided_on));
    for (const auto& column : kind_.columns) append(value_of(column, all));
    csv_.back() = '\r';
    csv_ += '\n';
}

std::string Table::value_of(const catalogue::Column& column, const Values& values) const {
    const auto said = values.find(column.role);
    if (said != values.end() && column.role != ColumnRole::Other) return said->second;
    if (column.presence != Presence::Mandatory) return {};
    switch (column.type) {
        case ValueType::Text:
            return "示例";
        case ValueType::Date:
            return values.at(ColumnRole::DecidedOn);
        case ValueType::Number:
            return "1";
        case ValueType::Code:
        case ValueType::Codes: {
            const auto list = catalogue_.codes.find(column.code_list);
            return list ? (*list)->items().front().zh : std::string();
        }
    }
    return {};
}

void Table::append(std::string_view value) {
    csv_ += '"';
    for (const char character : value) {
        if (character == '"') csv_ += '"';
        csv_ += character;
    }
    csv_ += "\",";
}

}  // namespace credit::demo
