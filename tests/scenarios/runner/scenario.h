// Scenario (情形): dates, acts and expected outcomes, as a jurist reads them.
//
//   2026-03-02  propose  company ground=food
//               expect   proposed
//
// A verb's arguments are words and key=value pairs; `row` lines continue a `submit`. Everything a
// step does not name is right by itself, so that a scenario shows only what it is about. The
// outcome of a step is one text, its parts joined by "; "; `expect` lines must say all of it.

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"

namespace credit::scenarios {

struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> values;

    // The value said, else the other one.
    std::string value_or(std::string_view key, std::string_view otherwise) const;
    bool has(std::string_view key) const { return values.contains(key); }
    // The word at that place; empty when there are fewer.
    std::string word(std::size_t place) const;
};

struct Step {
    std::size_t line = 0;
    Date day{};
    std::string verb;
    Arguments arguments;
    std::vector<Arguments> rows;  // of a submission
    std::size_t expected_line = 0;
    std::string expected;  // empty: nobody said what must come of it
};

struct Scenario {
    std::filesystem::path file;
    std::vector<Step> steps;
    std::vector<std::string> faults;       // "file:line: what is wrong with the text itself"
    std::vector<std::string> instruments;  // cited by its "# Law:" line
};

Scenario read_scenario(const std::filesystem::path& file);

}  // namespace credit::scenarios
