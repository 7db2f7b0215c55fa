// Report by region or by industry (区域、行业信用分析报告): aggregates of organisations, none of
// persons or individual businesses, with small counts left out.
//
// Decisions stand in the region of the authority that made them, organisations in that of their
// credit code, by city and as it is called today. An industry is what the registration says. What
// is repaired, withdrawn, over or on hold is in no count.
//
// Law:     luzhengfa-2017-44 item 14 — analyses of regions and industries are made and published
// Reading: decision 0218: what is counted, and which counts are left out

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::pages {

enum class Dimension { Region, Industry };

// Organisations registered; permits and penalties decided in a year; listings in force of black and
// of red lists.
inline constexpr std::array<std::string_view, 5> report_columns{
    "organisations", "permits", "penalties", "restraints", "honours"};

// None: left out because it is small.
using Counts = std::array<std::optional<std::int64_t>, report_columns.size()>;

struct ReportLine {
    std::string code;  // of the region or the industry; empty: not known, or of elsewhere
    Counts counts = {};
};

struct Report {
    Date counted_on{};
    Date since{};                        // first day of the year of decisions
    std::int64_t smallest = 0;           // counts below it are left out
    std::vector<ReportLine> lines = {};  // in the order of the codes, the unknown last
};

struct Reports {
    Report regions = {};
    Report industries = {};
};

// Leaves out each count from 1 to below the smallest that may be shown; where that is one alone,
// the next smallest goes with it, so that no total tells it.
void leave_out_small(std::vector<ReportLine>& lines, std::int64_t smallest);

// The errors of the store and of the library.
Result<Reports> count_reports(sql::Session& session, const catalogue::Catalogue& catalogue,
                              const law::Library& law, Date day);

// Kept for the day. From any thread.
class KeptReports {
public:
    Result<std::shared_ptr<const Reports>> of(sql::Pool& pool,
                                              const catalogue::Catalogue& catalogue,
                                              const law::Library& law, Date day);

private:
    std::mutex mutex_;
    std::shared_ptr<const Reports> kept_;
};

}  // namespace credit::pages
