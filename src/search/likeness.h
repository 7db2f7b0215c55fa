// Likeness (相似): in what a text and a name differ, where it is one slip of the hand or of the
// ear.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/hit.h"
#include "search/readings.h"

namespace credit::search {

// What is searched for: folded, with how it is read.
class Wanted {
public:
    explicit Wanted(std::u16string folded);

    std::u16string_view text() const { return text_; }
    // Without the words of the company form.
    std::u16string_view core() const { return text().substr(0, core_); }
    const std::vector<Syllable>& syllables() const { return syllables_; }

private:
    std::u16string text_;
    std::size_t core_;
    std::vector<Syllable> syllables_;
};

// Where the name holds the text, or the text without its form; the reason.
std::optional<Reason> holds(const Wanted& wanted, std::u16string_view name);

// One slip between the text and the whole name. No value where there is none, or more.
std::optional<Reason> one_slip(const Wanted& wanted, std::u16string_view name);
// One slip between the text and some part of the name.
std::optional<Reason> one_slip_within(const Wanted& wanted, std::u16string_view name);

// Whether a part of the name is read as the text's core is, other characters or not.
bool sounds_within(const Wanted& wanted, std::u16string_view name);

}  // namespace credit::search
