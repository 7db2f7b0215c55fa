// What the connections of one process to a file share beside it (SQLite's index of its log, and the
// locks on it). Gone with the last of them, as with the power.

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>

namespace credit::simulation {

// One connection's part in it.
class SharedMemory {
public:
    struct Range {
        std::size_t first;
        std::size_t count;
    };

    explicit SharedMemory(const std::string& path);
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    ~SharedMemory();

    // Null when it is not there and not to be made; all zero at first.
    void* region(std::size_t number, std::size_t size, bool make);

    // False when another connection's lock stands against it.
    bool lock(Range range, bool exclusive);
    void unlock(Range range);

private:
    static constexpr std::size_t places = 8;
    struct Common;

    enum class Held : unsigned char { Nothing, Shared, Exclusive };

    void take(std::size_t place, bool exclusive);

    std::shared_ptr<Common> common_;
    std::array<Held, places> held_{};
};

}  // namespace credit::simulation
