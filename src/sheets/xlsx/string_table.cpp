#include "sheets/xlsx/string_table.h"

#include <stdio.h>  // NOLINT(modernize-deprecated-headers): has fileno
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "sheets/file_bytes.h"

namespace credit::sheets::xlsx {
namespace {

std::unexpected<Error> cannot_spill() {
    return fail(ErrorCode::Unavailable, "sheets.cannot_spill");
}

}  // namespace

StringTable::StringTable(std::size_t memory_bytes) : memory_blocks_(memory_bytes / block_bytes) {}

// A length of seven bits a byte, the last with a clear high bit; then the text.
Result<void> StringTable::add(std::string_view text) {
    if (size_ % strings_in_group == 0) groups_.push_back(bytes_);
    ++size_;
    std::array<char, 10> length{};
    std::size_t used = 0;
    std::size_t rest = text.size();
    for (; rest >= 0x80; rest >>= 7) length[used++] = static_cast<char>(rest | 0x80);
    length[used++] = static_cast<char>(rest);
    TRY(append({length.data(), used}));
    return append(text);
}

Result<void> StringTable::append(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!open_) open_ = std::make_unique<Block>();
        const std::size_t filled = bytes_ % block_bytes;
        const std::size_t count = std::min(bytes.size(), block_bytes - filled);
        std::memcpy(open_->data() + filled, bytes.data(), count);
        bytes_ += count;
        bytes.remove_prefix(count);
        if (bytes_ % block_bytes == 0) TRY(close_block());
    }
    return {};
}

Result<void> StringTable::close_block() {
    if (in_memory_.size() < memory_blocks_) {
        in_memory_.push_back(std::move(open_));
        return {};
    }
    if (!spilled_) spilled_.reset(std::tmpfile());
    if (!spilled_) return cannot_spill();
    const auto place = bytes_ - block_bytes - (in_memory_.size() * block_bytes);
    const auto written =
        ::pwrite(::fileno(spilled_.get()), open_->data(), block_bytes, static_cast<off_t>(place));
    if (written != static_cast<ssize_t>(block_bytes)) return cannot_spill();
    return {};
}

Result<const char*> StringTable::block(std::uint64_t number) {
    if (number < in_memory_.size()) return in_memory_[number]->data();
    if (number == bytes_ / block_bytes) return open_->data();
    CachedBlock& cached = cache_[number % cached_blocks];
    if (cached.number != number) {
        if (!cached.bytes) cached.bytes = std::make_unique<Block>();
        cached.number = UINT64_MAX;
        const auto place = (number - in_memory_.size()) * block_bytes;
        const auto count = ::pread(::fileno(spilled_.get()), cached.bytes->data(), block_bytes,
                                   static_cast<off_t>(place));
        if (count != static_cast<ssize_t>(block_bytes)) return cannot_spill();
        cached.number = number;
    }
    return cached.bytes->data();
}

Result<void> StringTable::copy(std::uint64_t place, std::span<char> target) {
    while (!target.empty()) {
        const char* bytes = TRY(block(place / block_bytes));
        const std::size_t from = place % block_bytes;
        const std::size_t count = std::min(target.size(), block_bytes - from);
        std::memcpy(target.data(), bytes + from, count);
        target = target.subspan(count);
        place += count;
    }
    return {};
}

Result<std::size_t> StringTable::take_length(std::uint64_t& place) {
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
        const char* bytes = TRY(block(place / block_bytes));
        const auto byte = static_cast<unsigned char>(bytes[place % block_bytes]);
        ++place;
        length |= static_cast<std::size_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return length;
    }
}

Result<bool> StringTable::get(std::uint64_t number, std::string& text) {
    if (number >= size_) return false;
    std::uint64_t place = groups_[number / strings_in_group];
    for (auto skipped = number % strings_in_group; skipped > 0; --skipped) {
        const std::size_t length = TRY(take_length(place));
        place += length;
    }
    text.resize(TRY(take_length(place)));
    TRY(copy(place, text));
    return true;
}

}  // namespace credit::sheets::xlsx
