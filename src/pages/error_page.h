// Error page (出错页): what could not be done, why, and what to do next, in the house's own form.

#pragma once

#include <string>

#include "foundation/result.h"
#include "pages/html/place.h"

namespace credit::pages {

// `status`: of the answer, 400 to 599.
std::string show_error(const Place& place, const Error& error, int status);

}  // namespace credit::pages
