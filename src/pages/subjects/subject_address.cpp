#include "pages/subjects/subject_address.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "identity/subject_key.h"

namespace credit::pages {
namespace {

constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t code_length = 18;
constexpr std::size_t half = 8;
constexpr std::uint8_t rounds = 4;

using Half = std::array<std::uint8_t, half>;
struct Block {
    Half left{};
    Half right{};
};

// The code as a number to the base of its 36 characters: 94 bits of the 128.
Block pack(std::string_view code) {
    std::array<std::uint8_t, 2 * half> number{};
    for (const char character : code) {
        auto carry = characters.find(character);
        CHECK(carry != std::string_view::npos);
        for (auto& byte : std::views::reverse(number)) {
            carry += byte * characters.size();
            byte = static_cast<std::uint8_t>(carry & 0xFFU);
            carry >>= 8U;
        }
    }
    Block block;
    std::ranges::copy(std::span(number).first<half>(), block.left.begin());
    std::ranges::copy(std::span(number).last<half>(), block.right.begin());
    return block;
}

// None when the number is longer than a code.
std::optional<std::string> unpack(const Block& block) {
    std::array<std::uint8_t, 2 * half> number{};
    std::ranges::copy(block.left, number.begin());
    std::ranges::copy(block.right, number.begin() + half);
    std::string code(code_length, '0');
    for (char& character : std::views::reverse(code)) {
        std::size_t rest = 0;
        for (auto& byte : number) {
            rest = (rest << 8U) + byte;
            byte = static_cast<std::uint8_t>(rest / characters.size());
            rest %= characters.size();
        }
        character = characters[rest];
    }
    const bool whole = std::ranges::all_of(number, [](auto byte) { return byte == 0; });
    return whole ? std::optional(code) : std::nullopt;
}

// One round of a Feistel network: the permutation of Luby and Rackoff, in four rounds.
void mix(Half& into, const crypto::Key& key, std::uint8_t round, const Half& from) {
    std::array<std::uint8_t, half + 1> message{};
    message[0] = round;
    std::ranges::copy(from, message.begin() + 1);
    const auto digest = crypto::hmac_sha256(key, message);
    for (std::size_t place = 0; place < half; ++place) into.at(place) ^= digest.at(place);
}

}  // namespace

SubjectAddress::SubjectAddress(const crypto::Key& hmac)
    : key_(crypto::hmac_sha256(hmac, bytes_of("address of a page"))) {}

std::string SubjectAddress::id_of(const identity::SubjectKey& subject) const {
    CHECK(!subject.of_person());
    Block block = pack(subject.code());
    for (std::uint8_t round = 0; round < rounds; ++round) {
        mix(round % 2 == 0 ? block.left : block.right, key_, round,
            round % 2 == 0 ? block.right : block.left);
    }
    return to_hex(block.left) + to_hex(block.right);
}

std::optional<identity::SubjectKey> SubjectAddress::subject_of(std::string_view id) const {
    if (id.size() != 4 * half) return std::nullopt;
    const auto left = from_hex(id.substr(0, 2 * half));
    const auto right = from_hex(id.substr(2 * half));
    if (!left || !right) return std::nullopt;
    Block block;
    std::ranges::copy(*left, block.left.begin());
    std::ranges::copy(*right, block.right.begin());
    for (std::uint8_t round = rounds; round-- > 0;) {
        mix(round % 2 == 0 ? block.left : block.right, key_, round,
            round % 2 == 0 ? block.right : block.left);
    }
    const auto code = unpack(block);
    if (!code) return std::nullopt;
    const auto key = identity::SubjectKey::parse("O" + *code);
    return key ? std::optional(*key) : std::nullopt;
}

}  // namespace credit::pages
