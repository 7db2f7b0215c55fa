// Rows of the catalogue (目录条目): as law/ has them, and as amendments of the catalogue made them.
//
// Whoever reads takes no lock and may keep what it found: what was replaced is kept, since an
// amendment is a matter of a few days a year.

#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace credit::catalogue {

template <typename Row>
class Rows {
public:
    Rows() = default;
    Rows(const Rows& other) : own_(other.own_) { take(other); }
    Rows& operator=(const Rows& other) {
        if (this == &other) return *this;
        own_ = other.own_;
        take(other);
        return *this;
    }
    ~Rows() = default;

    // As amended.
    std::span<const Row> all() const {
        const auto* const now = now_.load(std::memory_order_acquire);
        return now == nullptr ? std::span<const Row>(own_) : std::span<const Row>(*now);
    }
    // As law/ has them; to be filled before anybody reads.
    std::vector<Row>& own() { return own_; }
    const std::vector<Row>& own() const { return own_; }
    // In place of all() before; on one thread at a time.
    void amend(std::vector<Row> rows) {
        kept_.push_back(std::make_unique<const std::vector<Row>>(std::move(rows)));
        now_.store(kept_.back().get(), std::memory_order_release);
    }

private:
    void take(const Rows& other) {
        const auto* const now = other.now_.load(std::memory_order_acquire);
        now_.store(nullptr, std::memory_order_release);
        if (now != nullptr) amend(*now);
    }

    std::vector<Row> own_;
    std::atomic<const std::vector<Row>*> now_ = nullptr;
    std::vector<std::unique_ptr<const std::vector<Row>>> kept_;
};

}  // namespace credit::catalogue
