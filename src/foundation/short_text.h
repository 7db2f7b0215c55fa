// A text of bounded length that lives without allocation: identifiers and keys.

#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "foundation/check.h"

namespace credit {

template <std::size_t capacity>
class ShortText {
public:
    constexpr ShortText() = default;
    // The text must fit.
    constexpr explicit ShortText(std::string_view text) {
        CHECK(text.size() <= capacity);
        std::ranges::copy(text, characters_.begin());
        size_ = static_cast<std::uint8_t>(text.size());
    }

    constexpr std::string_view view() const { return {characters_.data(), size_}; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr bool full() const { return size_ == capacity; }
    constexpr void push_back(char character) {
        CHECK(!full());
        characters_[size_++] = character;
    }

    auto operator<=>(const ShortText&) const = default;

private:
    std::array<char, capacity> characters_{};  // zero behind the text, so that comparison holds
    std::uint8_t size_ = 0;
};

}  // namespace credit
