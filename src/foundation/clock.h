// Where time comes from. The edge reads it once a request; no rule does.

#pragma once

#include <chrono>
#include <cstdint>

namespace credit {

// Milliseconds since 1970 in UTC.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
};

// A day of the official calendar (China time, UTC+8, no daylight saving).
using Date = std::chrono::sys_days;

Date day_of(Instant instant);
// The first instant of the day in China time.
Instant start_of(Date day);

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// For demonstration stores and tests only.
class SimulatedClock final : public Clock {
public:
    explicit SimulatedClock(Instant start) : now_(start) {}
    Instant now() const override { return now_; }
    void set(Instant instant) { now_ = instant; }

private:
    Instant now_;
};

}  // namespace credit
