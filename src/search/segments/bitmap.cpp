#include "search/segments/bitmap.h"

#include <roaring/roaring.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"

namespace credit::search {
namespace {

constexpr std::size_t bitset_words = 1024;
constexpr std::size_t bitset_bytes = bitset_words * 8;
constexpr std::uint32_t frozen_cookie = 13766;
constexpr std::uint32_t container_values = 65536;

// Kinds of container in the frozen form of CRoaring 0.2.
enum class Kind : std::uint8_t { Bitset = 1, Array = 2, Run = 3 };

std::uint16_t short_at(BytesView bytes, std::size_t at) {
    std::uint16_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

bool bitset_is_whole(BytesView bytes, std::uint32_t cardinality, std::uint32_t limit) {
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < bitset_words; ++word) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes.data() + (word * 8), sizeof bits);
        count += static_cast<std::uint32_t>(std::popcount(bits));
        if (bits == 0) continue;
        const auto last = static_cast<std::uint32_t>((word * 64) + 63) -
                          static_cast<std::uint32_t>(std::countl_zero(bits));
        if (last >= limit) return false;
    }
    return count == cardinality;
}

bool array_is_whole(BytesView bytes, std::uint32_t cardinality, std::uint32_t limit) {
    for (std::size_t at = 1; at < cardinality; ++at) {
        if (short_at(bytes, 2 * at) <= short_at(bytes, (2 * at) - 2)) return false;
    }
    return short_at(bytes, 2 * (std::size_t{cardinality} - 1)) < limit;
}

bool runs_are_whole(BytesView bytes, std::uint32_t runs, std::uint32_t limit) {
    std::uint32_t next = 0;
    for (std::size_t run = 0; run < runs; ++run) {
        const std::uint32_t first = short_at(bytes, 4 * run);
        const std::uint32_t last = first + short_at(bytes, (4 * run) + 2);
        if (first < next || last >= limit) return false;
        next = last + 2;  // runs that touch are one
    }
    return true;
}

// Where the parts of the frozen form lie: bitsets, runs, arrays, then keys, counts and kinds.
class FrozenForm {
public:
    explicit FrozenForm(BytesView bytes) : bytes_(bytes) {}

    bool is_whole(std::uint32_t end) {
        std::uint32_t header = 0;
        if (bytes_.size() < 4) return false;
        std::memcpy(&header, bytes_.data() + bytes_.size() - 4, sizeof header);
        containers_ = header >> 15U;
        if ((header & 0x7FFFU) != frozen_cookie || containers_ == 0) return false;
        if (containers_ > container_values || bytes_.size() < 4 + (containers_ * 5)) return false;
        tail_ = bytes_.size() - 4 - (containers_ * 5);
        return finds_places() && holds_containers(end);
    }

private:
    std::uint32_t key(std::size_t at) const { return short_at(bytes_, tail_ + (2 * at)); }
    std::uint32_t count(std::size_t at) const {
        return short_at(bytes_, tail_ + (2 * (containers_ + at)));
    }
    std::uint8_t kind(std::size_t at) const { return bytes_[tail_ + (4 * containers_) + at]; }

    std::size_t size_of(std::size_t at) const {
        switch (static_cast<Kind>(kind(at))) {
            case Kind::Bitset:
                return bitset_bytes;
            case Kind::Array:
                return (std::size_t{count(at)} + 1) * 2;
            case Kind::Run:
                return std::size_t{count(at)} * 4;
        }
        return 0;
    }

    bool finds_places() {
        std::array<std::size_t, 4> sizes{};
        for (std::size_t at = 0; at < containers_; ++at) {
            const auto of = kind(at);
            if (of < 1 || of > 3 || size_of(at) == 0) return false;
            if (at > 0 && key(at) <= key(at - 1)) return false;
            sizes[of] += size_of(at);
        }
        places_ = {0, 0, sizes[1] + sizes[3], sizes[1]};
        return sizes[1] + sizes[2] + sizes[3] == tail_;
    }

    bool holds_containers(std::uint32_t end) {
        for (std::size_t at = 0; at < containers_; ++at) {
            const std::uint32_t first = key(at) * container_values;
            if (first >= end) return false;
            const std::uint32_t limit = std::min(container_values, end - first);
            auto& place = places_[kind(at)];
            const auto bytes = bytes_.subspan(place, size_of(at));
            place += size_of(at);
            if (!is_container(at, bytes, limit)) return false;
        }
        return true;
    }

    bool is_container(std::size_t at, BytesView bytes, std::uint32_t limit) const {
        switch (static_cast<Kind>(kind(at))) {
            case Kind::Bitset:
                return bitset_is_whole(bytes, count(at) + 1, limit);
            case Kind::Array:
                return array_is_whole(bytes, count(at) + 1, limit);
            case Kind::Run:
                return runs_are_whole(bytes, count(at), limit);
        }
        return false;
    }

    BytesView bytes_;
    std::size_t containers_ = 0;
    std::size_t tail_ = 0;
    std::array<std::size_t, 4> places_{};
};

}  // namespace

void Bitmap::Free::operator()(roaring_bitmap_s* bitmap) const {
    roaring_bitmap_free(bitmap);
}

Bitmap::Bitmap() : Bitmap(roaring_bitmap_create()) {}

Bitmap Bitmap::of(std::span<const std::uint32_t> ascending) {
    return Bitmap(roaring_bitmap_of_ptr(ascending.size(), ascending.data()));
}

Bitmap Bitmap::range(std::uint32_t first, std::uint32_t end) {
    if (first >= end) return {};
    return Bitmap(roaring_bitmap_from_range(first, end, 1));
}

Bitmap Bitmap::thawed(BytesView frozen) {
    const auto* const view =
        roaring_bitmap_frozen_view(reinterpret_cast<const char*>(frozen.data()), frozen.size());
    CHECK(view != nullptr);
    // It is freed as any other; nothing changes it.
    return Bitmap(const_cast<roaring_bitmap_s*>(view));  // NOLINT(*-const-cast)
}

Bitmap Bitmap::united(std::span<const Bitmap> bitmaps) {
    std::vector<const roaring_bitmap_t*> all;
    all.reserve(bitmaps.size());
    for (const auto& bitmap : bitmaps) all.push_back(bitmap.bitmap_.get());
    return all.empty() ? Bitmap() : Bitmap(roaring_bitmap_or_many(all.size(), all.data()));
}

std::size_t Bitmap::frozen_size() const {
    return roaring_bitmap_frozen_size_in_bytes(bitmap_.get());
}

void Bitmap::freeze(std::span<std::uint8_t> out) const {
    CHECK(out.size() == frozen_size());
    roaring_bitmap_frozen_serialize(bitmap_.get(), reinterpret_cast<char*>(out.data()));
}

bool Bitmap::is_frozen(BytesView bytes, std::uint32_t end) {
    return FrozenForm(bytes).is_whole(end);
}

Bitmap Bitmap::clone() const {
    return Bitmap(roaring_bitmap_copy(bitmap_.get()));
}

void Bitmap::compress() {
    roaring_bitmap_run_optimize(bitmap_.get());
}

void Bitmap::add(std::uint32_t value) {
    roaring_bitmap_add(bitmap_.get(), value);
}

void Bitmap::unite(const Bitmap& other) {
    roaring_bitmap_or_inplace(bitmap_.get(), other.bitmap_.get());
}

Bitmap Bitmap::intersected(const Bitmap& other) const {
    return Bitmap(roaring_bitmap_and(bitmap_.get(), other.bitmap_.get()));
}

bool Bitmap::contains(std::uint32_t value) const {
    return roaring_bitmap_contains(bitmap_.get(), value);
}

bool Bitmap::is_empty() const {
    return roaring_bitmap_is_empty(bitmap_.get());
}

std::size_t Bitmap::size() const {
    return roaring_bitmap_get_cardinality(bitmap_.get());
}

void Bitmap::visit_each(std::uint32_t first, bool (*each)(const void*, std::uint32_t),
                        const void* visitor) const {
    roaring_uint32_iterator_t iterator;
    roaring_init_iterator(bitmap_.get(), &iterator);
    if (first != 0) roaring_move_uint32_iterator_equalorlarger(&iterator, first);
    while (iterator.has_value && each(visitor, iterator.current_value)) {
        roaring_advance_uint32_iterator(&iterator);
    }
}

}  // namespace credit::search
