// Synthetic names of organisations for bar 5: place, trade name, line of business and form, in
// about the lengths that registers have. The same number makes the same name.

#pragma once

#include <string>
#include <vector>

#include "demo/synthetic.h"

namespace credit::bench {

struct SyntheticName {
    std::string place;
    std::string trade_name;
    std::string line;
    std::string form;

    std::string text() const { return place + trade_name + line + form; }
};

SyntheticName make_name(demo::Dice& dice);
// A code that no two of fewer than 36^6 names share.
std::string code_of(std::size_t number);

// What somebody types who means a name: whole, or a part of it, with one seeded fault or none.
enum class Fault { None, Wrong, Missing, Swapped, Traditional, Homophone };
inline constexpr std::string_view fault_names[] = {"none",    "wrong",       "missing",
                                                   "swapped", "traditional", "homophone"};

// Empty where the text cannot have such a fault.
std::string with_fault(demo::Dice& dice, const std::string& text, Fault fault);

}  // namespace credit::bench
