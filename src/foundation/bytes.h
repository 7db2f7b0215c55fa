// Bytes and their spelling in hexadecimal, base64 and base32.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace credit {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

inline BytesView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline std::string_view text_of(BytesView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string to_hex(BytesView bytes);
std::string to_base64(BytesView bytes);
// Crockford's alphabet, capitals, no padding; sorts as the bytes do.
std::string to_base32(BytesView bytes);

// InvalidInput "foundation.not_hex" / "foundation.not_base64".
Result<Bytes> from_hex(std::string_view text);
Result<Bytes> from_base64(std::string_view text);

}  // namespace credit
