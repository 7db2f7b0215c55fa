// Minority (未成年): whether somebody was under age on the day of the conduct.
//
// Law:     juvenile-crime-prevention-law-2020 art. 59 — records of what a minor did are sealed, so
//          they never enter the register
// Reading: a year of age is complete on the birthday. Whoever was born on 29 February completes it
//          on 1 March of a year without that day, which is kinder.

#pragma once

#include <chrono>

#include "foundation/clock.h"

namespace credit::identity {

// The first day of full age; `adult_age` is a parameter of law.
constexpr Date comes_of_age_on(Date born_on, std::chrono::years adult_age) {
    const auto birthday = std::chrono::year_month_day{born_on} + adult_age;
    if (birthday.ok()) return Date{birthday};
    return Date{birthday.year() / std::chrono::March / 1};
}

constexpr bool was_minor(Date born_on, Date conduct_on, std::chrono::years adult_age) {
    return conduct_on < comes_of_age_on(born_on, adult_age);
}

}  // namespace credit::identity
