#include "desk/scratch_store.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): has mkdtemp

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "foundation/result.h"
#include "sql/session.h"
#include "sql/write_behind.h"

namespace credit::desk {

Result<ScratchStore> ScratchStore::create() {
    std::string name = std::filesystem::temp_directory_path() / "xinheng-rebuild-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) return fail(ErrorCode::Unavailable, "sql.unavailable");
    ScratchStore scratch{std::filesystem::path(name)};
    scratch.session_ = TRY(sql::open_session(scratch.folder_ / "rebuilt.db"));
    TRY(sql::write_for_now(*scratch.session_));
    TRY(sql::migrate(*scratch.session_));
    return scratch;
}

ScratchStore::~ScratchStore() {
    if (folder_.empty()) return;
    session_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace credit::desk
