// Key file (举报私钥文件): the secret of an authority's key, on the machine of its officer alone.
//
// A JSON text that the command line and the console both read: the point, and the secret under
// AES-256-GCM with a key that PBKDF2-HMAC-SHA256 makes of the officer's passphrase. The register
// never sees it.

#pragma once

#include <string>
#include <string_view>

#include "foundation/agreement/key_agreement.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::tips {

inline constexpr std::size_t passphrase_least = 12;  // characters

// InvalidInput "tips.passphrase_weak".
Result<std::string> write_key_text(const crypto::KeyPair& pair, std::string_view passphrase);
// InvalidInput "tips.key_file_broken"; NotPermitted "tips.passphrase_wrong".
Result<crypto::KeyPair> read_key_text(std::string_view text, std::string_view passphrase);
// The point alone, for which no passphrase is needed. InvalidInput "tips.key_file_broken".
Result<crypto::Point> read_point_of(std::string_view text);

}  // namespace credit::tips
