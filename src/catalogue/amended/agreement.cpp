#include "catalogue/amended/agreement.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"

namespace credit::catalogue {
namespace {

// gb-32100-2015: characters 3 to 8 of a unified social credit code are the division of whoever
// registered it; their first two are the province (gb-t-2260-2007).
constexpr std::size_t division_at = 2;
constexpr std::size_t province_length = 2;
constexpr std::string_view this_province = "37";
constexpr std::string_view whole_nation = "10";

std::string_view province_of(std::string_view credit_code) {
    return credit_code.size() < division_at + province_length
               ? std::string_view()
               : credit_code.substr(division_at, province_length);
}

}  // namespace

bool is_another_province(std::string_view division) {
    return !division.empty() && !division.starts_with(this_province) &&
           !division.starts_with(whole_nation);
}

bool is_of_another_region(std::string_view credit_code) {
    return is_another_province(province_of(credit_code));
}

const Agreement* Agreements::recognising(std::string_view credit_code, std::string_view category,
                                         Date day) const {
    const auto province = province_of(credit_code);
    const auto agreements = rows_.all();
    const auto found = std::ranges::find_if(agreements, [&](const Agreement& agreement) {
        return agreement.covers(day) && agreement.region.starts_with(province) &&
               std::ranges::find(agreement.categories, category) != agreement.categories.end();
    });
    return found == agreements.end() ? nullptr : &*found;
}

void Agreements::amend(std::vector<Agreement> agreements) {
    rows_.amend(std::move(agreements));
}

}  // namespace credit::catalogue
