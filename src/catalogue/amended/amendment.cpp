#include "catalogue/amended/amendment.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/amended/agreement.h"
#include "catalogue/amended/amended_row.h"
#include "catalogue/amended/definitions.h"
#include "catalogue/catalogue.h"

namespace credit::catalogue {
namespace {

struct AllAmended {
    std::map<std::string, AmendedRow> standards = {};
    std::map<std::string, AmendedRow> measures = {};
    Definitions defined = {};
    std::vector<Agreement> agreements = {};

    AmendedRow& of(RowKind kind, const std::string& id) {
        return (kind == RowKind::Standard ? standards : measures)[id];
    }
};

void define(Definitions& defined, const Definitions& more) {
    std::ranges::copy(more.standards, std::back_inserter(defined.standards));
    std::ranges::copy(more.measures, std::back_inserter(defined.measures));
    for (const auto& [matter, measures] : more.told_at) {
        std::ranges::copy(measures, std::back_inserter(defined.told_at[matter]));
    }
}

void add(AllAmended& all, const Amendment& amendment) {
    for (const auto& row : amendment.ends) {
        all.of(row.kind, row.id).turns.push_back({.from = amendment.from, .on = false});
    }
    for (const auto& row : amendment.begins) {
        all.of(row.kind, row.id)
            .turns.push_back({.from = amendment.from, .on = true, .bases = row.bases});
    }
    define(all.defined, amendment.defines);
    if (amendment.agreement) all.agreements.push_back(*amendment.agreement);
    if (!amendment.memorandum) return;
    for (const auto& line : amendment.memorandum->lines) {
        all.standards[amendment.memorandum->standard].links.push_back(
            {.measure = line.measure,
             .from = amendment.from,
             .through = amendment.memorandum->through,
             .subjects = line.subjects,
             .implementers = line.implementers});
    }
}

}  // namespace

void amend(Catalogue& catalogue, std::span<const Amendment> amendments) {
    AllAmended all;
    for (const auto& amendment : amendments) add(all, amendment);
    for (auto* const rows : {&all.standards, &all.measures}) {
        for (auto& [id, amended] : *rows) {
            std::ranges::stable_sort(amended.turns, {}, &Turn::from);
        }
    }
    catalogue.standards.amend(all.standards, all.defined.standards);
    catalogue.measures.amend(all.measures, all.defined.measures);
    catalogue.matters.amend(all.defined.told_at, catalogue.measures);
    catalogue.agreements.amend(std::move(all.agreements));
}

}  // namespace credit::catalogue
