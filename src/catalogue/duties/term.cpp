#include "catalogue/duties/term.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "calendar/period.h"
#include "catalogue/spelling.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/parameter.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using calendar::Period;
using calendar::Unit;

constexpr Spellings<TermKind, 6> term_kinds{{
    {TermKind::Fixed, "fixed"},
    {TermKind::Decided, "decided"},
    {TermKind::Life, "life"},
    {TermKind::Until, "until"},
    {TermKind::WithListing, "with_listing"},
    {TermKind::WithRecord, "with_record"},
}};

constexpr std::array<std::pair<std::string_view, Unit>, 4> units{{
    {"years", Unit::Years},
    {"months", Unit::Months},
    {"days", Unit::Days},
    {"working_days", Unit::WorkingDays},
}};

// The number of that name. A standard whose number changes is a further standard, so there is one.
Result<Period> read_parameter(const law::TomlTable& length, const law::Library& library) {
    const auto name = TRY(length.text("parameter"));
    const auto parameters = library.parameters();
    if (std::ranges::count(parameters, name, &law::Parameter::name) == 1) {
        const auto found = std::ranges::find(parameters, name, &law::Parameter::name);
        if (const auto* period = std::get_if<Period>(&found->value)) return *period;
    }
    return length.fault("law.not_one_value", name);
}

bool complete(const Term& term) {
    switch (term.kind) {
        case TermKind::Fixed:
            return term.shortest.has_value() && !term.longest && !term.counted_from.empty();
        case TermKind::Decided:
            return !term.counted_from.empty();
        case TermKind::Life:
            return term.life_possible && !term.shortest && !term.counted_from.empty();
        case TermKind::Until:
            return !term.ends_when.empty() && term.review.has_value();
        case TermKind::WithListing:
        case TermKind::WithRecord:
            return !term.shortest && !term.life_possible;
    }
    return false;
}

}  // namespace

std::string_view name_of(TermKind kind) {
    return spelling_of(term_kinds, kind);
}

Result<Period> read_length(const law::TomlTable& length, const law::Library& library) {
    if (length.contains("parameter")) return read_parameter(length, library);
    if (length.entries().size() == 1) {
        for (const auto& [name, unit] : units) {
            if (!length.contains(name)) continue;
            const auto amount = TRY(length.integer(name));
            if (amount >= 0 && amount <= 1000) {
                return Period{.amount = static_cast<int>(amount), .unit = unit};
            }
        }
    }
    return length.fault("law.not_one_value", length.entries().empty() ? "" : "length");
}

Result<std::optional<Period>> read_optional_length(const law::TomlTable& table,
                                                   std::string_view member,
                                                   const law::Library& library) {
    if (!table.contains(member)) return std::optional<Period>{};
    const auto* length = TRY(table.table(member));
    return TRY(read_length(*length, library));
}

Result<Term> read_term(const law::TomlTable& table, const law::Library& library) {
    TRY(table.refuse_unknown(
        {"kind", "shortest", "longest", "life_possible", "counted_from", "ends_when", "review"}));
    Term term{
        .kind = TRY(read_word(table, "kind", term_kinds, "")),
        .shortest = TRY(read_optional_length(table, "shortest", library)),
        .longest = TRY(read_optional_length(table, "longest", library)),
        .life_possible = TRY(table.flag_or("life_possible", false)),
        .counted_from = TRY(table.text_or("counted_from", "")),
        .ends_when = TRY(table.text_or("ends_when", "")),
        .review = TRY(read_optional_length(table, "review", library)),
    };
    if (!complete(term)) return table.fault("catalogue.term_incomplete", name_of(term.kind));
    return term;
}

}  // namespace credit::catalogue
