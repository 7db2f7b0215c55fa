// What is cited as the ground of an act (所依据的条文): an article of an instrument in force.

#pragma once

#include <string_view>

#include "foundation/clock.h"
#include "law/library.h"

namespace credit::law {

// "<id> art. 39", of an instrument that the library has and that is in force on the day.
bool is_article_in_force(const Library& law, std::string_view cited, Date day);

}  // namespace credit::law
