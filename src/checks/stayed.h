// What is stayed (停止、暂缓执行) of the effects that a check finds: which duties are not executed
// on the day, by which orders, and which of them goes first.
//
// Reads what the index holds and allocates nothing.
//
// Law:     luzhengfa-2017-44 items 18, 20
// Reading: decision 0187: the order of precedence

#pragma once

#include <string>
#include <string_view>

#include "checks/duty_table.h"
#include "checks/effect.h"
#include "foundation/clock.h"

namespace credit::checks {

class Stayed {
public:
    // Of a subject and of the authority that asks; null where nothing is live. Both must outlive
    // it.
    Stayed(const Entry* of_subject, const Entry* of_authority, Date day)
        : of_subject_(of_subject), of_authority_(of_authority), day_(day) {}

    bool holds(const Effect& effect, std::string_view measure) const;
    // The whole effect, whatever the matter.
    bool holds_all_of(const Effect& effect) const;
    // Whether any duty of the effect at the matter, or the effect itself, is stayed.
    bool touches(const Effect& effect, const Duties& duties) const;

    // Appends the member "stays" of the effect, the first of them going first.
    void append(std::string& text, const Effect& effect, const Duties& duties) const;
    // Appends the duties that are not stayed, as one array; an order's last stays unfinished, for
    // its remedy. Whether the authority that asks has to answer for one of them.
    bool append_rest(std::string& text, const Effect& effect, const Duties& duties) const;

private:
    bool named_in(const Entry* entry, const Effect& effect, const Duties& duties) const;
    void append_of(std::string& text, const Entry* entry, const Effect& effect,
                   const Duties& duties) const;

    const Entry* of_subject_;
    const Entry* of_authority_;
    Date day_;
};

}  // namespace credit::checks
