#include "search/segments/segment_builder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/clock.h"
#include "search/folding.h"
#include "search/organisation.h"
#include "search/segments/bitmap.h"
#include "search/segments/segment.h"
#include "subjects/subject.h"

namespace credit::search {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// Pairs and in how many names each stands: an open hash table; no pair is 0.
class Counts {
public:
    struct Slot {
        Pair pair = 0;
        std::uint32_t names = 0;
        std::uint32_t last = none;  // the name that was seen last
        std::uint32_t begin = 0;
    };

    Counts() : slots_(1024) {}

    Slot& at(Pair pair) {
        if ((used_ + 1) * 2 > slots_.size()) grow();
        Slot& slot = slots_[place(pair)];
        if (slot.pair == 0) {
            slot.pair = pair;
            ++used_;
        }
        return slot;
    }

    // In the order of the pairs.
    std::vector<Slot*> sorted() {
        std::vector<Slot*> all;
        for (auto& slot : slots_) {
            if (slot.pair != 0) all.push_back(&slot);
        }
        std::ranges::sort(all, {}, &Slot::pair);
        return all;
    }

private:
    std::size_t place(Pair pair) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = (std::uint64_t{pair} * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
        while (slots_[at].pair != 0 && slots_[at].pair != pair) at = (at + 1) & mask;
        return at;
    }

    void grow() {
        std::vector<Slot> before(slots_.size() * 2);
        std::swap(before, slots_);
        for (const auto& slot : before) {
            if (slot.pair != 0) slots_[place(slot.pair)] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

std::int32_t days_of(const std::optional<Date>& day) {
    return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : open_day;
}

template <typename T>
void put(AlignedBytes& out, std::size_t& at, const T& value) {
    std::memcpy(out.bytes().data() + at, &value, sizeof value);
    at += sizeof value;
}

template <typename Visitor>
void visit_pairs(std::u16string_view folded, const Visitor& visitor) {
    for (std::size_t at = 0; at < folded.size(); ++at) {
        visitor(pair_of(folded[at], at + 1 < folded.size() ? folded[at + 1] : u'\0'));
    }
}

}  // namespace

// The names of each pair: counted first, so that all lie in one vector.
class SegmentBuilder::Postings {
public:
    explicit Postings(const SegmentBuilder& builder) {
        const auto names = builder.size();
        std::uint64_t total = 0;
        for (std::uint32_t name = 0; name < names; ++name) {
            visit_pairs(builder.folded_of(builder.entries_[name]), [&](Pair pair) {
                auto& slot = counts_.at(pair);
                if (std::exchange(slot.last, name) == name) return;
                ++slot.names;
                ++total;
            });
        }
        CHECK(total < none);
        std::uint32_t begin = 0;
        for (auto* const slot : counts_.sorted()) {
            slot->begin = std::exchange(begin, begin + slot->names);
            slot->names = 0;
            slot->last = none;
        }
        names_.resize(total);
        for (std::uint32_t name = 0; name < names; ++name) {
            visit_pairs(builder.folded_of(builder.entries_[name]), [&](Pair pair) {
                auto& slot = counts_.at(pair);
                if (std::exchange(slot.last, name) == name) return;
                names_[slot.begin + slot.names++] = name;
            });
        }
        encode();
    }

    const std::vector<PairPlace>& places() const { return places_; }
    const std::vector<std::uint8_t>& bytes() const { return bytes_; }

private:
    void encode() {
        bytes_.reserve(names_.size() * 3);
        for (const auto* const slot : counts_.sorted()) {
            const std::span names(names_.data() + slot->begin, slot->names);
            const bool plain = names.size() <= Segment::plain_max;
            const auto place = plain ? encode_plain(names) : encode_bitmap(names);
            places_.push_back({.pair = slot->pair,
                               .size = static_cast<std::uint32_t>(bytes_.size() - place),
                               .begin = static_cast<std::uint32_t>(place / 4),
                               .frozen = plain ? 0U : 1U});
        }
        names_ = {};
    }

    std::size_t encode_plain(std::span<const std::uint32_t> names) {
        bytes_.resize((bytes_.size() + 3) / 4 * 4);
        const std::size_t place = bytes_.size();
        bytes_.resize(place + names.size_bytes());
        std::memcpy(bytes_.data() + place, names.data(), names.size_bytes());
        return place;
    }

    std::size_t encode_bitmap(std::span<const std::uint32_t> names) {
        auto bitmap = Bitmap::of(names);
        bitmap.compress();
        constexpr std::size_t step = Bitmap::frozen_alignment;
        bytes_.resize((bytes_.size() + step - 1) / step * step);
        const std::size_t place = bytes_.size();
        bytes_.resize(place + bitmap.frozen_size());
        bitmap.freeze(std::span(bytes_).subspan(place));
        return place;
    }

    Counts counts_;
    std::vector<std::uint32_t> names_;
    std::vector<PairPlace> places_;
    std::vector<std::uint8_t> bytes_;
};

void SegmentBuilder::add(const NamesOf& names) {
    for (const auto& name : names.names) {
        add(names.organisation, units_of(name.name), name.validity);
    }
}

void SegmentBuilder::add(const Organisation& organisation, std::u16string_view text,
                         const subjects::Validity& validity) {
    const auto folded = search::folded(text);
    if (folded.empty()) return;
    CHECK(texts_.size() + text.size() < none && folded_.size() + folded.size() < none);
    const Entry entry{.text = static_cast<std::uint32_t>(texts_.size()),
                      .folded = static_cast<std::uint32_t>(folded_.size()),
                      .text_length = static_cast<std::uint8_t>(text.size()),
                      .folded_length = static_cast<std::uint8_t>(folded.size()),
                      .organisation = organisation};
    if (validity != subjects::Validity{}) dated_.emplace_back(entry.text, validity);
    texts_ += text;
    folded_ += folded;
    entries_.push_back(entry);
}

std::u16string_view SegmentBuilder::folded_of(const Entry& entry) const {
    return std::u16string_view(folded_).substr(entry.folded, entry.folded_length);
}

// The shorter first, then by their text; one text of several by whose it is.
void SegmentBuilder::sort() {
    const auto text_of = [this](const Entry& entry) {
        return std::u16string_view(texts_).substr(entry.text, entry.text_length);
    };
    std::ranges::sort(entries_, [&](const Entry& one, const Entry& other) {
        if (one.folded_length != other.folded_length) {
            return one.folded_length < other.folded_length;
        }
        if (const auto order = folded_of(one) <=> folded_of(other); order != 0) return order < 0;
        if (const auto order = text_of(one) <=> text_of(other); order != 0) return order < 0;
        return std::tie(one.organisation, one.text) < std::tie(other.organisation, other.text);
    });
}

Segment SegmentBuilder::build() {
    sort();
    const Postings postings(*this);
    const auto header = this->header(postings);
    const Segment::Places places(header);
    AlignedBytes out(places.end);
    std::ranges::fill(out.bytes(), std::uint8_t{0});
    write(out, header);
    std::size_t at = places.pairs;
    for (const auto& place : postings.places()) put(out, at, place);
    if (!postings.bytes().empty()) {
        std::memcpy(out.bytes().data() + places.postings, postings.bytes().data(),
                    postings.bytes().size());
    }
    *this = {};
    return {std::move(out), header};
}

SegmentHeader SegmentBuilder::header(const Postings& postings) const {
    return {.magic = segment_magic,
            .names = size(),
            .pairs = static_cast<std::uint32_t>(postings.places().size()),
            .dated = static_cast<std::uint32_t>(dated_.size()),
            .units = static_cast<std::uint32_t>(texts_.size()),
            .postings = postings.bytes().size()};
}

void SegmentBuilder::write(AlignedBytes& out, const SegmentHeader& header) const {
    const Segment::Places places(header);
    std::size_t start = 0;
    put(out, start, header);
    std::size_t block = places.blocks;
    std::size_t length = places.lengths;
    std::size_t text = places.texts;
    std::size_t organisation = places.organisations;
    std::size_t dated = places.dated;
    std::vector<std::uint32_t> lengths(Segment::lengths_max);
    for (std::uint32_t name = 0; name < size(); ++name) {
        const Entry& entry = entries_[name];
        if (name % Segment::names_in_block == 0) {
            put(out, block, static_cast<std::uint32_t>((text - places.texts) / sizeof(char16_t)));
        }
        put(out, length, entry.text_length);
        put(out, organisation, entry.organisation);
        for (std::size_t at = 0; at < entry.text_length; ++at) {
            put(out, text, texts_[entry.text + at]);
        }
        const auto days =
            std::ranges::lower_bound(dated_, entry.text, {}, &decltype(dated_)::value_type::first);
        if (days != dated_.end() && days->first == entry.text) {
            put(out, dated,
                DatedName{.name = name,
                          .from = days_of(days->second.from),
                          .through = days_of(days->second.through)});
        }
        ++lengths[entry.folded_length + 1U];
    }
    std::partial_sum(lengths.begin(), lengths.end(), lengths.begin());
    std::memcpy(out.bytes().data() + places.by_length, lengths.data(),
                lengths.size() * sizeof(std::uint32_t));
    write_order(out, places.by_organisation);
}

void SegmentBuilder::write_order(AlignedBytes& out, std::size_t place) const {
    std::vector<std::uint32_t> order(size());
    std::ranges::generate(order, [next = 0U]() mutable { return next++; });
    std::ranges::sort(order, {}, [this](std::uint32_t name) {
        return std::pair(entries_[name].organisation, name);
    });
    if (order.empty()) return;
    std::memcpy(out.bytes().data() + place, order.data(), order.size() * sizeof(std::uint32_t));
}

}  // namespace credit::search
