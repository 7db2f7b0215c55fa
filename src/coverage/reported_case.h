// Reported case (报送的办件): a case that an authority decided, and whether it had asked the
// register before; or how many it decided on a day, of organisations.
//
// Numbers are of organisations alone. A natural person's case, or an individual business's, stands
// as a row for the authority's own auditor and enters no number.
//
// Law:     luzhengfa-2017-44 items 4, 26 — whoever must check, checks; it is watched over
// Reading: decision 0188: which cases must be checked, and what counts as a check

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::coverage {

enum class State : std::uint8_t {
    Checked,    // 已查: on the day of the decision or before
    Late,       // 后查: only after it
    Missing,    // 未查
    NotNeeded,  // 无需查询: no duty of the catalogue hangs on the matter
};

std::string_view name_of(State state);

struct ReportedCase {
    std::string matter;
    std::string case_number;
    std::string case_id = {};  // act id and ordinal
    std::string subject_key = {};
    std::string category = {};  // of the subject
    Date decided_on{};          // 办结日期
    State state = State::Missing;
    std::string lookup_id = {};  // the first check on that subject in that case
    std::optional<Date> looked_on = {};

    bool of_organisation() const { return category == "organisation"; }
    bool unchecked() const { return state == State::Late || state == State::Missing; }
};

// Of organisations, on one day at one matter.
struct ReportedCount {
    std::string matter;
    Date counted_on{};
    std::string count_id = {};
    std::int64_t organisations = 0;
    std::int64_t looked_up = 0;  // cases in which the register was asked on that day
};

// As acts hold them.
JsonObject to_json(const ReportedCase& reported);
Result<ReportedCase> read_case(const JsonObject& object);
JsonObject to_json(const ReportedCount& count);
Result<ReportedCount> read_count(const JsonObject& object);

}  // namespace credit::coverage
