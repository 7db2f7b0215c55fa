#include "pages/reports/report.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "pages/portal.sql.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::pages {
namespace {

// Places of report_columns.
enum Column : std::size_t { Organisations, Permits, Penalties, Restraints, Honours };

using Raw = std::array<std::int64_t, report_columns.size()>;
using ByCode = std::map<std::string, Raw, std::less<>>;

std::optional<Column> column_of(std::string_view what) {
    if (what == "organisation") return Organisations;
    if (what == "permit") return Permits;
    if (what == "penalty") return Penalties;
    if (what == "black") return Restraints;
    if (what == "red") return Honours;
    return std::nullopt;
}

// The city, as it is called on the day, or the province; empty for a division of elsewhere.
std::string city_of(const catalogue::Catalogue& catalogue, std::string_view division, Date day) {
    const auto region = catalogue.regions.current(division, day);
    if (!region) return {};
    return (*region)->level == catalogue::RegionLevel::County ? (*region)->parent : (*region)->code;
}

// Where an organisation is registered, or where the authority that decided is.
std::string region_of(const catalogue::Catalogue& catalogue, std::string_view place, Date day) {
    const auto authority = catalogue.authorities.find(place);
    return city_of(catalogue, authority ? (*authority)->region : std::string(place), day);
}

class Counting {
public:
    Counting(const catalogue::Catalogue& catalogue, Date day) : catalogue_(catalogue), day_(day) {}

    // Rows of (division or code of the authority, industry, what, number).
    void add(const sql::RowView& row) {
        const auto column = column_of(row.text(2));
        if (!column) return;
        const auto number = row.integer(3);
        regions[region_of(catalogue_, row.text(0), day_)].at(*column) += number;
        industries[std::string(row.text(1))].at(*column) += number;
    }

    ByCode regions = {};
    ByCode industries = {};

private:
    const catalogue::Catalogue& catalogue_;
    Date day_;
};

std::vector<ReportLine> lines_of(const ByCode& counted) {
    std::vector<ReportLine> lines;
    for (const auto& [code, numbers] : counted) {
        ReportLine line{.code = code};
        std::ranges::copy(numbers, line.counts.begin());
        lines.push_back(std::move(line));
    }
    // The empty code stands for the rest.
    std::ranges::stable_partition(lines, [](const auto& line) { return !line.code.empty(); });
    return lines;
}

Report report_of(const ByCode& counted, Date day, Date since, std::int64_t smallest) {
    Report report{.counted_on = day, .since = since, .smallest = smallest};
    report.lines = lines_of(counted);
    leave_out_small(report.lines, smallest);
    return report;
}

}  // namespace

void leave_out_small(std::vector<ReportLine>& lines, std::int64_t smallest) {
    for (std::size_t column = 0; column < report_columns.size(); ++column) {
        std::vector<std::pair<std::int64_t, ReportLine*>> above_nought;
        for (auto& line : lines) {
            const auto count = line.counts.at(column).value_or(0);
            if (count > 0) above_nought.emplace_back(count, &line);
        }
        std::ranges::sort(above_nought, {}, &std::pair<std::int64_t, ReportLine*>::first);
        std::size_t left_out = 0;
        for (const auto& [count, line] : above_nought) {
            if (count >= smallest && left_out != 1) break;
            line->counts.at(column).reset();
            ++left_out;
        }
    }
}

Result<Reports> count_reports(sql::Session& session, const catalogue::Catalogue& catalogue,
                              const law::Library& law, Date day) {
    const auto smallest = TRY(law.number("reports.smallest_count", day));
    const Date since = day - std::chrono::days{364};
    Counting counting(catalogue, day);
    const auto visit = [&](const sql::RowView& row) -> Result<void> {
        counting.add(row);
        return {};
    };
    TRY(session.scan(statements::organisations_by_place, {}, visit));
    TRY(session.scan(statements::decided_by_place, {since, day}, visit));
    TRY(session.scan(statements::listed_by_place, {day}, visit));
    return Reports{.regions = report_of(counting.regions, day, since, smallest),
                   .industries = report_of(counting.industries, day, since, smallest)};
}

Result<std::shared_ptr<const Reports>> KeptReports::of(sql::Pool& pool,
                                                       const catalogue::Catalogue& catalogue,
                                                       const law::Library& law, Date day) {
    const std::scoped_lock lock(mutex_);
    if (kept_ == nullptr || kept_->regions.counted_on != day) {
        auto lease = TRY(pool.lease(sql::Access::Read));
        kept_ = std::make_shared<const Reports>(TRY(count_reports(*lease, catalogue, law, day)));
    }
    return kept_;
}

}  // namespace credit::pages
