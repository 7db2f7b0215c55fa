#include "pages/figures/figures.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "pages/portal.sql.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::pages {
namespace {

std::chrono::year_month month_of(Date day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

std::size_t months_between(std::chrono::year_month first, std::chrono::year_month last) {
    return static_cast<std::size_t>((last - first).count());
}

template <typename Counts>
void add(Counts& counts, std::string_view kind, std::int64_t number) {
    if (kind == "permit") counts.permits += number;
    if (kind == "penalty") counts.penalties += number;
}

}  // namespace

Result<Figures> count_figures(sql::Session& session, Date day) {
    const auto last = month_of(day);
    const auto first = last - std::chrono::months{months_shown - 1};
    Figures figures{.counted_on = day, .months = {}, .authorities = {}};
    for (std::size_t place = 0; place < months_shown; ++place) {
        figures.months.push_back({.month = first + std::chrono::months{place}});
    }
    std::map<std::string, AuthorityFigures, std::less<>> by_authority;
    const auto visit = [&](const sql::RowView& row) -> Result<void> {
        const auto month = month_of(row.date(2));
        if (month > last) return {};
        const auto number = row.integer(3);
        add(figures.months.at(months_between(first, month)), row.text(0), number);
        auto& authority = by_authority[std::string(row.text(1))];
        add(authority, row.text(0), number);
        return {};
    };
    TRY(session.scan(statements::decided_by_day, {Date{first / 1}}, visit));
    for (auto& [code, counts] : by_authority) {
        counts.authority = code;
        if (counts.permits + counts.penalties > 0) figures.authorities.push_back(counts);
    }
    const auto place = [](const AuthorityFigures& counts) {
        return std::tuple(-(counts.permits + counts.penalties), std::string_view(counts.authority));
    };
    std::ranges::sort(figures.authorities, {}, place);
    return figures;
}

Result<std::shared_ptr<const Figures>> KeptFigures::of(sql::Pool& pool, Date day) {
    const std::scoped_lock lock(mutex_);
    if (kept_ == nullptr || kept_->counted_on != day) {
        auto lease = TRY(pool.lease(sql::Access::Read));
        kept_ = std::make_shared<const Figures>(TRY(count_figures(*lease, day)));
    }
    return kept_;
}

}  // namespace credit::pages
