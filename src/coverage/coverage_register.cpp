#include "coverage/coverage_register.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coverage/coverage.sql.h"
#include "coverage/reported_case.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::coverage {
namespace {

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// In the order of the columns of every SELECT of whole cases in coverage.sql.
Result<Kept> kept_of(const sql::Row& row) {
    JsonObject object{{"matter", row.text(1)},   {"case", row.text(2)},
                      {"id", row.text(3)},       {"subject", row.text(4)},
                      {"category", row.text(5)}, {"decided_on", row.text(6)},
                      {"state", row.text(7)}};
    if (const auto receipt = row.optional_text(8)) object["receipt"] = *receipt;
    if (const auto looked_on = row.optional_text(9)) object["looked_on"] = *looked_on;
    return Kept{.authority = row.text(0).substr(1), .reported = TRY(read_case(object))};
}

void add(Covered& covered, std::string_view state, std::int64_t number) {
    if (state == name_of(State::Checked)) covered.checked += number;
    if (state == name_of(State::Late)) covered.late += number;
    if (state == name_of(State::Missing)) covered.missing += number;
    if (state == name_of(State::NotNeeded)) covered.not_needed += number;
}

}  // namespace

Result<std::optional<ReportedCase>> CoverageRegister::find(std::string_view home_key,
                                                           std::string_view matter,
                                                           std::string_view case_number) {
    const auto row = TRY(session_.find(statements::find_case, {home_key, matter, case_number}));
    if (!row) return std::nullopt;
    return TRY(kept_of(*row)).reported;
}

Result<std::optional<ReportedCount>> CoverageRegister::find_count(std::string_view home_key,
                                                                  std::string_view matter,
                                                                  Date day) {
    const auto row = TRY(session_.find(statements::find_count, {home_key, matter, day}));
    if (!row) return std::nullopt;
    return ReportedCount{.matter = std::string(matter),
                         .counted_on = day,
                         .organisations = row->integer(0),
                         .looked_up = row->integer(1)};
}

Result<CoverageRegister::ByMatter> CoverageRegister::covered(const Within& within) {
    const std::string home = within.authority.empty() ? "" : "A" + within.authority;
    ByMatter all;
    for (const auto& row : TRY(session_.query(statements::cases_by_matter,
                                              {within.from, within.through, home, home}))) {
        add(all[{row.text(0).substr(1), row.text(1)}], row.text(2), row.integer(3));
    }
    for (const auto& row : TRY(session_.query(statements::counts_by_matter,
                                              {within.from, within.through, home, home}))) {
        auto& covered = all[{row.text(0).substr(1), row.text(1)}];
        covered.counted = row.integer(2);
        covered.looked_up = row.integer(3);
    }
    return all;
}

Result<std::vector<Kept>> CoverageRegister::unchecked(const Unchecked& query) {
    const std::string home = query.authority.empty() ? "" : "A" + std::string(query.authority);
    const int everybody = query.whose == Whose::Everybody ? 1 : 0;
    std::vector<Kept> kept;
    for (const auto& row : TRY(session_.query(statements::unchecked_after,
                                              {query.after, home, home, everybody, query.limit}))) {
        kept.push_back(TRY(kept_of(row)));
    }
    return kept;
}

Result<void> CoverageRegister::save(std::string_view home_key, const ReportedCase& reported) {
    const auto lookup = or_null(reported.lookup_id);
    const std::array<sql::Value, 10> values{home_key,
                                            reported.matter,
                                            reported.case_number,
                                            reported.case_id,
                                            reported.subject_key,
                                            reported.category,
                                            reported.decided_on,
                                            name_of(reported.state),
                                            lookup,
                                            reported.looked_on};
    TRY(session_.execute(statements::save_case, values));
    return {};
}

Result<void> CoverageRegister::save(std::string_view home_key, const ReportedCount& count) {
    TRY(session_.execute(statements::save_count,
                         {home_key, count.matter, count.counted_on, count.count_id,
                          count.organisations, count.looked_up}));
    return {};
}

}  // namespace credit::coverage
