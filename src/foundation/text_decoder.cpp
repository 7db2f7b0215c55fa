#include "foundation/text_decoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>
#include <unicode/utypes.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "foundation/text_utf8.h"

namespace credit::text {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

const char* converter_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::Gb18030:
            return "gb18030";
        case Encoding::Utf16LittleEndian:
            return "UTF-16LE";
        case Encoding::Utf16BigEndian:
            return "UTF-16BE";
        case Encoding::Utf8:
            break;
    }
    std::unreachable();
}

std::unexpected<Error> not_in_encoding(Encoding encoding, std::size_t offset) {
    return fail(ErrorCode::InvalidInput, "foundation.not_in_encoding",
                {std::string(name_of(encoding)), std::to_string(offset)});
}

void append_utf16(std::string& text, std::u16string_view units) {
    const std::size_t start = text.size();
    text.resize(start + (units.size() * 3));
    std::int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text.data() + start, static_cast<std::int32_t>(units.size() * 3), &size,
                units.data(), static_cast<std::int32_t>(units.size()), &status);
    CHECK(U_SUCCESS(status));
    text.resize(start + static_cast<std::size_t>(size));
}

bool continues(std::uint8_t byte) {
    return (byte & 0xC0) == 0x80;
}

// How many bytes at the start are, without a doubt, ASCII or the three bytes of an ideograph;
// nearly all text is, and this is several times as fast as to look at byte after byte.
std::size_t common_prefix(BytesView piece) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    const std::uint8_t* at = piece.data();
    const std::uint8_t* end = at + piece.size();
    while (true) {
        std::uint64_t eight = high_bits;
        if (end - at >= 8) std::memcpy(&eight, at, sizeof eight);
        if ((eight & high_bits) == 0) {
            at += 8;
        } else if (at < end && *at < 0x80) {
            ++at;
        } else if (end - at >= 3 && *at >= 0xE1 && *at <= 0xEC && continues(at[1]) &&
                   continues(at[2])) {
            at += 3;
        } else {
            return static_cast<std::size_t>(at - piece.data());
        }
    }
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf8:
            return "UTF-8";
        case Encoding::Gb18030:
            return "GB18030";
        case Encoding::Utf16LittleEndian:
            return "UTF-16LE";
        case Encoding::Utf16BigEndian:
            return "UTF-16BE";
    }
    std::unreachable();
}

std::size_t Utf8Check::feed(BytesView piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (wanted_ == 0) at += common_prefix(piece.subspan(at));
        if (at < piece.size() && !take(piece[at])) return at;
    }
    return piece.size();
}

bool Utf8Check::take(std::uint8_t byte) {
    if (wanted_ == 0) {
        const Sequence sequence = sequence_of(byte);
        wanted_ = sequence.wanted;
        lowest_ = sequence.lowest;
        highest_ = sequence.highest;
        seen_ = wanted_ > 0 ? 1 : 0;
        return wanted_ > 0 || byte < 0x80;
    }
    if (byte < lowest_ || byte > highest_) return false;
    lowest_ = 0x80;
    highest_ = 0xBF;
    ++seen_;
    if (--wanted_ == 0) seen_ = 0;
    return true;
}

class Decoder::Converter {
public:
    explicit Converter(Encoding encoding) : encoding_(encoding) {
        if (encoding == Encoding::Utf8) return;
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(converter_name(encoding), &status));
        CHECK(U_SUCCESS(status));
        ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
        CHECK(U_SUCCESS(status));
    }

    Result<std::string> feed(BytesView piece, bool end) {
        std::string text = TRY(converter_ ? convert(piece, end) : pass(piece, end));
        fed_ += piece.size();
        take_mark_off(text);
        return text;
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };

    // UTF-8 passes as it is; a sequence still open waits in `held_`.
    Result<std::string> pass(BytesView piece, bool end) {
        const std::size_t sound = check_.feed(piece);
        if (sound < piece.size()) return not_in_encoding(encoding_, fed_ + sound);
        if (end && !check_.complete()) return not_in_encoding(encoding_, fed_ + piece.size());
        std::string text = std::exchange(held_, {});
        text.append(text_of(piece));
        const std::size_t whole = text.size() - check_.open_bytes();
        held_ = text.substr(whole);
        text.resize(whole);
        return text;
    }

    Result<std::string> convert(BytesView piece, bool end) {
        std::string text;
        std::array<char16_t, 4096> units{};
        const char* source = reinterpret_cast<const char*>(piece.data());
        const char* const begin = source;
        const char* const limit = source + piece.size();
        for (;;) {
            UErrorCode status = U_ZERO_ERROR;
            char16_t* target = units.data();
            ucnv_toUnicode(converter_.get(), &target, units.data() + units.size(), &source, limit,
                           nullptr, static_cast<UBool>(end), &status);
            append_utf16(text, {units.data(), static_cast<std::size_t>(target - units.data())});
            if (U_SUCCESS(status) != 0) return text;
            if (status != U_BUFFER_OVERFLOW_ERROR) {
                return not_in_encoding(encoding_, place(static_cast<std::size_t>(source - begin)));
            }
        }
    }

    // Where the faulty sequence begins; the converter has read past it.
    std::size_t place(std::size_t read) {
        std::array<char, 32> bytes{};
        auto size = static_cast<std::int8_t>(bytes.size());
        UErrorCode status = U_ZERO_ERROR;
        ucnv_getInvalidChars(converter_.get(), bytes.data(), &size, &status);
        const std::size_t invalid = U_SUCCESS(status) != 0 ? static_cast<std::size_t>(size) : 0;
        return fed_ + read - std::min(invalid, fed_ + read);
    }

    void take_mark_off(std::string& text) {
        if (begun_ || text.empty()) return;
        begun_ = true;
        if (text.starts_with(mark)) text.erase(0, mark.size());
    }

    Encoding encoding_;
    std::unique_ptr<UConverter, Close> converter_;
    Utf8Check check_;
    std::string held_;
    std::size_t fed_ = 0;
    bool begun_ = false;
};

Decoder::Decoder(Encoding encoding) : converter_(std::make_unique<Converter>(encoding)) {}
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

Result<std::string> Decoder::feed(BytesView piece, bool end) {
    return converter_->feed(piece, end);
}

}  // namespace credit::text
