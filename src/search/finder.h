// Finder (检索): one text looked for in the segments of one moment.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "search/hit.h"
#include "search/likeness.h"
#include "search/segments/bitmap.h"
#include "search/segments/segment.h"

namespace credit::search {

// A segment and which of its names are no names any more.
struct Part {
    std::shared_ptr<const Segment> segment;
    std::shared_ptr<const Bitmap> gone;
};

class Finder {
public:
    Finder(std::span<const Part> parts, std::string_view text, std::size_t limit, Date day);

    // The best first; each organisation once.
    Hits find();

private:
    struct Found {
        const Part* part;
        std::uint32_t name;
        Organisation organisation;
        Reason reason;
        bool former;
        std::u16string folded;
    };
    enum class Slips { InWhole, Within };

    void look_for_code(std::string_view text);
    void look_for_character(const Part& part);
    void look_for_part(const Part& part, std::u16string_view text);
    void look_for_slips(const Part& part, Slips where);
    void look_for_sounds(const Part& part);
    void look_everywhere();
    void look_for_mistakes();

    // Offers what stands under the numbers, up to so many; whether enough was found.
    bool look_at(const Part& part, const Bitmap& names, std::size_t most);
    void offer(const Part& part, std::uint32_t name, Reason reason);
    bool enough() const { return found_.size() >= limit_; }
    std::u16string_view folded(const Part& part, std::uint32_t name);

    Bitmap candidates(const Segment& segment, Slips where) const;
    static Bitmap alike(const Segment& segment, const Wanted& wanted, std::size_t at);
    Hit hit_of(const Found& found) const;
    bool in_other_script(const Found& found, std::u16string_view name) const;
    std::string name_today(const Organisation& organisation) const;

    std::span<const Part> parts_;
    std::string_view given_;
    std::u16string in_its_script_;
    Wanted wanted_;
    std::size_t limit_;
    Date day_;
    std::vector<Found> found_;
    std::u16string folded_;
};

}  // namespace credit::search
