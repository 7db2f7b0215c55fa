#include "repair/condition.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "repair/item.h"
#include "repair/repair_case.h"

namespace credit::repair {
namespace {

constexpr std::array<std::pair<Condition, std::string_view>, 7> names{{
    {Condition::NotExcluded, "excluded_by_law"},
    {Condition::PeriodOver, "too_early"},
    {Condition::Corrected, "not_corrected"},
    {Condition::Performed, "not_performed"},
    {Condition::Committed, "commitment_missing"},
    {Condition::FurtherMet, "further_condition"},
    {Condition::WaitOver, "waits_after_false_material"},
}};

law::Citation general_rule() {
    return {.instrument = "credit-repair-measures-2025",
            .article = {},
            .status = law::ArticleStatus::Reported};
}

std::optional<bool> found(const std::optional<Findings>& findings, bool Findings::* which) {
    return findings ? std::optional((*findings).*which) : std::nullopt;
}

}  // namespace

std::string_view name_of(Condition condition) {
    for (const auto& [known, name] : names) {
        if (known == condition) return name;
    }
    std::unreachable();
}

Result<Condition> parse_condition(std::string_view name) {
    for (const auto& [condition, known] : names) {
        if (known == name) return condition;
    }
    return fail(ErrorCode::InvalidInput, "repair.unknown_value", {std::string(name)});
}

std::vector<Finding> conditions_of(const Item& item, Way way, Date day,
                                   const std::optional<Date>& waits_through,
                                   const std::optional<Findings>& findings) {
    std::vector<Finding> all;
    // credit-repair-measures-2025 art. 2: only where a law says so.
    law::Citation right = general_rule();
    right.article = "2";
    all.push_back({.condition = Condition::NotExcluded,
                   .met = !item.excluded_by,
                   .basis = item.excluded_by.value_or(right)});
    // guobanfa-2025-22: on a ruling of a court nothing is waited for.
    if (way != Way::Court) {
        all.push_back({.condition = Condition::PeriodOver,
                       .met = day >= item.first_day(),
                       .basis = item.wait_basis,
                       .through = item.wait_through});
    }
    all.push_back({.condition = Condition::Corrected,
                   .met = found(findings, &Findings::corrected),
                   .basis = general_rule()});
    all.push_back({.condition = Condition::Performed,
                   .met = found(findings, &Findings::performed),
                   .basis = general_rule()});
    all.push_back({.condition = Condition::Committed,
                   .met = found(findings, &Findings::committed),
                   .basis = general_rule()});
    if (!item.conditions_zh.empty()) {
        all.push_back({.condition = Condition::FurtherMet,
                       .met = found(findings, &Findings::further),
                       .basis = item.wait_basis});
    }
    if (waits_through) {
        all.push_back({.condition = Condition::WaitOver,
                       .met = day > *waits_through,
                       .basis = {.instrument = "credit-repair-measures-2023", .article = {}},
                       .through = waits_through});
    }
    return all;
}

Grounds unmet(const std::vector<Finding>& findings) {
    Grounds grounds;
    for (const auto& finding : findings) {
        if (finding.met.value_or(true)) continue;
        Ground ground{.word = "repair." + std::string(name_of(finding.condition))};
        if (finding.through) ground.arguments.push_back(calendar::to_text(*finding.through));
        grounds.push_back(std::move(ground));
    }
    return grounds;
}

}  // namespace credit::repair
