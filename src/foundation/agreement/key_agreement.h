// Key agreement over P-256 and what keys are derived by: ECDH, HKDF, PBKDF2, as the browsers'
// WebCrypto has them.
//
// What is sealed to a point can be opened by whoever holds its secret, and by nobody else.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::crypto {

// Uncompressed: 0x04, x, y.
using Point = std::array<std::uint8_t, 65>;

struct KeyPair {
    Key secret;
    Point point;
};

KeyPair new_key_pair();
// InvalidInput "foundation.not_a_point" for a secret that is none.
Result<Point> point_of(const Key& secret);
// InvalidInput "foundation.not_a_point" for bytes that are no point of the curve.
Result<Point> read_point(BytesView bytes);
// The x of the point that both sides come to. InvalidInput "foundation.not_a_point".
Result<Key> agree(const Key& secret, const Point& other);

// HKDF-SHA256 (RFC 5869).
Key derive_key(const Key& shared, const Digest& salt, std::string_view info);
// PBKDF2-HMAC-SHA256.
Key stretch_password(std::string_view password, BytesView salt, int iterations);

}  // namespace credit::crypto
