#include "catalogue/duties/switched_off.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "law/citation.h"

namespace credit::catalogue {
namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

template <typename Row>
SwitchedOff describe(const Row& row, const std::vector<Gap>& gaps) {
    SwitchedOff off{.id = row.id,
                    .title_zh = row.title_zh,
                    .title_en = row.title_en,
                    .gaps = gaps,
                    .detail = joined(row.outside_domains)};
    for (const auto& basis : row.bases) off.bases.push_back(law::to_text(basis.citation));
    return off;
}

// For the printed list: why, in a sentence.
std::string_view reason(Gap gap) {
    switch (gap) {
        case Gap::BasisMissing:
            return "names no article";
        case Gap::MemorandumOnly:
            return "rests on a memorandum alone";
        case Gap::LocalRegulationOnly:
            return "a local regulation is no basis for a measure of group A";
        case Gap::BasisLevel:
            return "its basis is below the level that is demanded";
        case Gap::BasisUnknown:
            return "the text it rests on was not read";
        case Gap::Superseded:
            return "the text it rests on is no longer in force";
        case Gap::NotYetInForce:
            return "not yet in force";
        case Gap::Ended:
            return "ended";
        case Gap::OutsideDomains:
            return "conduct outside the closed list of domains";
        case Gap::ElementMissing:
            return "elements missing";
    }
    return "";
}

std::string line(const SwitchedOff& off) {
    std::vector<std::string> reasons;
    reasons.reserve(off.gaps.size());
    for (const Gap gap : off.gaps) reasons.emplace_back(reason(gap));
    const auto detail = off.detail.empty() ? "" : " (" + off.detail + ")";
    return fmt::format("| {} | {} | {} | {} | {}{} |\n", off.id, off.title_zh, off.title_en,
                       joined(off.bases), joined(reasons), detail);
}

std::string section(std::string_view title, const std::vector<SwitchedOff>& rows, std::size_t all) {
    std::string text = fmt::format("\n## {}: {} of {}\n\n", title, rows.size(), all);
    text += "| id | 名称 | title | rests on | why it is off |\n|---|---|---|---|---|\n";
    for (const auto& row : rows) text += line(row);
    return text;
}

}  // namespace

std::vector<SwitchedOff> switched_off(const ListStandards& standards, Date day) {
    std::vector<SwitchedOff> off;
    for (const auto& standard : standards.all()) {
        auto gaps = standard.gaps(day);
        if (gaps.empty()) continue;
        off.push_back(describe(standard, gaps));
        const auto missing = joined(standard.missing_elements());
        auto& detail = off.back().detail;
        if (!missing.empty()) detail += (detail.empty() ? "" : "; ") + missing;
    }
    return off;
}

std::vector<SwitchedOff> switched_off(const Measures& measures, Date day) {
    std::vector<SwitchedOff> off;
    for (const auto& measure : measures.all()) {
        auto gaps = measure.gaps(day);
        if (!gaps.empty()) off.push_back(describe(measure, gaps));
    }
    return off;
}

std::string switched_off_page(const ListStandards& standards, const Measures& measures, Date day) {
    std::string text = fmt::format(
        "# Switched off\n\nList standards and measures that stand as history: on {} they have no "
        "force, since their basis\ndoes not carry them. Made from law/ by "
        "src/catalogue/duties/switched_off.cpp; its test says when it is stale.\n",
        calendar::to_text(day));
    text += section("List standards", switched_off(standards, day), standards.all().size());
    text += section("Measures", switched_off(measures, day), measures.all().size());
    return text;
}

}  // namespace credit::catalogue
