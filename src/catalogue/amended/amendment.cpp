#include "catalogue/amended/amendment.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "catalogue/amended/amended_row.h"
#include "catalogue/catalogue.h"

namespace credit::catalogue {
namespace {

struct AllAmended {
    std::map<std::string, Amended> standards;
    std::map<std::string, Amended> measures;

    Amended& of(RowKind kind, const std::string& id) {
        return (kind == RowKind::Standard ? standards : measures)[id];
    }
};

void add(AllAmended& all, const Amendment& amendment) {
    for (const auto& row : amendment.ends) {
        all.of(row.kind, row.id).turns.push_back({.from = amendment.from, .on = false});
    }
    for (const auto& row : amendment.begins) {
        all.of(row.kind, row.id)
            .turns.push_back({.from = amendment.from, .on = true, .bases = row.bases});
    }
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
    catalogue.standards.amend(std::move(all.standards));
    catalogue.measures.amend(std::move(all.measures));
}

}  // namespace credit::catalogue
