// Monthly figures (月度统计): how many permits and penalties on organisations were decided in each
// month, by authority. Records of persons and of individual businesses are in no figure.
//
// Counted once a day, and kept: the count goes through all records of the last months.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::pages {

inline constexpr std::size_t months_shown = 24;

struct MonthFigures {
    std::chrono::year_month month{};
    std::int64_t permits = 0;
    std::int64_t penalties = 0;
};

struct AuthorityFigures {
    std::string authority;  // code
    std::int64_t permits = 0;
    std::int64_t penalties = 0;
};

struct Figures {
    Date counted_on{};
    std::vector<MonthFigures> months;           // the oldest first
    std::vector<AuthorityFigures> authorities;  // the most first, of the same months
};

Result<Figures> count_figures(sql::Session& session, Date day);

// Kept for the day. From any thread.
class KeptFigures {
public:
    Result<std::shared_ptr<const Figures>> of(sql::Pool& pool, Date day);

private:
    std::mutex mutex_;
    std::shared_ptr<const Figures> kept_;
};

}  // namespace credit::pages
