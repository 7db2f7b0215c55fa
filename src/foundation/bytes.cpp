#include "foundation/bytes.h"

#include <openssl/evp.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "foundation/spelling.h"

namespace credit {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

}  // namespace

std::string to_hex(BytesView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    append_hex(text, bytes);
    return text;
}

std::string to_base64(BytesView bytes) {
    std::string text(((bytes.size() + 2) / 3 * 4) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                       static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::string to_base32(BytesView bytes) {
    std::string text;
    append_base32(text, bytes);
    return text;
}

Result<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return fail(ErrorCode::InvalidInput, "foundation.not_hex");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const auto high = hex_digits.find(text[at]);
        const auto low = hex_digits.find(text[at + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return fail(ErrorCode::InvalidInput, "foundation.not_hex");
        }
        bytes.push_back(static_cast<std::uint8_t>((high * 16) + low));
    }
    return bytes;
}

Result<Bytes> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return fail(ErrorCode::InvalidInput, "foundation.not_base64");
    if (text.empty()) return Bytes{};
    Bytes bytes(text.size() / 4 * 3);
    const int length =
        EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size()));
    std::size_t padding = text.ends_with('=') ? 1 : 0;
    if (text.ends_with("==")) padding = 2;
    if (length < 0) return fail(ErrorCode::InvalidInput, "foundation.not_base64");
    bytes.resize(static_cast<std::size_t>(length) - padding);
    if (to_base64(bytes) != text) return fail(ErrorCode::InvalidInput, "foundation.not_base64");
    return bytes;
}

}  // namespace credit
