// A store that is only read, also while a server runs.

#pragma once

#include <memory>

#include "cli/options.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::cli {

// Makes nothing where there is nothing: NotFound "desk.not_opened".
Result<std::unique_ptr<sql::Session>> open_store(const Options& options);

}  // namespace credit::cli
