#include "catalogue/duties/basis.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/spelling.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<Gap, 10> gap_names{{
    {Gap::BasisMissing, "basis_missing"},
    {Gap::MemorandumOnly, "memorandum_only"},
    {Gap::LocalRegulationOnly, "local_regulation_only"},
    {Gap::BasisLevel, "basis_level"},
    {Gap::BasisUnknown, "basis_unknown"},
    {Gap::Superseded, "superseded"},
    {Gap::NotYetInForce, "not_yet_in_force"},
    {Gap::Ended, "ended"},
    {Gap::OutsideDomains, "outside_domains"},
    {Gap::ElementMissing, "element_missing"},
}};

bool national(law::Level level) {
    return level == law::Level::Law || level == law::Level::AdministrativeRegulation ||
           level == law::Level::CentralPolicy;
}

bool rule(law::Level level) {
    return level == law::Level::DepartmentalRule || level == law::Level::JudicialInterpretation;
}

bool founds(const Basis& basis, Demand demand) {
    if (!basis.here) return false;
    const bool local = basis.level == law::Level::LocalRegulation;
    switch (demand) {
        // guobanfa-2020-49: restraint only with law, administrative regulation or central policy.
        case Demand::National:
            return national(basis.level);
        // guobanfa-2020-49: where that is not yet possible, a departmental rule sets the standard.
        case Demand::Standard:
            return national(basis.level) || rule(basis.level);
        case Demand::LocalList:
        case Demand::OwnPower:
            return national(basis.level) || rule(basis.level) || local;
        case Demand::Public:
            return !basis.memorandum && basis.level != law::Level::Standard;
    }
    return false;
}

Gap gap_of_level(const std::vector<Basis>& bases, Demand demand) {
    if (std::ranges::all_of(bases, &Basis::memorandum)) return Gap::MemorandumOnly;
    const bool local = std::ranges::any_of(
        bases, [](const Basis& basis) { return basis.level == law::Level::LocalRegulation; });
    return demand == Demand::National && local ? Gap::LocalRegulationOnly : Gap::BasisLevel;
}

// An instrument's id says that it is a memorandum: all of law/instruments/memoranda.toml begin so.
bool is_memorandum(const law::Instrument& instrument) {
    return instrument.id.starts_with("mou-");
}

Basis basis_in(law::Citation citation, const law::Instrument& instrument) {
    return {.citation = std::move(citation),
            .level = instrument.level,
            .validity = {.from = instrument.from, .through = instrument.through},
            .dated = instrument.from.has_value(),
            .here = instrument.applies_in_shandong(),
            .memorandum = is_memorandum(instrument)};
}

Result<Basis> read_one(const law::TomlTable& entry, const law::Library& library) {
    TRY(entry.refuse_unknown({"instrument", "article", "status"}));
    auto id = TRY(entry.text("instrument"));
    const law::Instrument* instrument = library.instrument(id);
    if (instrument == nullptr) return entry.fault("law.unknown_instrument", id);
    const auto status = TRY(entry.text("status"));
    law::Citation citation{.instrument = std::move(id),
                           .article = TRY(entry.text_or("article", "")),
                           .status = TRY(law::parse_text_status(status))};
    return basis_in(std::move(citation), *instrument);
}

}  // namespace

std::string_view name_of(Gap gap) {
    return spelling_of(gap_names, gap);
}

std::string word_of(Gap gap) {
    return "catalogue.gap_" + std::string(name_of(gap));
}

std::vector<Gap> gaps_of_basis(const std::vector<Basis>& bases, Demand demand, Date day) {
    if (bases.empty()) return {Gap::BasisMissing};

    std::vector<Basis> usable;
    std::ranges::copy_if(bases, std::back_inserter(usable),
                         [&](const Basis& basis) { return founds(basis, demand); });
    if (usable.empty()) return {gap_of_level(bases, demand)};

    // Decision 0102: an adverse row needs a text that was read; what favours the subject does not.
    std::erase_if(usable, [demand](const Basis& basis) {
        const bool unread = basis.citation.status == law::ArticleStatus::Unknown;
        return !basis.dated || (unread && demand != Demand::Public);
    });
    if (usable.empty()) return {Gap::BasisUnknown};

    const auto covers = [day](const Basis& basis) { return basis.validity.covers(day); };
    if (std::ranges::any_of(usable, covers)) return {};
    const auto over = [day](const Basis& basis) {
        return basis.validity.through && *basis.validity.through < day;
    };
    return {std::ranges::any_of(usable, over) ? Gap::Superseded : Gap::NotYetInForce};
}

std::vector<Gap> gaps_of_validity(const Validity& validity, Date day) {
    if (validity.from && day < *validity.from) return {Gap::NotYetInForce};
    if (validity.through && *validity.through < day) return {Gap::Ended};
    return {};
}

Result<Basis> basis_of(law::Citation citation, const law::Library& library) {
    const law::Instrument* const instrument = library.instrument(citation.instrument);
    if (instrument == nullptr) {
        return fail(ErrorCode::InvalidInput, "law.unknown_instrument", {citation.instrument});
    }
    return basis_in(std::move(citation), *instrument);
}

Result<std::vector<Basis>> read_bases(const law::TomlTable& table, const law::Library& library) {
    std::vector<Basis> bases;
    for (const law::TomlTable* entry : TRY(table.tables("basis"))) {
        bases.push_back(TRY(read_one(*entry, library)));
    }
    return bases;
}

}  // namespace credit::catalogue
