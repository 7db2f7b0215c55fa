#include "catalogue/amended/definitions.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// As it stands in a fault, where a file of law/ has its path.
constexpr std::string_view named = "defines";

// The members of a row that are days.
constexpr std::array<std::string_view, 3> days{"from", "through", "review_on"};

law::TomlTable table_of(const std::shared_ptr<const std::string>& file, const JsonObject& object);

// Numbers with a point and nulls stand nowhere in a row: they are as wrong as any word.
law::TomlNode node_of(const std::shared_ptr<const std::string>& file, std::string_view name,
                      const Json& value) {
    if (value.is_object()) return {table_of(file, value.get_object())};
    if (value.is_int64()) return {value.get_int64()};
    if (value.is_bool()) return {value.get_bool()};
    if (value.is_array()) {
        std::vector<law::TomlNode> nodes;
        nodes.reserve(value.get_array().size());
        for (const auto& each : value.get_array()) nodes.push_back(node_of(file, name, each));
        return {std::move(nodes)};
    }
    if (!value.is_string()) return {to_text(value)};
    std::string text(value.get_string());
    if (std::ranges::find(days, name) == days.end()) return {std::move(text)};
    const auto day = calendar::parse_date(text);
    return day ? law::TomlNode{*day} : law::TomlNode{std::move(text)};
}

law::TomlTable table_of(const std::shared_ptr<const std::string>& file, const JsonObject& object) {
    law::TomlTable table(file, 0);
    for (const auto& member : object) {
        const std::string name(member.key());
        table.add(name, node_of(file, name, member.value()));
    }
    return table;
}

template <typename Row>
Result<std::vector<Row>> rows_from(std::span<const Row> read, Date from) {
    std::vector<Row> rows(read.begin(), read.end());
    for (auto& row : rows) {
        if (row.validity.from) {
            return fail(ErrorCode::InvalidInput, "catalogue.day_of_the_amendment", {row.id});
        }
        row.validity.from = from;
        // Whatever the text says of itself: nobody but a release verifies an article.
        for (auto& basis : row.bases) basis.citation.status = law::TextStatus::Reported;
    }
    return rows;
}

Result<std::map<std::string, std::vector<std::string>>> read_told_at(const law::TomlTable& file) {
    std::map<std::string, std::vector<std::string>> told_at;
    for (const law::TomlTable* row : TRY(file.tables("told_at"))) {
        TRY(row->refuse_unknown({"matter", "measures"}));
        const auto matter = TRY(row->text("matter"));
        for (auto& measure : TRY(row->texts("measures"))) {
            told_at[matter].push_back(std::move(measure));
        }
    }
    return told_at;
}

}  // namespace

Result<Definitions> read_definitions(const JsonObject& object, const law::Library& library,
                                     Date from) {
    const auto file = table_of(std::make_shared<const std::string>(named), object);
    TRY(file.refuse_unknown({"standard", "measure", "told_at"}));
    ListStandards standards;
    TRY(standards.define(file, library));
    Measures measures;
    TRY(measures.define(file, library));
    Definitions definitions;
    definitions.standards = TRY(rows_from(standards.all(), from));
    definitions.measures = TRY(rows_from(measures.all(), from));
    definitions.told_at = TRY(read_told_at(file));
    return definitions;
}

}  // namespace credit::catalogue
