#include "ledger/act.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"

namespace credit::ledger {
namespace {

constexpr std::size_t time_bytes = 6;
using RawId = std::array<std::uint8_t, 16>;

RawId raw_id(Instant now) {
    RawId raw{};
    auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(now.milliseconds, 0));
    for (std::size_t i = time_bytes; i-- > 0; milliseconds >>= 8U)
        raw[i] = static_cast<std::uint8_t>(milliseconds);
    crypto::fill_random(std::span(raw).subspan(time_bytes));
    return raw;
}

// The number after it, carried from the last byte on.
void increment(RawId& raw) {
    for (std::size_t i = raw.size(); i-- > 0;)
        if (++raw[i] != 0) return;
}

}  // namespace

std::string new_act_id(Instant now) {
    static std::mutex guard;
    static RawId last{};
    RawId raw = raw_id(now);
    const std::scoped_lock lock(guard);
    const bool same_time = std::equal(raw.begin(), raw.begin() + time_bytes, last.begin());
    if (same_time || raw < last) {
        raw = last;
        increment(raw);
    }
    last = raw;
    return to_base32(raw);
}

}  // namespace credit::ledger
