// The text of a duty in an answer: measure, group, obligation, articles, implementer, words,
// remedy.

#pragma once

#include <string>
#include <string_view>

#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "law/library.h"

namespace credit::checks {

// What may be done against the measure, as its standard or order says it.
struct Remedy {
    std::string_view zh;
    std::string_view en;
};

// A JSON object up to its remedy, which differs from listing to listing.
std::string duty_without_remedy(const law::Library& law, const catalogue::Measure& measure,
                                Date day);
// Appends the remedy, and ends the object.
void append_remedy(std::string& text, const Remedy& remedy);

}  // namespace credit::checks
