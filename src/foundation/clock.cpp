#include "foundation/clock.h"

#include <chrono>

namespace credit {
namespace {

constexpr std::chrono::hours china_offset{8};

}  // namespace

Date day_of(Instant instant) {
    const std::chrono::sys_time<std::chrono::milliseconds> moment{
        std::chrono::milliseconds{instant.milliseconds}};
    return std::chrono::floor<std::chrono::days>(moment + china_offset);
}

Instant start_of(Date day) {
    const std::chrono::milliseconds since = day.time_since_epoch() - china_offset;
    return Instant{since.count()};
}

Instant SystemClock::now() const {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace credit
