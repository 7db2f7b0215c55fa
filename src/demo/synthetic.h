// Synthetic subjects (合成数据): made up, and recognisable as such.
//
// Codes and numbers have right check characters and the area codes 3799xx, which belong to no
// region, so that none of them is anybody's. The same seed makes the same subjects.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"

namespace credit::demo {

// Of the demonstration's own dice: the day of the document.
inline constexpr std::uint64_t demonstration_seed = 20171222;

// SplitMix64: small, seeded, the same everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    // From 0 up to and without `sides`.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(next() % sides); }
    bool once_in(std::size_t times) { return roll(times) == 0; }

    template <typename Range>
    const auto& pick(const Range& range) {
        return range[roll(std::size(range))];
    }

private:
    std::uint64_t state_;
};

struct SyntheticSubject {
    catalogue::SubjectCategory category = catalogue::SubjectCategory::Organisation;
    std::string name;
    std::string identifier;      // credit code, or resident number of a person
    std::string representative;  // name, of an organisation
    std::string city;            // letters, as in authority codes: "JN"
};

struct City {
    std::string_view letters;
    std::string_view zh;
};
// The sixteen of today, in the order of their codes.
const std::vector<City>& cities();

SyntheticSubject make_organisation(Dice& dice);
SyntheticSubject make_individual_business(Dice& dice);
// Born between 1950 and 1995.
SyntheticSubject make_person(Dice& dice);
// Born on that day.
SyntheticSubject make_person(Dice& dice, Date born_on);

}  // namespace credit::demo
