#include "http/private_folder.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): has mkdtemp

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ios>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include "foundation/result.h"
#include "http/wire/spool.h"

namespace credit::http {

Result<PrivateFolder> PrivateFolder::create() {
    std::string name = std::filesystem::temp_directory_path() / "xinheng-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) return fail(ErrorCode::Unavailable, "http.no_spool");
    return PrivateFolder(name);
}

PrivateFolder::~PrivateFolder() {
    if (path_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Result<std::unique_ptr<Spool>> spool_of(const std::filesystem::path& file) {
    auto spool = TRY(Spool::create());
    std::ifstream in(file, std::ios::binary);
    std::array<char, 65536> block{};
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
        TRY(spool->append(std::string_view(block.data(), static_cast<std::size_t>(in.gcount()))));
    }
    return spool;
}

}  // namespace credit::http
