#include "commitments/eligibility.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "commitments/eligibility.sql.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/outer_limit.h"
#include "records/filed_state.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::commitments {
namespace {

using NamedGround = std::pair<Ground, std::string_view>;

constexpr std::array<NamedGround, 6> grounds{{{Ground::Model, "model"},
                                              {Ground::Honour, "honour"},
                                              {Ground::CleanYears, "clean_years"},
                                              {Ground::Listed, "listed"},
                                              {Ground::AdverseRecord, "adverse_record"},
                                              {Ground::BrokenCommitment, "broken_commitment"}}};

Ground ground_of(const sql::RowView& row) {
    return std::ranges::find(grounds, row.text(0), &NamedGround::second)->first;
}

// An honour that its authority filed as no longer valid is none.
bool stands(const catalogue::Catalogue& catalogue, const sql::RowView& row) {
    const auto kind = catalogue.kinds.find_version(row.text(3), row.text(4));
    return kind && !records::filed_as_invalid(**kind, row.text(2));
}

// What weighs most is told: first what stands against it, then what is in force for it.
int weight(Ground ground) {
    constexpr std::array<Ground, 6> order{Ground::CleanYears,    Ground::Honour,
                                          Ground::Model,         Ground::BrokenCommitment,
                                          Ground::AdverseRecord, Ground::Listed};
    return static_cast<int>(std::ranges::find(order, ground) - order.begin());
}

// Whether what the row says may still be looked up and weighed on the day.
bool told_of(const catalogue::Catalogue& catalogue, const law::Library& law, Date day,
             const sql::RowView& row) {
    if (row.is_null(6)) return true;
    std::string_view parameter = law::disclosure_limit;
    if (!row.text(3).empty()) {
        const auto kind = catalogue.kinds.find_version(row.text(3), row.text(4));
        if (!kind || (*kind)->retention.empty()) return true;
        parameter = (*kind)->retention;
    }
    const auto limit = law::outer_limit(
        law, parameter, {.conduct_on = row.optional_date(5), .decided_on = row.date(6)}, day);
    return !limit || day <= *limit;
}

bool stands_against(Ground ground) {
    return ground == Ground::Listed || ground == Ground::AdverseRecord;
}

void take(Eligibility& found, const catalogue::Catalogue& catalogue, const sql::RowView& row) {
    const Ground ground = ground_of(row);
    if (weight(ground) <= weight(found.ground)) return;
    if (ground == Ground::Honour && !stands(catalogue, row)) return;
    found.ground = ground;
    const bool named = ground == Ground::Honour || ground == Ground::Model;
    found.item = named ? row.text(1) : std::string_view();
    found.standard = ground == Ground::Model ? row.text(2) : std::string_view();
}

}  // namespace

std::string_view name_of(Ground ground) {
    return std::ranges::find(grounds, ground, &NamedGround::first)->second;
}

bool offers(const catalogue::Matter& matter, std::string_view incentive) {
    return std::ranges::find(matter.incentives, incentive) != matter.incentives.end();
}

// decision 0110: a period of years ends on the corresponding day, or on the last of its month.
Date first_day_of_years(Date day, int years) {
    const auto then = std::chrono::year_month_day{day} - std::chrono::years{years};
    if (then.ok()) return Date{then};
    return Date{then.year() / std::chrono::March / 1};
}

Result<Eligibility> eligibility_of(sql::Session& session, const catalogue::Catalogue& catalogue,
                                   const law::Library& law, const EligibilityQuestion& question) {
    const Date day = question.day;
    // luzhengfa-2017-44 item 7: three years without an adverse record.
    const auto years = TRY(law.period("incentive.clean_years", day));
    Eligibility found{.since = first_day_of_years(day, years.amount)};
    const auto look = [&](const sql::RowView& row) -> Result<void> {
        // luzhengfa-2017-44 item 20: what is verified weighs nothing meanwhile, in every version.
        if (std::ranges::find(question.held, row.text(1)) != question.held.end()) return {};
        // sd-social-credit-regulation-2020 art. 38: past the limit it is no basis of anything.
        const bool against = stands_against(ground_of(row));
        if (against && !told_of(catalogue, law, day, row)) return {};
        take(found, catalogue, row);
        return {};
    };
    TRY(session.read(statements::standing_facts, {question.subject_key, day, found.since}, look));
    return found;
}

Result<std::string> red_list_of(sql::Session& session, std::string_view subject_key, Date day) {
    const auto row = TRY(session.find(statements::red_list_in_force, {subject_key, day}));
    return row ? row->text(0) : std::string();
}

}  // namespace credit::commitments
