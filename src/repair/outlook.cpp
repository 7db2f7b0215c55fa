#include "repair/outlook.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/period.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/one_item.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/condition.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"

namespace credit::repair {
namespace {

constexpr std::array<std::pair<Prospect, std::string_view>, 6> prospect_names{{
    {Prospect::CanApply, "can_apply"},
    {Prospect::TooEarly, "too_early"},
    {Prospect::Excluded, "excluded"},
    {Prospect::Waits, "waits"},
    {Prospect::UnderWay, "under_way"},
    {Prospect::OverByItself, "over_by_itself"},
}};

bool over(const std::optional<Date>& through, Date on) {
    return through && on > *through;
}

// What a listing or order does ends with its last day; a record may be told of until the outer
// limit.
bool over_by_itself(const Item& item, Date on) {
    if (item.kind != ItemKind::Record) return over(item.restrains_through, on);
    return over(item.disclosed_through, on);
}

Prospect prospect_on(const Outlook& outlook, const std::optional<Date>& waits, Date on) {
    if (over_by_itself(outlook.item, on)) return Prospect::OverByItself;
    if (outlook.under_way) return Prospect::UnderWay;
    if (outlook.item.excluded_by) return Prospect::Excluded;
    if (waits && on <= *waits) return Prospect::Waits;
    return on < outlook.item.first_day() ? Prospect::TooEarly : Prospect::CanApply;
}

// The case about the item, in whichever version it was applied for.
Result<std::optional<RepairCase>> case_under_way(const ItemReading& reading, const Item& item,
                                                 const std::vector<RepairCase>& cases) {
    const auto runs = [](const RepairCase& each) {
        return each.open() || each.state == State::Shielded;
    };
    if (std::ranges::none_of(cases, runs)) return std::nullopt;
    const auto ids = TRY(lists::one_item(reading.session, item.subject_key, item.item_id));
    const auto found = std::ranges::find_if(cases, [&](const RepairCase& each) {
        return runs(each) && std::ranges::find(ids, each.item_id) != ids.end();
    });
    if (found == cases.end()) return std::nullopt;
    return *found;
}

Outlook outlook_of(Item item, std::optional<RepairCase> under_way, const std::optional<Date>& waits,
                   Date on) {
    Outlook outlook{.item = std::move(item)};
    outlook.under_way = std::move(under_way);
    const Item& about = outlook.item;
    outlook.first_day = about.first_day();
    if (waits) outlook.first_day = std::max(outlook.first_day, calendar::day_after(*waits));
    outlook.conditions = conditions_of(about, Way::Ordinary, on, waits, std::nullopt);
    outlook.papers = papers_missing(about, {});
    if (about.category == catalogue::SubjectCategory::NaturalPerson) {
        outlook.stands_for_proof = "service_certificate";
    }
    outlook.on_day = prospect_on(outlook, waits, on);
    return outlook;
}

}  // namespace

std::string_view name_of(Prospect prospect) {
    for (const auto& [known, name] : prospect_names) {
        if (known == prospect) return name;
    }
    std::unreachable();
}

Result<std::vector<Outlook>> outlooks_of(const ItemReading& reading, std::string_view subject_key,
                                         Date on) {
    const auto cases = TRY(RepairRegister(reading.session).of_subject(subject_key));
    const auto waits = TRY(waits_through(reading.session, subject_key));
    std::vector<Outlook> outlooks;
    for (auto& item : TRY(items_of(reading, subject_key))) {
        auto under_way = TRY(case_under_way(reading, item, cases));
        outlooks.push_back(outlook_of(std::move(item), std::move(under_way), waits, on));
    }
    return outlooks;
}

}  // namespace credit::repair
