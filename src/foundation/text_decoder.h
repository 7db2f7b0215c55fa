// Decoding of files to UTF-8, piece by piece in bounded memory.
//
// A byte-order mark at the start is taken off. A sequence cut by the end of a piece waits for the
// next one. GBK is read as GB 18030, whose subset it is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/result.h"

namespace credit::text {

enum class Encoding { Utf8, Gb18030, Utf16LittleEndian, Utf16BigEndian };

// "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE".
std::string_view name_of(Encoding encoding);

// Whether pieces fed one after another are UTF-8, strictly.
class Utf8Check {
public:
    // The number of bytes, from the start of the piece, that are well formed; less than the whole
    // piece at the first byte that cannot stand where it stands. A sequence still open counts.
    std::size_t feed(BytesView piece);
    // No sequence is open.
    bool complete() const { return wanted_ == 0; }
    // Bytes of the sequence that is open at the end of what was fed.
    std::size_t open_bytes() const { return seen_; }

private:
    bool take(std::uint8_t byte);

    std::uint8_t wanted_ = 0;  // continuation bytes still to come
    std::uint8_t seen_ = 0;    // bytes of the open sequence
    std::uint8_t lowest_ = 0x80;
    std::uint8_t highest_ = 0xBF;
};

class Decoder {
public:
    explicit Decoder(Encoding encoding);
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder();

    // The UTF-8 text of the piece; `end` says that no more comes. InvalidInput
    // "foundation.not_in_encoding" with the encoding and the place of the byte, counted from 0;
    // nothing may be fed after it.
    Result<std::string> feed(BytesView piece, bool end);

private:
    class Converter;
    std::unique_ptr<Converter> converter_;
};

}  // namespace credit::text
