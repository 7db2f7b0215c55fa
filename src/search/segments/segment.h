// Segment (索引段): names in one piece of memory, in the order in which they are shown: the shorter
// first. It never changes; the same bytes are its snapshot on disk.
//
// Each name has a number, its place in that order. What it is made of:
//   – the texts as the register has them, whose they are, and the days of those that have some;
//   – for each pair of neighbouring characters of the folded text the names in which it stands; the
//     last character stands with a zero.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "search/organisation.h"
#include "search/segments/bitmap.h"
#include "subjects/subject.h"

namespace credit::search {

// Bytes at a place that bitmaps can be read at.
class AlignedBytes {
public:
    AlignedBytes() = default;
    explicit AlignedBytes(std::size_t size);

    std::span<std::uint8_t> bytes() { return {data_.get(), size_}; }
    BytesView bytes() const { return {data_.get(), size_}; }

private:
    struct Free {
        void operator()(std::uint8_t* data) const { std::free(data); }  // NOLINT(*-no-malloc)
    };
    std::unique_ptr<std::uint8_t, Free> data_;
    std::size_t size_ = 0;
};

// Two neighbouring units as a number.
using Pair = std::uint32_t;
constexpr Pair pair_of(char16_t first, char16_t second) {
    return (Pair{first} << 16U) | second;
}

struct SegmentHeader {
    std::array<char, 8> magic;
    std::uint32_t names;
    std::uint32_t pairs;
    std::uint32_t dated;
    std::uint32_t units;
    std::uint64_t postings;  // bytes
};

struct DatedName {
    std::uint32_t name;
    std::int32_t from;  // days since 1970; `open_day` where there is none
    std::int32_t through;
};

struct PairPlace {
    Pair pair;
    std::uint32_t size;    // bytes
    std::uint32_t begin;   // in steps of four bytes
    std::uint32_t frozen;  // 1: a bitmap; 0: few numbers as they are
};

class Segment {
public:
    static constexpr std::uint32_t lengths_max = 257;  // folded lengths from 0 to 255, and the end
    static constexpr std::size_t plain_max = 128;      // names that stand as they are
    static constexpr std::uint32_t names_in_block = 16;

    // Where each part lies; all parts begin at places that bitmaps can be read at.
    struct Places {
        explicit Places(const SegmentHeader& header);
        std::size_t blocks, lengths, texts, organisations, by_organisation, by_length, dated, pairs,
            postings, end;
    };

    // No value when the bytes are not a whole segment; all of them is looked at, so that nothing
    // that find() reads can lie outside of it.
    static std::optional<Segment> read(AlignedBytes bytes);

    std::uint32_t size() const { return header_.names; }
    BytesView bytes() const { return bytes_.bytes(); }

    std::u16string_view text(std::uint32_t name) const;
    Organisation organisation(std::uint32_t name) const { return organisations_[name]; }
    subjects::Validity validity(std::uint32_t name) const;
    // The first name whose folded text has that many units or more.
    std::uint32_t first_of_length(std::size_t units) const;
    // The names of one organisation.
    std::span<const std::uint32_t> names_of(const Organisation& organisation) const;

    // In how many names, about, the pair stands; 0: in none.
    std::size_t frequency(Pair pair) const;
    Bitmap names_with(Pair pair) const;
    // Every pair that begins with the unit.
    std::span<const PairPlace> pairs_from(char16_t unit) const;
    Bitmap names_at(const PairPlace& place) const;

private:
    friend class SegmentBuilder;
    Segment(AlignedBytes bytes, const SegmentHeader& header);

    bool is_whole() const;
    bool texts_are_whole() const;
    bool orders_are_whole() const;
    bool postings_are_whole() const;
    bool posting_is_whole(const PairPlace& place) const;
    const PairPlace* find(Pair pair) const;
    BytesView bytes_at(const PairPlace& place) const;

    AlignedBytes bytes_;
    SegmentHeader header_;
    std::span<const std::uint32_t> blocks_;  // where the text of every sixteenth name begins
    std::span<const std::uint8_t> lengths_;
    std::span<const char16_t> texts_;
    std::span<const Organisation> organisations_;
    std::span<const std::uint32_t> by_organisation_;
    std::span<const std::uint32_t> by_length_;
    std::span<const DatedName> dated_;
    std::span<const PairPlace> pairs_;
    BytesView postings_;
};

inline constexpr std::array<char, 8> segment_magic{'X', 'H', 'N', 'A', 'M', 'E', '0', '1'};
inline constexpr std::int32_t open_day = INT32_MIN;

}  // namespace credit::search
