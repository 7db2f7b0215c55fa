#include "http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/check.h"

namespace credit::http {

Metrics::Metrics(std::vector<std::string_view> operations)
    : operations_(std::move(operations)), rows_(operations_.size() + 1) {}

void Metrics::count(std::size_t operation, int status, std::chrono::nanoseconds taken) {
    CHECK(operation < rows_.size());
    Row& row = rows_[operation];
    const auto digit = static_cast<std::size_t>(std::clamp(status / 100, 1, 5));
    row.by_class[digit].fetch_add(1, std::memory_order_relaxed);
    const auto microseconds = taken.count() / 1000;
    const auto* const bound = std::ranges::lower_bound(bounds_microseconds, microseconds);
    const auto bucket = static_cast<std::size_t>(bound - bounds_microseconds.begin());
    row.buckets[bucket].fetch_add(1, std::memory_order_relaxed);
    row.nanoseconds.fetch_add(static_cast<std::uint64_t>(taken.count()), std::memory_order_relaxed);
}

void Metrics::add(std::string name, std::string help, Type type, std::function<double()> figure) {
    const std::scoped_lock lock(mutex_);
    figures_.push_back({std::move(name), std::move(help), type, std::move(figure)});
}

void Metrics::forget(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(figures_, [name](const Figure& figure) { return figure.name == name; });
}

std::string Metrics::text() const {
    std::string out;
    append_requests(out);
    append_durations(out);
    const std::scoped_lock lock(mutex_);
    for (const Figure& figure : figures_) {
        fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n",
                       figure.name, figure.help, figure.type == Type::Gauge ? "gauge" : "counter",
                       figure.read());
    }
    return out;
}

std::string_view Metrics::name_at(std::size_t place) const {
    return place < operations_.size() ? operations_[place] : "none";
}

void Metrics::append_requests(std::string& out) const {
    out +=
        "# HELP xinheng_requests_total Requests answered, by operation and class of status.\n"
        "# TYPE xinheng_requests_total counter\n";
    for (std::size_t place = 0; place < rows_.size(); ++place) {
        for (std::size_t digit = 1; digit < rows_[place].by_class.size(); ++digit) {
            const auto count = rows_[place].by_class[digit].load(std::memory_order_relaxed);
            if (count == 0) continue;
            fmt::format_to(std::back_inserter(out),
                           "xinheng_requests_total{{operation=\"{}\",status=\"{}xx\"}} {}\n",
                           name_at(place), digit, count);
        }
    }
}

void Metrics::append_durations(std::string& out) const {
    constexpr std::string_view name = "xinheng_request_seconds";
    fmt::format_to(std::back_inserter(out),
                   "# HELP {0} From the whole request to its answer.\n# TYPE {0} histogram\n",
                   name);
    for (std::size_t place = 0; place < rows_.size(); ++place) {
        std::uint64_t total = 0;
        std::string lines;
        const auto line = [&](std::string_view bound) {
            fmt::format_to(std::back_inserter(lines),
                           "{}_bucket{{operation=\"{}\",le=\"{}\"}} {}\n", name, name_at(place),
                           bound, total);
        };
        for (std::size_t bucket = 0; bucket < bounds_microseconds.size(); ++bucket) {
            total += rows_[place].buckets[bucket].load(std::memory_order_relaxed);
            line(fmt::format("{}", static_cast<double>(bounds_microseconds[bucket]) / 1e6));
        }
        total += rows_[place].buckets.back().load(std::memory_order_relaxed);
        line("+Inf");
        if (total == 0) continue;
        const auto seconds =
            static_cast<double>(rows_[place].nanoseconds.load(std::memory_order_relaxed)) / 1e9;
        fmt::format_to(std::back_inserter(lines),
                       "{0}_sum{{operation=\"{1}\"}} {2}\n{0}_count{{operation=\"{1}\"}} {3}\n",
                       name, name_at(place), seconds, total);
        out += lines;
    }
}

}  // namespace credit::http
