// Bases (依据) as pages show them: each article with how far its text was checked.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "catalogue/duties/basis.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {

// <ul>…</ul>; "none is named" when there is none.
Html bases_of(const Place& place, const std::vector<catalogue::Basis>& bases);
// <ul>…</ul> of why a row takes no force.
Html gaps_of(const Place& place, const std::vector<catalogue::Gap>& gaps);
// "三年", "three years": as the law writes it.
std::string length_of(const Place& place, const calendar::Period& period);
// The authorities of the province that have one of these functions; the first few by name.
Html offices_of(const Place& place, const std::vector<std::string>& functions);
std::string categories_of(const Place& place,
                          const std::vector<catalogue::SubjectCategory>& categories);
// "自 2020-10-01", "2019-07-01 至 2023-04-30"; empty where neither is known.
std::string validity_of(const Place& place, const catalogue::Validity& validity);

}  // namespace credit::pages
