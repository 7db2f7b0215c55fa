#include "http/catalogue/told_rows.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/purpose.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"

namespace credit::http {
namespace {

void put(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

template <typename Range>
JsonArray names_of(const Range& values) {
    JsonArray names;
    for (const auto& value : values) names.emplace_back(name_of(value));
    return names;
}

JsonArray texts_of(const std::vector<std::string>& values) {
    JsonArray texts;
    for (const auto& value : values) texts.emplace_back(value);
    return texts;
}

JsonObject told(const law::Citation& citation, const law::Library& library) {
    return {{"citation", law::to_text(citation)},
            {"zh", library.chinese(citation)},
            {"en", library.english(citation)},
            {"article_status", name_of(citation.status)}};
}

JsonArray told(const std::vector<catalogue::Basis>& bases, const law::Library& library) {
    JsonArray all;
    for (const auto& basis : bases) all.push_back(told(basis.citation, library));
    return all;
}

JsonObject told(const catalogue::LegalBasis& basis, const law::Library& library) {
    const auto* const instrument = library.instrument(basis.instrument);
    return told(law::Citation{.instrument = basis.instrument,
                              .article = basis.article,
                              .status = instrument == nullptr ? law::ArticleStatus::Unknown
                                                              : instrument->text_status},
                library);
}

// Whether the row takes force, and what it lacks if not.
void put_force(JsonObject& object, const std::vector<catalogue::Gap>& gaps) {
    object["in_force"] = gaps.empty();
    object["gaps"] = names_of(gaps);
}

JsonArray grounds_of(const catalogue::ListStandard& standard) {
    JsonArray grounds;
    for (const auto& ground : standard.grounds) {
        JsonObject told{{"code", ground.code}, {"zh", ground.zh}, {"en", ground.en}};
        if (!ground.finding.empty()) {
            told["finding"] = ground.finding;
            told["finding_zh"] = ground.finding_zh;
            told["finding_en"] = ground.finding_en;
        }
        grounds.push_back(std::move(told));
    }
    return grounds;
}

// The cell must be filled for such subjects, or beside such values of another column.
JsonObject told_condition(const catalogue::Condition& condition) {
    if (!condition.subjects.empty()) return {{"subjects", names_of(condition.subjects)}};
    return {{"column", condition.column}, {"values", texts_of(condition.values)}};
}

JsonArray columns_of(const catalogue::RecordKind& kind) {
    JsonArray columns;
    for (const auto& column : kind.columns) {
        JsonObject told{{"code", column.code},
                        {"zh", column.header()},
                        {"type", name_of(column.type)},
                        {"presence", name_of(column.presence)},
                        {"visibility", name_of(column.visibility)},
                        {"role", name_of(column.role)},
                        {"free_text", column.free_text}};
        if (column.length != 0) told["length"] = column.length;
        if (!column.code_list.empty()) told["code_list"] = column.code_list;
        if (column.condition) told["when"] = told_condition(*column.condition);
        put(told, "means_no_end", column.means_no_end);
        columns.push_back(std::move(told));
    }
    return columns;
}

}  // namespace

JsonObject told(const catalogue::ListStandard& standard, const law::Library& library, Date day) {
    JsonObject object{{"id", standard.id},
                      {"title_zh", standard.title_zh},
                      {"title_en", standard.title_en},
                      {"colour", name_of(standard.colour)},
                      {"basis", told(standard.bases_on(day), library)},
                      {"functions", texts_of(standard.functions)},
                      {"subjects", names_of(standard.subjects)},
                      {"grounds", grounds_of(standard)},
                      {"notice_zh", standard.notice.zh},
                      {"notice_en", standard.notice.en},
                      {"exemptions", texts_of(standard.notice.exemptions)},
                      {"documents", texts_of(standard.documents)},
                      {"consent_of_upper_level", standard.consent_of_upper_level},
                      {"removal_zh", standard.removal_zh},
                      {"removal_en", standard.removal_en},
                      {"remedy_zh", standard.remedy_zh},
                      {"remedy_en", standard.remedy_en},
                      {"measures", texts_of(standard.measures_on(day))}};
    put(object, "from", standard.validity.from);
    put(object, "through", standard.validity.through);
    put(object, "review_on", standard.review_on);
    put_force(object, standard.gaps(day));
    return object;
}

JsonObject told(const catalogue::Measure& measure, const law::Library& library, Date day) {
    JsonObject object{{"id", measure.id},
                      {"row", measure.row},
                      {"group", name_of(measure.group)},
                      {"title_zh", measure.title_zh},
                      {"title_en", measure.title_en},
                      {"words_zh", measure.words_zh},
                      {"words_en", measure.words_en},
                      {"obligation", name_of(measure.obligation)},
                      {"follows", name_of(measure.follows)},
                      {"individual_order", measure.individual_order},
                      {"addressees", names_of(measure.addressees)},
                      {"implementers", texts_of(measure.implementers)},
                      {"basis", told(measure.bases_on(day), library)}};
    put(object, "from", measure.validity.from);
    put(object, "through", measure.validity.through);
    put_force(object, measure.gaps(day));
    return object;
}

JsonObject told(const catalogue::Matter& matter, const law::Library& library, Date day) {
    JsonObject object{{"id", matter.id},
                      {"zh", matter.zh},
                      {"en", matter.en},
                      {"functions", texts_of(matter.functions)},
                      {"subjects", names_of(matter.subjects)},
                      {"purposes", texts_of(matter.purposes)},
                      {"measures", texts_of(matter.measures)},
                      {"incentives", texts_of(matter.incentives)},
                      {"basis", told(matter.basis, library)},
                      {"in_force", matter.validity.covers(day)}};
    put(object, "from", matter.validity.from);
    put(object, "through", matter.validity.through);
    return object;
}

JsonObject told(const catalogue::RecordKind& kind, const law::Library& library, Date day) {
    JsonObject object{{"id", kind.id},
                      {"version", kind.version},
                      {"zh", kind.zh},
                      {"en", kind.en},
                      {"adverse", kind.adverse},
                      {"subjects", names_of(kind.subjects)},
                      {"basis", told(kind.basis, library)},
                      {"table_basis", told(kind.table_basis, library)},
                      {"retention", kind.retention},
                      {"timeliness", kind.timeliness},
                      {"columns", columns_of(kind)},
                      {"in_force", kind.validity.covers(day)}};
    put(object, "from", kind.validity.from);
    put(object, "through", kind.validity.through);
    return object;
}

JsonObject told(const catalogue::CodeList& list, const law::Library& /*library*/, Date /*day*/) {
    JsonArray items;
    for (const auto& item : list.items()) {
        items.push_back(JsonObject{{"code", item.code}, {"zh", item.zh}, {"en", item.en}});
    }
    return {{"id", list.id()},
            {"written_out_other", list.written_out_other()},
            {"items", std::move(items)}};
}

JsonObject told(const catalogue::Authority& authority, const law::Library& /*library*/, Date day) {
    JsonObject object{{"id", authority.code},
                      {"zh", authority.zh},
                      {"en", authority.en},
                      {"region", authority.region},
                      {"functions", texts_of(authority.functions)},
                      {"unified_social_credit_code", authority.unified_social_credit_code},
                      {"in_force", authority.validity.covers(day)}};
    put(object, "from", authority.validity.from);
    put(object, "through", authority.validity.through);
    if (!authority.successor.empty()) object["successor"] = authority.successor;
    return object;
}

JsonObject told(const catalogue::LookupGround& ground, const law::Library& library, Date day) {
    return {{"id", ground.id},
            {"zh", ground.zh},
            {"en", ground.en},
            {"basis", told(ground.basis, library)},
            {"in_force", ground.validity.covers(day)}};
}

JsonObject told(const catalogue::Purpose& purpose) {
    return {{"id", purpose.id},
            {"zh", purpose.zh},
            {"en", purpose.en},
            {"functions", texts_of(purpose.functions)},
            {"roles", texts_of(purpose.roles)}};
}

}  // namespace credit::http
