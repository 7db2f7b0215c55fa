// Set of numbered names (名称集合), compressed: CRoaring behind a plain interface (decision 0190).

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "foundation/bytes.h"

struct roaring_bitmap_s;  // NOLINT(readability-identifier-naming): the name that CRoaring gave it

namespace credit::search {

class Bitmap {
public:
    Bitmap();
    static Bitmap of(std::span<const std::uint32_t> ascending);
    // From `first` up to and without `end`.
    static Bitmap range(std::uint32_t first, std::uint32_t end);
    // Over bytes that freeze() wrote and is_frozen() accepts; they outlive it, and it is only read.
    static Bitmap thawed(BytesView frozen);
    static Bitmap united(std::span<const Bitmap> bitmaps);

    // In the form that is read where it lies, at a place divisible by `frozen_alignment`.
    static constexpr std::size_t frozen_alignment = 32;
    std::size_t frozen_size() const;
    void freeze(std::span<std::uint8_t> out) const;
    // Whether every container is whole, sorted and below `end`, so that reading it is safe.
    static bool is_frozen(BytesView bytes, std::uint32_t end);

    Bitmap clone() const;
    void compress();
    void add(std::uint32_t value);
    void unite(const Bitmap& other);
    Bitmap intersected(const Bitmap& other) const;

    bool contains(std::uint32_t value) const;
    bool is_empty() const;
    std::size_t size() const;
    // Ascending from `first` on, until the visitor says false.
    template <typename Visitor>
    void visit(std::uint32_t first, const Visitor& visitor) const {
        visit_each(
            first,
            [](const void* visit, std::uint32_t value) {
                return (*static_cast<const Visitor*>(visit))(value);
            },
            &visitor);
    }

private:
    struct Free {
        void operator()(roaring_bitmap_s* bitmap) const;
    };
    explicit Bitmap(roaring_bitmap_s* bitmap) : bitmap_(bitmap) {}
    void visit_each(std::uint32_t first, bool (*each)(const void*, std::uint32_t),
                    const void* visitor) const;

    std::unique_ptr<roaring_bitmap_s, Free> bitmap_;
};

}  // namespace credit::search
