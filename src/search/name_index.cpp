#include "search/name_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "search/finder.h"
#include "search/folding.h"
#include "search/hit.h"
#include "search/organisation.h"
#include "search/published.h"
#include "search/segments/bitmap.h"
#include "search/segments/segment.h"
#include "search/segments/segment_builder.h"
#include "subjects/subject.h"

namespace credit::search {
namespace {

// What a commit may wait for: some milliseconds.
constexpr std::uint32_t merged_at_once = 4096;
constexpr std::size_t parts_tidy = 12;

std::size_t gone_of(const Part& part) {
    return part.gone == nullptr ? 0 : part.gone->size();
}

bool is_gone(const Part& part, std::uint32_t name) {
    return part.gone != nullptr && part.gone->contains(name);
}

Part part_of(Segment segment) {
    return {.segment = std::make_shared<const Segment>(std::move(segment)), .gone = nullptr};
}

}  // namespace

NameIndex::NameIndex() : state_(std::make_unique<const State>()) {}

Hits NameIndex::find(std::string_view text, std::size_t limit, Date day) const {
    const Published<State>::Pin state(state_);
    return Finder(state->parts, text, std::min(limit, limit_max), day).find();
}

void NameIndex::put(std::span<const NamesOf> names) {
    SegmentBuilder builder;
    for (const auto& each : names) builder.add(each);
    const std::scoped_lock lock(writing_);
    auto next = std::make_unique<State>(state_.present());
    for (const auto& each : names) {
        bury(*next, each.organisation);
        if (fixed_ > 0) touched_.push_back(each.organisation);
    }
    if (builder.size() > 0) next->parts.push_back(part_of(builder.build()));
    merge_small(*next);
    state_.publish(std::move(next));
}

void NameIndex::bury(State& state, const Organisation& organisation) {
    for (auto& part : state.parts) {
        const auto names = part.segment->names_of(organisation);
        if (std::ranges::all_of(names, [&](auto name) { return is_gone(part, name); })) continue;
        auto gone = std::make_shared<Bitmap>(part.gone == nullptr ? Bitmap() : part.gone->clone());
        for (const auto name : names) gone->add(name);
        part.gone = std::move(gone);
    }
}

// From the newest on: those that are not much larger than all behind them together, as far as a
// commit can wait for it.
void NameIndex::merge_small(State& state) const {
    auto& parts = state.parts;
    std::size_t keep = parts.size();
    for (std::uint32_t size = 0; keep > fixed_; --keep) {
        const auto next = parts[keep - 1].segment->size();
        const bool first = keep == parts.size();
        if (size + next > merged_at_once || (!first && next > 2 * size)) break;
        size += next;
    }
    const auto tail = std::span(parts).subspan(keep);
    if (tail.size() < 2 && (tail.empty() || gone_of(tail.front()) == 0)) return;
    auto one = merged(tail);
    parts.resize(keep);
    if (one.size() > 0) parts.push_back(part_of(std::move(one)));
}

bool NameIndex::has(const NamesOf& names) const {
    std::vector<subjects::Name> known;
    const Published<State>::Pin state(state_);
    for (const auto& part : state->parts) {
        for (const auto name : part.segment->names_of(names.organisation)) {
            if (is_gone(part, name)) continue;
            known.push_back({.name = text_of(part.segment->text(name)),
                             .validity = part.segment->validity(name)});
        }
    }
    auto wanted = names.names;
    std::erase_if(wanted, [](const auto& name) { return folded(units_of(name.name)).empty(); });
    return std::ranges::is_permutation(known, wanted);
}

void NameIndex::replace(Segment whole) {
    const std::scoped_lock lock(compacting_, writing_);
    auto next = std::make_unique<State>();
    if (whole.size() > 0) next->parts.push_back(part_of(std::move(whole)));
    state_.publish(std::move(next));
}

Segment NameIndex::merged(std::span<const Part> parts) {
    SegmentBuilder builder;
    for (const auto& part : parts) {
        const Segment& segment = *part.segment;
        for (std::uint32_t name = 0; name < segment.size(); ++name) {
            if (is_gone(part, name)) continue;
            builder.add(segment.organisation(name), segment.text(name), segment.validity(name));
        }
    }
    return builder.build();
}

bool NameIndex::is_untidy(const State& state) {
    std::size_t names = 0;
    std::size_t gone = 0;
    for (const auto& part : state.parts) {
        names += part.segment->size();
        gone += gone_of(part);
    }
    return state.parts.size() > parts_tidy || gone * 4 > names;
}

bool NameIndex::tidy() {
    {
        const Published<State>::Pin state(state_);
        if (!is_untidy(*state)) return false;
    }
    compact(false);
    return true;
}

// The largest part stays as it is while the others are small beside it.
NameIndex::Compaction NameIndex::begin_compaction(bool of_all) {
    const std::scoped_lock lock(writing_);
    Compaction compaction{.parts = state_.present().parts};
    fixed_ = compaction.parts.size();
    touched_.clear();
    if (of_all || compaction.parts.empty()) return compaction;
    std::size_t others = 0;
    for (std::size_t at = 1; at < fixed_; ++at) others += compaction.parts[at].segment->size();
    const auto& largest = compaction.parts.front();
    if ((others + gone_of(largest)) * 4 < largest.segment->size()) compaction.from = 1;
    return compaction;
}

// What is replaced meanwhile loses its names in the new part too: its new ones stand in parts
// behind.
void NameIndex::compact(bool of_all) {
    const std::scoped_lock one_at_a_time(compacting_);
    const auto compaction = begin_compaction(of_all);
    const auto old = std::span(compaction.parts).subspan(compaction.from);
    const bool needed = old.size() > 1 || (old.size() == 1 && gone_of(old.front()) > 0);
    State made;
    if (needed) made.parts.push_back(part_of(merged(old)));
    const std::scoped_lock lock(writing_);
    const auto fixed = static_cast<std::ptrdiff_t>(std::exchange(fixed_, 0));
    if (!needed) return;
    for (const auto& organisation : touched_) bury(made, organisation);
    const auto& present = state_.present().parts;
    auto next = std::make_unique<State>();
    const auto from = static_cast<std::ptrdiff_t>(compaction.from);
    next->parts.assign(present.begin(), present.begin() + from);
    if (made.parts.front().segment->size() > 0) next->parts.push_back(made.parts.front());
    next->parts.insert(next->parts.end(), present.begin() + fixed, present.end());
    state_.publish(std::move(next));
}

std::shared_ptr<const Segment> NameIndex::whole() {
    compact(true);
    const Published<State>::Pin state(state_);
    const bool one = state->parts.size() == 1 && gone_of(state->parts.front()) == 0;
    if (one) return state->parts.front().segment;
    return std::make_shared<const Segment>(merged(state->parts));
}

std::size_t NameIndex::names() const {
    const Published<State>::Pin state(state_);
    std::size_t names = 0;
    for (const auto& part : state->parts) names += part.segment->size() - gone_of(part);
    return names;
}

std::size_t NameIndex::bytes() const {
    const Published<State>::Pin state(state_);
    std::size_t bytes = 0;
    for (const auto& part : state->parts) bytes += part.segment->bytes().size();
    return bytes;
}

}  // namespace credit::search
