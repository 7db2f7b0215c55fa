#include "ledger/act.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/spelling.h"
#include "ledger/act_id.h"

namespace credit::ledger {
namespace {

constexpr std::size_t time_bytes = 6;
using RawId = std::array<std::uint8_t, 16>;

// Drawn for many ids at once, since asking for it costs the same for one and for all.
void fill_random(std::span<std::uint8_t> bytes) {
    static thread_local std::array<std::uint8_t, 1024> drawn;
    static thread_local std::size_t used = drawn.size();
    if (drawn.size() - used < bytes.size()) {
        crypto::fill_random(drawn);
        used = 0;
    }
    std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(used), bytes.size(), bytes.begin());
    used += bytes.size();
}

RawId time_id(Instant now) {
    RawId raw{};
    auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(now.milliseconds, 0));
    for (std::size_t i = time_bytes; i-- > 0; milliseconds >>= 8U)
        raw[i] = static_cast<std::uint8_t>(milliseconds);
    return raw;
}

RawId raw_id(Instant now) {
    RawId raw = time_id(now);
    fill_random(std::span(raw).subspan(time_bytes));
    return raw;
}

// The number after it, carried from the last byte on.
void increment(RawId& raw) {
    for (std::size_t i = raw.size(); i-- > 0;)
        if (++raw[i] != 0) return;
}

// The newest id that this process made or was told of.
struct Newest {
    std::mutex guard;
    RawId id{};
};

Newest& newest() {
    static Newest held;
    return held;
}

// The inverse of to_base32 for an id; none for another text.
std::optional<RawId> raw_of(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr std::size_t characters = 26;
    if (id.size() != characters) return std::nullopt;
    RawId raw{};
    unsigned window = 0;
    unsigned bits = 0;
    std::size_t at = 0;
    for (const char character : id) {
        const auto digit = digits.find(character);
        if (digit == std::string_view::npos) return std::nullopt;
        window = (window << 5U | static_cast<unsigned>(digit)) & 0xFFFFU;
        bits += 5;
        if (bits < 8 || at == raw.size()) continue;
        bits -= 8;
        raw[at++] = static_cast<std::uint8_t>(window >> bits);
    }
    return raw;
}

}  // namespace

void write_act_id(std::string& id, Instant now) {
    RawId raw = raw_id(now);
    auto& [guard, last] = newest();
    const std::scoped_lock lock(guard);
    const bool same_time = std::equal(raw.begin(), raw.begin() + time_bytes, last.begin());
    if (same_time || raw < last) {
        raw = last;
        increment(raw);
    }
    last = raw;
    id.clear();
    append_base32(id, raw);
}

std::string new_act_id(Instant now) {
    std::string id;
    write_act_id(id, now);
    return id;
}

void begin_ids_after(std::string_view id) {
    const auto raw = raw_of(id);
    if (!raw) return;
    auto& [guard, last] = newest();
    const std::scoped_lock lock(guard);
    last = std::max(last, *raw);
}

std::string first_id_at(Instant moment) {
    return to_base32(time_id(moment));
}

}  // namespace credit::ledger
