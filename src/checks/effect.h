// Effect (效力) in force or coming: one listing or one individual order about one subject.
//
// It says what was decided, never what follows: the duties follow from the catalogue on the day of
// the check, so that one write suspends, resumes or ends all of them.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "stays/stay.h"

namespace credit::checks {

enum class Source : std::uint8_t { Listing, Order };

// Where the texts of an effect lie: no part of what it says.
struct Kept {
    std::shared_ptr<const std::string> texts = {};
    bool operator==(const Kept& /*other*/) const { return true; }
};

struct Effect {
    Source source = Source::Listing;
    bool on_hold = false;         // 暂停: being verified; no duty follows
    bool objected = false;        // 异议: the hold is that of an objection that is open
    bool provisional = false;     // a day of it was counted into a year without a notice
    Date from{};                  // first day
    std::optional<Date> through;  // last day; none: until the event
    std::string_view id;          // of the listing or order
    std::string_view rests_on;    // standard of a listing, measure of an order
    std::string_view authority;   // code
    std::string_view document;    // 文书号
    std::string_view ends_when;   // event, where there is no last day
    std::string_view remedy_zh;   // of an order; a listing's stands in its standard
    std::string_view remedy_en;
    Kept kept = {};  // what the views are of, once they are kept

    bool in_force(Date day) const { return from <= day && (!through || day <= *through); }
    bool operator==(const Effect& other) const = default;
};

// The same with its texts in one piece of memory of its own, which its copies share: an index holds
// hundreds of thousands of them, and their texts would take more than all the rest.
Effect keep(Effect effect);

// What is live about one subject; or, of an implementing authority, which measures are stopped
// there.
struct Entry {
    catalogue::SubjectCategory category = catalogue::SubjectCategory::Organisation;
    std::uint64_t version = 0;  // given by the index; another whenever it says otherwise
    std::vector<Effect> effects;
    std::vector<stays::Stay> stays = {};  // not ended, in the order of precedence
    bool unread = false;  // of an authority: its last act could not be read, so nothing is certain

    bool live() const { return !effects.empty() || !stays.empty() || unread; }
    // Whatever their versions.
    bool says_the_same(const Entry& other) const;
};

}  // namespace credit::checks
