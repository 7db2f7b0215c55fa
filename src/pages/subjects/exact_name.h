// Exact name (名称相符): organisations of exactly that name, widths and brackets aside.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "pages/portal.h"
#include "sql/pool.h"

namespace credit::pages {

Result<std::vector<NameHit>> find_exact_name(sql::Pool& pool, std::string_view text,
                                             std::size_t limit);

}  // namespace credit::pages
