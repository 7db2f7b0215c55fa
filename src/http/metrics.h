// Figures of the running server (运行指标), told at /metrics in Prometheus' text form.
//
// Counted with relaxed atomics; no name of a caller or subject stands in them.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace credit::http {

class Metrics {
public:
    // One row of counters for each name; requests that meet no operation count under "none".
    explicit Metrics(std::vector<std::string_view> operations);

    // The operation by its place in the constructor's list, or the list's size for none.
    void count(std::size_t operation, int status, std::chrono::nanoseconds taken);

    // A figure asked for when told, such as the size of an index. From any thread, at any time.
    enum class Type : std::uint8_t { Gauge, Counter };
    void add(std::string name, std::string help, Type type, std::function<double()> figure);
    // Before what the figure reads is gone.
    void forget(std::string_view name);

    std::string text() const;

private:
    static constexpr std::array<std::int64_t, 12> bounds_microseconds{
        100,    250,    500,     1'000,   2'500,     5'000,
        10'000, 25'000, 100'000, 500'000, 2'500'000, 10'000'000};
    struct alignas(64) Row {
        std::array<std::atomic<std::uint64_t>, 6> by_class{};  // 1xx … 5xx at their first digit
        std::array<std::atomic<std::uint64_t>, bounds_microseconds.size() + 1> buckets{};
        std::atomic<std::uint64_t> nanoseconds{0};
    };
    struct Figure {
        std::string name;
        std::string help;
        Type type;
        std::function<double()> read;
    };
    void append_requests(std::string& out) const;
    void append_durations(std::string& out) const;
    std::string_view name_at(std::size_t place) const;

    std::vector<std::string_view> operations_;
    std::vector<Row> rows_;
    mutable std::mutex mutex_;
    std::vector<Figure> figures_;
};

}  // namespace credit::http
