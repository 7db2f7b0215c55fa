#include "search/segments/segment.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "search/organisation.h"
#include "search/segments/bitmap.h"
#include "subjects/subject.h"

namespace credit::search {
namespace {

constexpr std::size_t aligned(std::size_t size) {
    constexpr std::size_t step = Bitmap::frozen_alignment;
    return (size + step - 1) / step * step;
}

template <typename T>
std::span<const T> part(BytesView bytes, std::size_t begin, std::size_t count) {
    return {reinterpret_cast<const T*>(bytes.data() + begin), count};
}

std::optional<Date> day_of(std::int32_t days) {
    if (days == open_day) return std::nullopt;
    return Date{std::chrono::days{days}};
}

std::size_t blocks_of(std::uint32_t names) {
    return (names + Segment::names_in_block - 1) / Segment::names_in_block;
}

}  // namespace

AlignedBytes::AlignedBytes(std::size_t size) : size_(size) {
    constexpr std::size_t alignment = Bitmap::frozen_alignment;
    auto* const data = std::aligned_alloc(alignment, aligned(std::max<std::size_t>(size, 1)));
    CHECK(data != nullptr);
    data_.reset(static_cast<std::uint8_t*>(data));
}

Segment::Places::Places(const SegmentHeader& header) {
    std::size_t at = aligned(sizeof(SegmentHeader));
    const auto take = [&at](std::size_t size) { return std::exchange(at, at + aligned(size)); };
    const std::size_t names = header.names;
    blocks = take(blocks_of(header.names) * sizeof(std::uint32_t));
    lengths = take(names);
    texts = take(std::size_t{header.units} * sizeof(char16_t));
    organisations = take(names * sizeof(Organisation));
    by_organisation = take(names * sizeof(std::uint32_t));
    by_length = take(lengths_max * sizeof(std::uint32_t));
    dated = take(std::size_t{header.dated} * sizeof(DatedName));
    pairs = take(std::size_t{header.pairs} * sizeof(PairPlace));
    postings = take(header.postings);
    end = at;
}

Segment::Segment(AlignedBytes bytes, const SegmentHeader& header)
    : bytes_(std::move(bytes)), header_(header) {
    const Places places(header_);
    const auto all = std::as_const(bytes_).bytes();
    const std::size_t names = header_.names;
    blocks_ = part<std::uint32_t>(all, places.blocks, blocks_of(header_.names));
    lengths_ = part<std::uint8_t>(all, places.lengths, names);
    texts_ = part<char16_t>(all, places.texts, header_.units);
    organisations_ = part<Organisation>(all, places.organisations, names);
    by_organisation_ = part<std::uint32_t>(all, places.by_organisation, names);
    by_length_ = part<std::uint32_t>(all, places.by_length, lengths_max);
    dated_ = part<DatedName>(all, places.dated, header_.dated);
    pairs_ = part<PairPlace>(all, places.pairs, header_.pairs);
    postings_ = all.subspan(places.postings, header_.postings);
}

std::optional<Segment> Segment::read(AlignedBytes bytes) {
    SegmentHeader header{};
    const auto all = std::as_const(bytes).bytes();
    if (all.size() < sizeof header) return std::nullopt;
    std::memcpy(&header, all.data(), sizeof header);
    if (header.magic != segment_magic || header.postings > all.size()) return std::nullopt;
    if (Places(header).end != all.size()) return std::nullopt;
    Segment segment(std::move(bytes), header);
    if (!segment.is_whole()) return std::nullopt;
    return segment;
}

bool Segment::is_whole() const {
    return texts_are_whole() && orders_are_whole() && postings_are_whole();
}

bool Segment::texts_are_whole() const {
    std::uint64_t begin = 0;
    for (std::uint32_t name = 0; name < size(); ++name) {
        if (name % names_in_block == 0 && blocks_[name / names_in_block] != begin) return false;
        begin += lengths_[name];
    }
    return begin == texts_.size();
}

bool Segment::orders_are_whole() const {
    if (!std::ranges::is_sorted(by_length_) || by_length_.back() != size()) return false;
    for (std::size_t at = 0; at < by_organisation_.size(); ++at) {
        if (by_organisation_[at] >= size()) return false;
        if (at > 0 &&
            organisations_[by_organisation_[at]] < organisations_[by_organisation_[at - 1]])
            return false;
    }
    for (std::size_t at = 0; at < dated_.size(); ++at) {
        if (dated_[at].name >= size()) return false;
        if (at > 0 && dated_[at].name <= dated_[at - 1].name) return false;
    }
    return true;
}

bool Segment::postings_are_whole() const {
    for (std::size_t at = 0; at < pairs_.size(); ++at) {
        const auto& place = pairs_[at];
        if (at > 0 && place.pair <= pairs_[at - 1].pair) return false;
        const std::size_t begin = std::size_t{place.begin} * 4;
        if (begin > postings_.size() || place.size > postings_.size() - begin) return false;
        if (!posting_is_whole(place)) return false;
    }
    return true;
}

bool Segment::posting_is_whole(const PairPlace& place) const {
    const auto bytes = bytes_at(place);
    if (place.frozen == 1) {
        return std::size_t{place.begin} * 4 % Bitmap::frozen_alignment == 0 &&
               Bitmap::is_frozen(bytes, size());
    }
    if (place.frozen != 0 || place.size % 4 != 0 || place.size == 0) return false;
    const auto plain = part<std::uint32_t>(bytes, 0, place.size / 4);
    return plain.back() < size() && std::ranges::is_sorted(plain, std::ranges::less_equal());
}

std::u16string_view Segment::text(std::uint32_t name) const {
    const std::uint32_t block = name / names_in_block;
    std::size_t begin = blocks_[block];
    for (std::uint32_t each = block * names_in_block; each < name; ++each) begin += lengths_[each];
    return {texts_.data() + begin, lengths_[name]};
}

subjects::Validity Segment::validity(std::uint32_t name) const {
    const auto found = std::ranges::lower_bound(dated_, name, {}, &DatedName::name);
    if (found == dated_.end() || found->name != name) return {};
    return {.from = day_of(found->from), .through = day_of(found->through)};
}

std::uint32_t Segment::first_of_length(std::size_t units) const {
    return by_length_[std::min<std::size_t>(units, lengths_max - 1)];
}

std::span<const std::uint32_t> Segment::names_of(const Organisation& organisation) const {
    const auto found =
        std::ranges::equal_range(by_organisation_, organisation, {},
                                 [this](std::uint32_t name) { return organisations_[name]; });
    return {found.begin(), found.end()};
}

const PairPlace* Segment::find(Pair pair) const {
    const auto found = std::ranges::lower_bound(pairs_, pair, {}, &PairPlace::pair);
    return found == pairs_.end() || found->pair != pair ? nullptr : &*found;
}

BytesView Segment::bytes_at(const PairPlace& place) const {
    return postings_.subspan(std::size_t{place.begin} * 4, place.size);
}

std::size_t Segment::frequency(Pair pair) const {
    const auto* const place = find(pair);
    return place == nullptr ? 0 : place->size;
}

Bitmap Segment::names_with(Pair pair) const {
    const auto* const place = find(pair);
    return place == nullptr ? Bitmap() : names_at(*place);
}

Bitmap Segment::names_at(const PairPlace& place) const {
    const auto bytes = bytes_at(place);
    if (place.frozen == 1) return Bitmap::thawed(bytes);
    return Bitmap::of(part<std::uint32_t>(bytes, 0, place.size / 4));
}

std::span<const PairPlace> Segment::pairs_from(char16_t unit) const {
    const auto begin = std::ranges::lower_bound(pairs_, pair_of(unit, 0), {}, &PairPlace::pair);
    const auto end =
        std::ranges::upper_bound(begin, pairs_.end(), pair_of(unit, 0xFFFF), {}, &PairPlace::pair);
    return {begin, end};
}

}  // namespace credit::search
