#include "search/readings.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "law/toml_reader.h"
#include "search/folding.h"

namespace credit::search {
namespace {

constexpr std::size_t shortest_core = 2;

using Pairs = std::vector<std::pair<std::string, std::string>>;

template <typename T>
T whole(Result<T> result) {
    CHECK(result.has_value());
    return *std::move(result);
}

law::TomlTable file(std::string_view path) {
    auto files = whole(law::read_toml_files(path));
    CHECK(files.size() == 1);
    return std::move(files.front());
}

Pairs pairs_in(std::string_view path, std::string_view table) {
    Pairs pairs;
    const auto content = file(path);
    for (const auto& entry : whole(content.table(table))->entries()) {
        const auto* const text = std::get_if<std::string>(&entry.node.value);
        CHECK(text != nullptr);
        pairs.emplace_back(entry.name, *text);
    }
    return pairs;
}

}  // namespace

const Readings& Readings::get() {
    static const Readings all;
    return all;
}

Readings::Readings() : names_(1), alike_(1) {
    for (const auto& [name, characters] : pairs_in("names/readings.toml", "readings")) {
        for (const char16_t unit : units_of(characters)) add(unit, syllable(name));
    }
    for (const auto& [word, reading] : pairs_in("names/places.toml", "places")) {
        const auto units = folded(units_of(word));
        std::vector<Syllable> syllables;
        for (std::size_t at = 0; at < reading.size();) {
            const auto end = std::min(reading.find(' ', at), reading.size());
            syllables.push_back(syllable(std::string_view(reading).substr(at, end - at)));
            at = end + 1;
        }
        CHECK(units.size() == syllables.size());
        for (std::size_t at = 0; at < units.size(); ++at) add(units[at], syllables[at]);
        longest_word_ = std::max(longest_word_, units.size());
        words_.emplace(units, std::move(syllables));
    }
    for (const auto& form : whole(file("names/forms.toml").texts("forms"))) {
        forms_.push_back(folded(units_of(form)));
    }
    std::ranges::sort(forms_, std::ranges::greater(), &std::u16string::size);
}

Syllable Readings::syllable(std::string_view name) {
    const auto [found, added] =
        numbers_.emplace(std::string(name), static_cast<Syllable>(names_.size()));
    if (added) {
        names_.emplace_back(name);
        alike_.emplace_back();
    }
    return found->second;
}

void Readings::add(char16_t unit, Syllable syllable) {
    auto& all = of_[unit];
    if (std::ranges::find(all, syllable) != all.end()) return;
    all.push_back(syllable);
    alike_[syllable] += unit;
}

std::span<const Syllable> Readings::of(char16_t unit) const {
    const auto found = of_.find(unit);
    return found == of_.end() ? std::span<const Syllable>() : found->second;
}

std::vector<Syllable> Readings::read(std::u16string_view folded) const {
    std::vector<Syllable> syllables;
    syllables.reserve(folded.size());
    while (syllables.size() < folded.size()) {
        const std::size_t at = syllables.size();
        for (std::size_t length = std::min(longest_word_, folded.size() - at); length > 1;
             --length) {
            const auto word = words_.find(std::u16string(folded.substr(at, length)));
            if (word == words_.end()) continue;
            syllables.insert(syllables.end(), word->second.begin(), word->second.end());
            break;
        }
        if (syllables.size() > at) continue;
        const auto all = of(folded[at]);
        syllables.push_back(all.empty() ? Syllable{0} : all.front());
    }
    return syllables;
}

std::size_t Readings::without_form(std::u16string_view folded) const {
    for (const auto& form : forms_) {
        if (!folded.ends_with(form)) continue;
        const bool enough = folded.size() >= form.size() + shortest_core;
        return enough ? folded.size() - form.size() : folded.size();
    }
    return folded.size();
}

}  // namespace credit::search
