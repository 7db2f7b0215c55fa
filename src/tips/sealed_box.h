// Sealed tip (密封举报): what an informant wrote and who it is, closed in its browser to the public
// key of the authority that handles it.
//
// Bytes: "XHT1", the key's id (16), an ephemeral point (65), a nonce (12), AES-256-GCM ciphertext
// with its tag (16). The cipher's key is HKDF-SHA256 of the agreed x, salted with the SHA-256 of
// both points, for "xinheng tip 1"; the first 85 bytes are authenticated. Within: the length of a
// JSON text (four bytes, the highest first), the text, the files one after another, and zeros up to
// a multiple of 16 KiB, so that the size tells little. The register never holds a secret.
//
// Reading: decision 0212: the whole is sealed, not the name alone

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::tips {

inline constexpr std::size_t box_max = std::size_t{12} << 20U;  // stated in the contract
inline constexpr std::size_t text_max = std::size_t{64} << 10U;
inline constexpr std::size_t files_max = 5;

// Sixteen bytes of the SHA-256 of the point, in hexadecimal.
std::string key_id_of(const crypto::Point& point);

// The key that a box was sealed to, by its outside alone. Refused "tips.box_broken",
// "tips.box_too_large".
Result<std::string> read_key_id(BytesView box);

struct SealedFile {
    std::string name;  // as the informant gave it
    std::string content;
};

struct Content {
    JsonObject told;  // "authority", "domain", "subject", "text", "name", "contact", "files"
    std::vector<SealedFile> files;
};

Bytes seal_tip(const crypto::Point& point, const Content& content);
// Refused "tips.box_broken" when it was changed, or was sealed to another key.
Result<Content> open_tip_box(const crypto::KeyPair& pair, BytesView box);

}  // namespace credit::tips
