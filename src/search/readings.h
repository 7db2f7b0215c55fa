// Readings (读音) and company forms (组织形式): what the files of names/ say of characters and
// words.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace credit::search {

// A syllable without its tone, by number; 0: it has none and sounds like itself alone.
using Syllable = std::uint16_t;

class Readings {
public:
    // Read once from the files in the program; a broken file stops the process at once.
    static const Readings& get();

    // One for each unit of a folded text; words of names/places.toml are read as they say.
    std::vector<Syllable> read(std::u16string_view folded) const;
    // Every way in which the unit may be read, exceptions included.
    std::span<const Syllable> of(char16_t unit) const;
    // All units that may be read so.
    std::u16string_view alike(Syllable syllable) const { return alike_[syllable]; }
    std::string text_of(Syllable syllable) const { return names_[syllable]; }

    // The length of a folded name without the longest form at its end; all of it where less than
    // two characters would be left.
    std::size_t without_form(std::u16string_view folded) const;

private:
    Readings();
    Syllable syllable(std::string_view name);
    void add(char16_t unit, Syllable syllable);

    std::vector<std::string> names_;
    std::unordered_map<std::string, Syllable> numbers_;
    std::vector<std::u16string> alike_;
    std::unordered_map<char16_t, std::vector<Syllable>> of_;
    std::unordered_map<std::u16string, std::vector<Syllable>> words_;
    std::size_t longest_word_ = 0;
    std::vector<std::u16string> forms_;  // the longest first
};

}  // namespace credit::search
