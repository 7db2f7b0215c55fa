#include "search/finder.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/text.h"
#include "search/folding.h"
#include "search/hit.h"
#include "search/likeness.h"
#include "search/organisation.h"
#include "search/readings.h"
#include "search/segments/bitmap.h"
#include "search/segments/segment.h"

namespace credit::search {
namespace {

// How many names are looked at: at a glance, before fewer are sought; when one slip is looked for
// in whole names, and in parts of names, of which most are no hits.
constexpr std::size_t glance = 400;
constexpr std::size_t few = 1000;
constexpr std::size_t whole_most = 20'000;
constexpr std::size_t within_most = 4'000;
// A text of fewer characters is not looked for in parts of names with a slip: it would be in all.
constexpr std::size_t within_least = 4;

std::vector<Pair> pairs_of(std::u16string_view text) {
    std::vector<Pair> pairs;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        pairs.push_back(pair_of(text[at], text[at + 1]));
    }
    return pairs;
}

// The pairs around a character that should stand behind its neighbour.
std::vector<Pair> pairs_when_swapped(std::u16string_view text, std::size_t at) {
    std::vector<Pair> pairs{pair_of(text[at + 1], text[at])};
    if (at > 0) pairs.push_back(pair_of(text[at - 1], text[at + 1]));
    if (at + 2 < text.size()) pairs.push_back(pair_of(text[at], text[at + 2]));
    return pairs;
}

// No bitmap: every name.
using Chosen = std::optional<Bitmap>;

Chosen both(const Chosen& one, const Chosen& other) {
    if (!one) return other ? Chosen(other->clone()) : Chosen();
    return other ? Chosen(one->intersected(*other)) : Chosen(one->clone());
}

Bitmap both(const Chosen& one, const Bitmap& other) {
    return one ? one->intersected(other) : other.clone();
}

// For each pair the names with it and with all behind it; for the end those that were chosen.
std::vector<Chosen> with_all_behind(std::span<const Bitmap> names, const Chosen& chosen) {
    std::vector<Chosen> behind(names.size() + 1);
    if (chosen) behind.back() = chosen->clone();
    for (std::size_t at = names.size(); at-- > 0;) behind[at] = both(behind[at + 1], names[at]);
    return behind;
}

// Of the chosen names those with a character and its neighbour swapped.
Bitmap with_swapped(const Segment& segment, const Chosen& chosen, std::u16string_view text,
                    std::size_t at) {
    const auto pairs = pairs_when_swapped(text, at);
    Bitmap names = both(chosen, segment.names_with(pairs.front()));
    for (const auto pair : std::span(pairs).subspan(1)) {
        names = names.intersected(segment.names_with(pair));
    }
    return names;
}

}  // namespace

Finder::Finder(std::span<const Part> parts, std::string_view text, std::size_t limit, Date day)
    : parts_(parts),
      given_(text),
      in_its_script_(folded_in_its_script(units_of(text))),
      wanted_(search::folded(units_of(text))),
      limit_(limit),
      day_(day) {}

Hits Finder::find() {
    Hits hits;
    if (limit_ == 0 || wanted_.text().empty()) return hits;
    look_for_code(text::to_upper_ascii(text_of(wanted_.text())));
    if (found_.empty()) look_everywhere();
    std::ranges::sort(found_, [](const Found& one, const Found& other) {
        const auto rank = [](const Found& found) {
            return std::tuple(found.reason, found.former, found.folded.size());
        };
        return std::tuple(rank(one), std::u16string_view(one.folded), one.organisation) <
               std::tuple(rank(other), std::u16string_view(other.folded), other.organisation);
    });
    if (found_.size() > limit_) found_.resize(limit_);
    for (const auto& found : found_) hits.push_back(hit_of(found));
    return hits;
}

void Finder::look_everywhere() {
    if (wanted_.text().size() == 1) {
        for (const auto& part : parts_) look_for_character(part);
        return;
    }
    const bool has_form = wanted_.core().size() < wanted_.text().size();
    for (const auto& part : parts_) look_for_part(part, wanted_.text());
    if (!enough() && has_form) {
        for (const auto& part : parts_) look_for_part(part, wanted_.core());
    }
    // Who gives a whole name that nobody has made a slip; who gives a part that some have did not.
    const bool exact = std::ranges::find(found_, Reason::Exact, &Found::reason) != found_.end();
    if (found_.empty() || (!exact && has_form)) look_for_mistakes();
}

void Finder::look_for_mistakes() {
    for (const auto& part : parts_) look_for_slips(part, Slips::InWhole);
    if (found_.empty() && wanted_.text().size() >= within_least) {
        for (const auto& part : parts_) look_for_slips(part, Slips::Within);
    }
    if (!found_.empty()) return;
    for (const auto& part : parts_) look_for_sounds(part);
}

void Finder::look_for_code(std::string_view text) {
    const auto organisation = Organisation::with_code(text);
    if (!organisation) return;
    for (const auto& part : parts_) {
        for (const auto name : part.segment->names_of(*organisation)) {
            offer(part, name, Reason::Code);
        }
    }
}

// A single character begins a pair wherever it stands.
void Finder::look_for_character(const Part& part) {
    std::vector<std::uint32_t> names;
    for (const auto& place : part.segment->pairs_from(wanted_.text().front())) {
        std::size_t left = limit_;
        part.segment->names_at(place).visit(0, [&](std::uint32_t name) {
            names.push_back(name);
            return --left > 0;
        });
    }
    std::ranges::sort(names);
    for (const auto name : names) {
        if (enough()) return;
        const auto reason = holds(wanted_, folded(part, name));
        if (reason) offer(part, name, *reason);
    }
}

void Finder::look_for_part(const Part& part, std::u16string_view text) {
    const Segment& segment = *part.segment;
    auto pairs = pairs_of(text);
    if (pairs.empty()) return;
    std::ranges::sort(pairs, {}, [&](Pair pair) { return segment.frequency(pair); });
    if (segment.frequency(pairs.front()) == 0) return;
    Bitmap names = segment.names_with(pairs.front());
    for (std::size_t at = 1; at < pairs.size() && names.size() > few; ++at) {
        if (look_at(part, names, glance)) return;
        names = names.intersected(segment.names_with(pairs[at]));
    }
    look_at(part, names, names.size());
}

bool Finder::look_at(const Part& part, const Bitmap& names, std::size_t most) {
    std::size_t looked = 0;
    names.visit(0, [&](std::uint32_t name) {
        const auto reason = holds(wanted_, folded(part, name));
        if (reason) offer(part, name, *reason);
        // What differs in its form alone comes before what is shorter: a little further, then.
        ++looked;
        return looked < most && (looked < glance || !enough());
    });
    return enough();
}

// Every name in which all pairs stand but those that one slip can have changed: another character,
// or one too many, takes the two pairs in which it stands; of two that were swapped it is known
// what stands there instead; where one is missing, fewer have changed.
Bitmap Finder::candidates(const Segment& segment, Slips where) const {
    std::u16string text(wanted_.text());
    Chosen before;  // names with all pairs up to those of the slip
    if (where == Slips::InWhole) {
        before = Bitmap::range(segment.first_of_length(text.size() - 1),
                               segment.first_of_length(text.size() + 2));
        text += u'\0';
    }
    const auto pairs = pairs_of(text);
    std::vector<Bitmap> names;
    names.reserve(pairs.size());
    for (const auto pair : pairs) names.push_back(segment.names_with(pair));
    const auto behind = with_all_behind(names, before);
    Bitmap all;
    for (std::size_t slip = 0; slip < wanted_.text().size(); ++slip) {
        if (slip >= 2) {
            before = both(before, names[slip - 2]);
            if (before->is_empty()) break;
        }
        const auto changed = both(before, behind[std::min(slip + 1, pairs.size())]);
        if (changed) all.unite(*changed);
        if (slip + 1 == wanted_.text().size()) break;
        const auto around = both(before, behind[std::min(slip + 2, pairs.size())]);
        all.unite(with_swapped(segment, around, text, slip));
    }
    return all;
}

void Finder::look_for_slips(const Part& part, Slips where) {
    const bool whole = where == Slips::InWhole;
    std::size_t left = whole ? whole_most : within_most;
    candidates(*part.segment, where).visit(0, [&](std::uint32_t name) {
        const auto text = folded(part, name);
        const auto reason = whole ? one_slip(wanted_, text) : one_slip_within(wanted_, text);
        if (reason) offer(part, name, *reason);
        return --left > 0;
    });
}

// The names with two neighbours that are read as those of the text are.
Bitmap Finder::alike(const Segment& segment, const Wanted& wanted, std::size_t at) {
    const auto& readings = Readings::get();
    const auto characters = [&](std::size_t place) {
        std::u16string all(1, wanted.text()[place]);
        if (const auto heard = wanted.syllables()[place]; heard != 0) all += readings.alike(heard);
        return all;
    };
    std::bitset<0x10000> second;
    for (const char16_t unit : characters(at + 1)) second.set(unit);
    auto firsts = characters(at);
    std::ranges::sort(firsts);
    firsts.erase(std::ranges::unique(firsts).begin(), firsts.end());
    std::vector<Bitmap> all;
    for (const char16_t unit : firsts) {
        for (const auto& place : segment.pairs_from(unit)) {
            if (second.test(place.pair & 0xFFFFU)) all.push_back(segment.names_at(place));
        }
    }
    return Bitmap::united(all);
}

void Finder::look_for_sounds(const Part& part) {
    const std::size_t length = wanted_.core().size();
    if (length < 2) return;
    Bitmap names = alike(*part.segment, wanted_, 0);
    for (std::size_t at = 1; at + 1 < length && !names.is_empty(); ++at) {
        names = names.intersected(alike(*part.segment, wanted_, at));
    }
    std::size_t left = within_most;
    names.visit(0, [&](std::uint32_t name) {
        if (sounds_within(wanted_, folded(part, name))) offer(part, name, Reason::Homophone);
        return --left > 0;
    });
}

std::u16string_view Finder::folded(const Part& part, std::uint32_t name) {
    folded_.clear();
    fold(part.segment->text(name), folded_);
    return folded_;
}

void Finder::offer(const Part& part, std::uint32_t name, Reason reason) {
    if (part.gone != nullptr && part.gone->contains(name)) return;
    const auto validity = part.segment->validity(name);
    if (validity.from && *validity.from > day_) return;
    Found offered{.part = &part,
                  .name = name,
                  .organisation = part.segment->organisation(name),
                  .reason = reason,
                  .former = !validity.holds_on(day_),
                  .folded = std::u16string(folded(part, name))};
    const auto known = std::ranges::find(found_, offered.organisation, &Found::organisation);
    if (known == found_.end()) {
        found_.push_back(std::move(offered));
    } else if (std::tuple(reason, offered.former) < std::tuple(known->reason, known->former)) {
        *known = std::move(offered);
    }
}

bool Finder::in_other_script(const Found& found, std::u16string_view name) const {
    const auto name_in_script = folded_in_its_script(name);
    if (found.reason > Reason::Contained) {
        return (in_its_script_ == wanted_.text()) != (name_in_script == found.folded);
    }
    const auto core = std::u16string_view(in_its_script_).substr(0, wanted_.core().size());
    const auto sought = found.reason == Reason::CompanyForm ? core : in_its_script_;
    return found.reason != Reason::Code && name_in_script.find(sought) == std::u16string::npos;
}

std::string Finder::name_today(const Organisation& organisation) const {
    for (const auto& part : parts_) {
        for (const auto name : part.segment->names_of(organisation)) {
            const bool gone = part.gone != nullptr && part.gone->contains(name);
            if (gone || !part.segment->validity(name).holds_on(day_)) continue;
            return text_of(part.segment->text(name));
        }
    }
    return {};
}

Hit Finder::hit_of(const Found& found) const {
    const auto name = found.part->segment->text(found.name);
    return {.code = found.organisation.code(),
            .name = text_of(name),
            .name_today = found.former ? name_today(found.organisation) : text_of(name),
            .reason = found.reason,
            .former_name = found.former,
            .other_script = in_other_script(found, name),
            .validity = found.part->segment->validity(found.name)};
}

}  // namespace credit::search
