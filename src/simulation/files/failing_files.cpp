#include "simulation/files/failing_files.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <ios>
#include <mutex>
#include <string>
#include <utility>

#include "demo/synthetic.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "simulation/files/sqlite_layer.h"

namespace credit::simulation {
namespace {

// A file of a seed seldom grows by more, and what grows within its room is not copied.
constexpr std::size_t room = std::size_t{4} << 20U;

}  // namespace

FailingFiles::FailingFiles() {
    install_sqlite_layer(this);
}

FailingFiles::~FailingFiles() {
    install_sqlite_layer(nullptr);
}

void FailingFiles::fail_after(std::uint64_t changes, bool for_good) {
    const std::scoped_lock lock(guard_);
    fails_after_ = changes;
    for_good_ = for_good;
}

bool FailingFiles::failed() const {
    const std::scoped_lock lock(guard_);
    return failed_;
}

void FailingFiles::heal() {
    const std::scoped_lock lock(guard_);
    fails_after_.reset();
    failed_ = false;
}

void FailingFiles::cut_power() {
    const std::scoped_lock lock(guard_);
    without_power_ = true;
}

void FailingFiles::restore_power(demo::Dice& dice) {
    const std::scoped_lock lock(guard_);
    for (auto& [path, kept] : files_) restore(path, kept, dice);
    without_power_ = false;
    fails_after_.reset();
    failed_ = false;
}

void FailingFiles::forget() {
    const std::scoped_lock lock(guard_);
    files_.clear();
}

bool FailingFiles::admits_change() {
    const std::scoped_lock lock(guard_);
    if (without_power_) return false;
    if (!fails_after_) return true;
    if (*fails_after_ > 0) {
        --*fails_after_;
        return true;
    }
    failed_ = true;
    if (!for_good_) fails_after_.reset();
    return false;
}

void FailingFiles::wrote(const std::string& path, std::uint64_t offset, BytesView bytes) {
    const std::scoped_lock lock(guard_);
    files_[path].since.push_back({.offset = offset, .bytes = Bytes(bytes.begin(), bytes.end())});
}

void FailingFiles::cut(const std::string& path, std::uint64_t size) {
    const std::scoped_lock lock(guard_);
    files_[path].since.push_back({.offset = size, .bytes = {}, .truncation = true});
}

void FailingFiles::synced(const std::string& path) {
    const std::scoped_lock lock(guard_);
    Kept& kept = files_[path];
    for (const Change& change : kept.since) apply(kept.durable, change);
    kept.since.clear();
}

void FailingFiles::opened(const std::string& path) {
    const std::scoped_lock lock(guard_);
    const auto [place, fresh] = files_.try_emplace(path);
    if (!fresh) return;
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    CHECK(file.good());
    Bytes& durable = place->second.durable;
    const auto size = static_cast<std::size_t>(file.tellg());
    durable.reserve(size + room);
    durable.resize(size);
    file.seekg(0);
    file.read(reinterpret_cast<char*>(durable.data()),
              static_cast<std::streamsize>(durable.size()));
    CHECK(file.good());
}

void FailingFiles::removed(const std::string& path) {
    const std::scoped_lock lock(guard_);
    files_.erase(path);
}

void FailingFiles::apply(Bytes& content, const Change& change) {
    if (change.truncation) {
        content.resize(std::min<std::size_t>(content.size(), change.offset));
        return;
    }
    const std::size_t end = change.offset + change.bytes.size();
    if (content.size() < end) content.resize(end);
    std::memcpy(content.data() + change.offset, change.bytes.data(), change.bytes.size());
}

// Of what was not yet synced each change arrived whole, in part, or not at all.
void FailingFiles::restore(const std::string& path, Kept& kept, demo::Dice& dice) {
    for (Change& change : kept.since) {
        const auto fate = dice.roll(4);
        if (fate == 0) continue;
        if (fate == 1) change.bytes.resize(change.bytes.size() / 2);
        apply(kept.durable, change);
    }
    kept.since.clear();
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(kept.durable.data()),
               static_cast<std::streamsize>(kept.durable.size()));
    CHECK(file.good());
}

}  // namespace credit::simulation
