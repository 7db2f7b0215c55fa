#include "sql/postgres/postgres_parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <variant>

#include "foundation/bytes.h"
#include "sql/postgres/postgres_connection.h"
#include "sql/value.h"

namespace credit::sql {
namespace {

constexpr int text_format = 0;
constexpr std::size_t number_size_max = 24;

std::size_t room_for(const Value& value) {
    const auto* text = std::get_if<std::string_view>(&value.held());
    return text == nullptr ? number_size_max : text->size() + 1;
}

}  // namespace

// The texts are given their room at once, so that none of them moves.
bool PostgresParameters::fill(std::span<const Value> values) {
    std::size_t room = 0;
    for (const auto& value : values) room += room_for(value);
    texts_.clear();
    texts_.reserve(room);
    starts_.clear();
    lengths_.clear();
    formats_.clear();
    return std::ranges::all_of(values, [this](const Value& value) { return add(value); });
}

bool PostgresParameters::add(const Value& value) {
    const auto push = [this](const char* start, std::size_t length, int format) {
        starts_.push_back(start);
        lengths_.push_back(static_cast<int>(length));
        formats_.push_back(format);
        return true;
    };
    const auto push_text = [&](std::string_view text) {
        const char* start = texts_.data() + texts_.size();
        texts_.append(text).push_back('\0');
        return push(start, text.size(), text_format) && std::strlen(start) == text.size();
    };
    if (const auto* number = std::get_if<std::int64_t>(&value.held())) {
        std::array<char, number_size_max> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), *number);
        return push_text({digits.data(), end.ptr});
    }
    if (const auto* text = std::get_if<std::string_view>(&value.held())) return push_text(*text);
    if (const auto* date = std::get_if<DateText>(&value.held())) return push_text(date->text());
    if (const auto* bytes = std::get_if<BytesView>(&value.held())) {
        return push(bytes->empty() ? "" : text_of(*bytes).data(), bytes->size(), binary_format);
    }
    return push(nullptr, 0, text_format);
}

}  // namespace credit::sql
