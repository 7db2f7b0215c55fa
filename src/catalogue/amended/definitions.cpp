#include "catalogue/amended/definitions.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// As it stands in a fault, before the line.
constexpr std::string_view named = "defines";

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

Result<Definitions> read_definitions(std::string_view text, const law::Library& library,
                                     Date from) {
    if (text.size() > definitions_max) {
        return fail(ErrorCode::InvalidInput, "catalogue.definitions_too_long",
                    {std::to_string(definitions_max)});
    }
    const auto file = TRY(law::parse_toml(named, text));
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
