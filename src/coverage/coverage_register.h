// What is kept of reported cases (覆盖台账). Its statements are in coverage.sql.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coverage/reported_case.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::coverage {

// Of organisations at one matter of one authority.
struct Covered {
    std::int64_t checked = 0;
    std::int64_t late = 0;
    std::int64_t missing = 0;
    std::int64_t not_needed = 0;
    std::int64_t counted = 0;    // by daily counts
    std::int64_t looked_up = 0;  // on those days
};

struct Within {
    Date from{};
    Date through{};
    std::string authority = {};  // code; empty: all
};

// A case and whose it is.
struct Kept {
    std::string authority;
    ReportedCase reported;
};

enum class Whose : std::uint8_t { Organisations, Everybody };

class CoverageRegister {
public:
    explicit CoverageRegister(sql::Session& session) : session_(session) {}

    Result<std::optional<ReportedCase>> find(std::string_view home_key, std::string_view matter,
                                             std::string_view case_number);
    Result<std::optional<ReportedCount>> find_count(std::string_view home_key,
                                                    std::string_view matter, Date day);
    // By authority and matter.
    using ByMatter = std::map<std::pair<std::string, std::string>, Covered>;
    Result<ByMatter> covered(const Within& within);
    // Cases that should have been checked and were not in time, after that id; of one authority, or
    // of all where none is named.
    struct Unchecked {
        std::string_view authority;
        std::string_view after;
        std::int64_t limit = 0;
        Whose whose = Whose::Organisations;
    };
    Result<std::vector<Kept>> unchecked(const Unchecked& query);

    // For apply alone.
    Result<void> save(std::string_view home_key, const ReportedCase& reported);
    Result<void> save(std::string_view home_key, const ReportedCount& count);

private:
    sql::Session& session_;
};

}  // namespace credit::coverage
