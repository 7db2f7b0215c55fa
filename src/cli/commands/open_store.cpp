#include "cli/commands/open_store.h"

#include <filesystem>
#include <memory>

#include "cli/options.h"
#include "foundation/result.h"
#include "ledger/store_places.h"
#include "sql/session.h"

namespace credit::cli {

Result<std::unique_ptr<sql::Session>> open_store(const Options& options) {
    if (!ledger::is_postgres(options.store) && !std::filesystem::exists(options.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    return sql::open_session(options.store);
}

}  // namespace credit::cli
