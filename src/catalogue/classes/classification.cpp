#include "catalogue/classes/classification.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr std::array<std::string_view, 3> classes{"minor", "general", "serious"};
constexpr std::array<std::string_view, 3> items{"record", "listing", "order"};

template <typename Known>
bool is_one_of(const Known& known, std::string_view text) {
    return std::ranges::find(known, text) != known.end();
}

Result<law::Citation> read_citation(const law::TomlTable& row, const law::Library& library) {
    auto instrument = TRY(row.text("instrument"));
    auto article = TRY(row.text_or("article", ""));
    const auto status = TRY(row.text("article_status"));
    const auto checked = TRY(law::parse_text_status(status));
    if (library.instrument(instrument) == nullptr) {
        return row.fault("law.unknown_instrument", instrument);
    }
    return law::Citation{
        .instrument = std::move(instrument), .article = std::move(article), .status = checked};
}

Result<ClassRow> read_class(const law::TomlTable& row, const law::Library& library) {
    TRY(row.refuse_unknown({"function", "penalties", "class", "from", "through", "instrument",
                            "article", "article_status"}));
    ClassRow read;
    read.function = TRY(row.text("function"));
    read.penalties = TRY(row.texts("penalties"));
    read.publicity_class = TRY(row.text("class"));
    if (!is_one_of(classes, read.publicity_class)) return row.fault("law.unknown_value", "class");
    read.validity = TRY(read_validity(row));
    read.citation = TRY(read_citation(row, library));
    return read;
}

// credit-repair-measures-2025 art. 2: law, regulation or central policy, and nothing below.
bool may_exclude(law::Level level) {
    return level == law::Level::Law || level == law::Level::AdministrativeRegulation ||
           level == law::Level::CentralPolicy || level == law::Level::LocalRegulation;
}

Result<RepairExclusion> read_exclusion(const law::TomlTable& row, const law::Library& library) {
    TRY(row.refuse_unknown(
        {"item", "id", "from", "through", "instrument", "article", "article_status", "zh", "en"}));
    RepairExclusion read;
    read.item = TRY(row.text("item"));
    if (!is_one_of(items, read.item)) return row.fault("law.unknown_value", "item");
    read.id = TRY(row.text("id"));
    read.validity = TRY(read_validity(row));
    read.citation = TRY(read_citation(row, library));
    if (!may_exclude(library.instrument(read.citation.instrument)->level)) {
        return row.fault("law.unknown_value", "instrument");
    }
    read.zh = TRY(row.text("zh"));
    read.en = TRY(row.text("en"));
    return read;
}

}  // namespace

Result<Classification> Classification::load(const law::Library& library) {
    Classification all;
    for (const auto& file : TRY(law::read_toml_files("law/classification.toml"))) {
        all = TRY(read(file, library));
    }
    return all;
}

Result<Classification> Classification::read(const law::TomlTable& file,
                                            const law::Library& library) {
    Classification read;
    for (const auto* row : TRY(file.tables("classification"))) {
        read.rows_.push_back(TRY(read_class(*row, library)));
    }
    for (const auto* row : TRY(file.tables("exclusion"))) {
        read.exclusions_.push_back(TRY(read_exclusion(*row, library)));
    }
    return read;
}

const ClassRow* Classification::find_class(std::span<const std::string> functions,
                                           std::string_view penalty, Date day) const {
    const auto found = std::ranges::find_if(rows_, [&](const ClassRow& row) {
        return row.validity.covers(day) && is_one_of(functions, row.function) &&
               is_one_of(row.penalties, penalty);
    });
    return found == rows_.end() ? nullptr : &*found;
}

const RepairExclusion* Classification::find_exclusion(std::string_view item, std::string_view id,
                                                      Date day) const {
    const auto found = std::ranges::find_if(exclusions_, [&](const RepairExclusion& row) {
        return row.item == item && row.id == id && row.validity.covers(day);
    });
    return found == exclusions_.end() ? nullptr : &*found;
}

}  // namespace credit::catalogue
