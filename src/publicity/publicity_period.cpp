#include "publicity/publicity_period.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.h"
#include "catalogue/classes/classification.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/library.h"
#include "law/parameter.h"

namespace credit::publicity {
namespace {

// The highest class of several counts (decision 0118).
constexpr std::array<std::string_view, 4> by_weight{"closed", "serious", "general", "minor"};

// The industry's own number where it has one on that day, else the general one; null without
// either.
const law::Parameter* parameter_on(const law::Library& law, const ClassFacts& facts,
                                   std::string_view name, Date day) {
    for (const auto& function : facts.functions) {
        const auto own = law.parameter("publicity." + function + "." + std::string(name), day);
        if (own) return *own;
    }
    const auto general = law.parameter("publicity." + std::string(name), day);
    return general ? *general : nullptr;
}

PublicityPeriod period_under(const ClassFacts& facts, const law::Library& law, Date version_on) {
    PublicityPeriod period{.publicity_class = class_of(facts, version_on)};
    const auto* const shortest =
        parameter_on(law, facts, period.publicity_class + ".shortest", version_on);
    const auto* const longest =
        parameter_on(law, facts, period.publicity_class + ".longest", version_on);
    if (shortest == nullptr || longest == nullptr) return period;
    const auto& length = std::get<law::Period>(shortest->value);
    period.known = true;
    // A class whose shortest period is none is published only where somebody decided that need.
    period.published = length.amount > 0;
    if (period.published) {
        period.shortest_through = law.calendar().last_day_of(length, facts.decided_on).day;
    }
    period.longest_through =
        law.calendar().last_day_of(std::get<law::Period>(longest->value), facts.decided_on).day;
    period.shortest_basis = shortest->citation;
    period.longest_basis = longest->citation;
    return period;
}

// Whether `now` opens repair earlier.
bool opens_earlier(const PublicityPeriod& then, const PublicityPeriod& now) {
    if (!then.shortest_through) return false;
    return !now.shortest_through || *now.shortest_through < *then.shortest_through;
}

bool lighter_in_public(const PublicityPeriod& then, const PublicityPeriod& now) {
    if (then.published != now.published) return then.published;
    return now.longest_through < then.longest_through;
}

// decision 0108: the version of the document's day, or the later one where it is lighter.
PublicityPeriod lighter(const PublicityPeriod& then, const PublicityPeriod& now) {
    if (!then.known) return now;
    if (!now.known) return then;
    PublicityPeriod period = lighter_in_public(then, now) ? now : then;
    const PublicityPeriod& opening = opens_earlier(then, now) ? now : then;
    period.shortest_through = opening.shortest_through;
    period.shortest_basis = opening.shortest_basis;
    return period;
}

}  // namespace

void read_penalties(ClassFacts& facts, const JsonObject& body, const catalogue::RecordKind& kind,
                    const catalogue::CodeLists& lists) {
    const auto* const column = kind.find_role(catalogue::ColumnRole::Category);
    if (column == nullptr || column->code_list.empty()) return;
    const auto list = lists.find(column->code_list);
    const auto* const value = body.if_contains(column->code);
    if (!list || value == nullptr || !value->is_string()) return;
    // Codes stand joined by semicolons.
    for (std::string_view rest = value->get_string(); !rest.empty();) {
        const auto end = rest.find(';');
        auto code = rest.substr(0, end);
        code = code.substr(0, code.find('-'));  // what follows is 其他, written out
        if (const auto* const item = (*list)->find(code)) {
            facts.penalties.emplace_back(code);
            facts.classes.push_back(item->publicity_class);
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
}

std::string class_of(const ClassFacts& facts, Date version_on) {
    std::vector<std::string_view> classes(facts.classes.begin(), facts.classes.end());
    for (std::size_t at = 0; at < facts.penalties.size() && facts.industries != nullptr; ++at) {
        const auto* const row =
            facts.industries->find_class(facts.functions, facts.penalties[at], version_on);
        if (row != nullptr) classes.at(at) = row->publicity_class;
    }
    for (const std::string_view each : by_weight) {
        if (std::ranges::find(classes, each) != classes.end()) return std::string(each);
    }
    return {};
}

PublicityPeriod publicity_period(const ClassFacts& facts, const law::Library& law, Date today) {
    return lighter(period_under(facts, law, facts.decided_on), period_under(facts, law, today));
}

}  // namespace credit::publicity
