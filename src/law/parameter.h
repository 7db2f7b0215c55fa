// Parameter (法定参数): a number of the law, dated, with the article that sets it.
//
// A number of law stands once, in law/parameters.toml, as the law writes it: three months, seven
// working days. Code asks for it by name and day.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "calendar/period.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/toml_reader.h"

namespace credit::law {

using calendar::Period;

struct Parameter {
    std::string name;  // "objection.result.own_data"
    Citation citation;
    Date from;
    std::optional<Date> through = {};
    std::variant<Period, std::int64_t> value;
    std::string rule;  // in our own words
    std::string rule_zh;

    bool in_force(Date day) const { return from <= day && (!through || day <= *through); }
};

// One [[parameter]]: its value is exactly one of years, months, days, working_days, number.
Result<Parameter> read_parameter(const TomlTable& entry);

}  // namespace credit::law
