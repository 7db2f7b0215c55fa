// Cryptography of the register, over OpenSSL: digests, keyed hashes, sealed boxes, signatures.
//
// Nothing here decides what is secret; callers do. Failures of OpenSSL itself stop the process.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/result.h"

namespace credit::crypto {

using Digest = std::array<std::uint8_t, 32>;
using Key = std::array<std::uint8_t, 32>;

// SHA-256; the second form digests the parts one after another without joining them.
Digest sha256(BytesView bytes);
Digest sha256(std::span<const BytesView> parts);

Digest hmac_sha256(const Key& key, BytesView bytes);

void fill_random(std::span<std::uint8_t> bytes);
Key random_key();

// AES-256-GCM with a random nonce in front and the tag behind; `context` is authenticated, not
// stored.
Bytes seal(const Key& key, BytesView plain, BytesView context);
// InvalidInput "foundation.seal_broken" when the box was changed, cut, or sealed under another key
// or context.
Result<Bytes> open(const Key& key, BytesView sealed, BytesView context);

using Signature = std::array<std::uint8_t, 64>;
using PublicKey = std::array<std::uint8_t, 32>;

// Ed25519 from a 32-byte seed.
PublicKey public_key_of(const Key& seed);
Signature sign(const Key& seed, BytesView message);
bool verify(const PublicKey& key, BytesView message, const Signature& signature);

// Argon2id in its encoded form ("$argon2id$v=19$m=…"), parameters inside.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view encoded, std::string_view password);

}  // namespace credit::crypto
