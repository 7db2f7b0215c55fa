// Token file (令牌文件): who may sign in, with account, token and password, a line each.
//
// Written once when a register is made, for its first account or for a demonstration; read by the
// command line. Of mode 0600, and worth nothing to it once others may read it.

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "access/principal.h"
#include "foundation/result.h"

namespace credit::access {

struct TokenEntry {
    Role role = Role::Public;
    std::string authority = {};  // empty where the role belongs to none
    std::string account = {};
    std::string token;
    std::string password = {};
};

// Conflict "foundation.file_exists"; Unavailable "foundation.file_not_written".
Result<void> write_token_file(const std::filesystem::path& file,
                              std::span<const TokenEntry> entries);

// A file that holds one token alone gives one entry of the role Public. NotPermitted
// "access.tokens_open_to_others"; NotFound or Unavailable "foundation.file_not_read"; InvalidInput
// "access.token_file_broken".
Result<std::vector<TokenEntry>> read_token_file(const std::filesystem::path& file);

}  // namespace credit::access
