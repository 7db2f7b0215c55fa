// Building of a segment: names come in any order and leave in that of the segment.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/organisation.h"
#include "search/segments/segment.h"
#include "subjects/subject.h"

namespace credit::search {

class SegmentBuilder {
public:
    void add(const NamesOf& names);
    // A text as a segment holds it. One whose folded form is empty is left out: nobody can find it.
    void add(const Organisation& organisation, std::u16string_view text,
             const subjects::Validity& validity);
    std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

    // Leaves the builder empty.
    Segment build();

private:
    struct Entry {
        std::uint32_t text;  // where each begins
        std::uint32_t folded;
        std::uint8_t text_length;
        std::uint8_t folded_length;
        Organisation organisation;
    };
    class Postings;

    std::u16string_view folded_of(const Entry& entry) const;
    void sort();
    SegmentHeader header(const Postings& postings) const;
    void write(AlignedBytes& out, const SegmentHeader& header) const;
    void write_order(AlignedBytes& out, std::size_t place) const;

    std::vector<Entry> entries_;
    std::u16string texts_;
    std::u16string folded_;
    // Of those that have days, by where the text begins.
    std::vector<std::pair<std::uint32_t, subjects::Validity>> dated_;
};

}  // namespace credit::search
