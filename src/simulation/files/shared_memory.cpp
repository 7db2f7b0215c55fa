#include "simulation/files/shared_memory.h"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace credit::simulation {

struct SharedMemory::Common {
    std::mutex guard;
    std::vector<std::vector<std::byte>> regions;
    std::array<int, places> readers{};
    std::array<bool, places> writer{};
};

SharedMemory::SharedMemory(const std::string& path) {
    static std::mutex guard;
    static std::map<std::string, std::weak_ptr<Common>> all;
    const std::scoped_lock lock(guard);
    auto& known = all[path];
    common_ = known.lock();
    if (common_ != nullptr) return;
    common_ = std::make_shared<Common>();
    known = common_;
}

SharedMemory::~SharedMemory() {
    unlock({.first = 0, .count = places});
}

void* SharedMemory::region(std::size_t number, std::size_t size, bool make) {
    const std::scoped_lock lock(common_->guard);
    auto& regions = common_->regions;
    while (make && regions.size() <= number) regions.emplace_back(size);
    return number < regions.size() ? regions[number].data() : nullptr;
}

// Of a place that it holds itself a connection never asks for more.
bool SharedMemory::lock(Range range, bool exclusive) {
    const std::scoped_lock lock(common_->guard);
    const auto end = range.first + range.count;
    for (auto place = range.first; place < end; ++place) {
        if (held_[place] != Held::Nothing) continue;
        if (common_->writer[place] || (exclusive && common_->readers[place] > 0)) return false;
    }
    for (auto place = range.first; place < end; ++place) {
        if (held_[place] == Held::Nothing) take(place, exclusive);
    }
    return true;
}

void SharedMemory::take(std::size_t place, bool exclusive) {
    held_[place] = exclusive ? Held::Exclusive : Held::Shared;
    if (exclusive) {
        common_->writer[place] = true;
    } else {
        ++common_->readers[place];
    }
}

void SharedMemory::unlock(Range range) {
    const std::scoped_lock lock(common_->guard);
    for (auto place = range.first; place < range.first + range.count; ++place) {
        const auto held = std::exchange(held_[place], Held::Nothing);
        if (held == Held::Shared) --common_->readers[place];
        if (held == Held::Exclusive) common_->writer[place] = false;
    }
}

}  // namespace credit::simulation
