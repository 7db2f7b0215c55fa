// Published (公布之值): a value that one thread replaces whole while any number read it without a
// lock. What is replaced is freed when nobody can still see it.

#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace credit::search {

template <typename T>
class Published {
public:
    explicit Published(std::unique_ptr<const T> first)
        : owned_(std::move(first)), value_(owned_.get()) {}
    Published(const Published&) = delete;
    Published& operator=(const Published&) = delete;

    // While it lives, the value stands. Short-lived, on one thread, not nested.
    class Pin {
    public:
        explicit Pin(const Published& published) : published_(published) {
            static thread_local std::size_t last =
                std::hash<const void*>{}(&last) / 64 % readers_max;
            auto& readers = published.readers_;
            for (place_ = last; readers[place_].taken.exchange(true, std::memory_order_acquire);) {
                place_ = (place_ + 1) % readers_max;
            }
            last = place_;
            readers[place_].epoch.store(published.epoch_.load());
            value_ = published.value_.load();
        }
        ~Pin() {
            published_.readers_[place_].epoch.store(0, std::memory_order_release);
            published_.readers_[place_].taken.store(false, std::memory_order_release);
        }
        Pin(const Pin&) = delete;
        Pin& operator=(const Pin&) = delete;

        const T& operator*() const { return *value_; }
        const T* operator->() const { return value_; }

    private:
        const Published& published_;
        std::size_t place_;
        const T* value_;
    };

    // For the one thread that writes.
    const T& present() const { return *owned_; }
    void publish(std::unique_ptr<const T> next) {
        retired_.push_back({epoch_.load(), std::move(owned_)});
        owned_ = std::move(next);
        value_.store(owned_.get());
        epoch_.fetch_add(1);
        std::uint64_t oldest = epoch_.load();
        for (const auto& reader : readers_) {
            const auto epoch = reader.epoch.load();
            if (epoch != 0) oldest = std::min(oldest, epoch);
        }
        std::erase_if(retired_, [oldest](const auto& each) { return each.epoch < oldest; });
    }

private:
    struct alignas(64) Reader {
        std::atomic<std::uint64_t> epoch = 0;  // 0: not reading
        std::atomic<bool> taken = false;
    };
    struct Retired {
        std::uint64_t epoch;
        std::unique_ptr<const T> value;
    };

    static constexpr std::size_t readers_max = 256;

    std::unique_ptr<const T> owned_;
    std::atomic<const T*> value_;
    std::atomic<std::uint64_t> epoch_ = 1;
    mutable std::array<Reader, readers_max> readers_;
    std::vector<Retired> retired_;
};

}  // namespace credit::search
