// Name index (名称索引): organisations by what their names are, were, sound like and nearly are.
//
// A name finds an organisation; it never confirms one (hit.h). No name of a natural person is in
// it: organisation.h. Reading takes no lock. Writing is for one thread at a time (a mutex sees to
// it) and follows each commit.

#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "search/finder.h"
#include "search/hit.h"
#include "search/organisation.h"
#include "search/published.h"
#include "search/segments/segment.h"

namespace credit::search {

class NameIndex {
public:
    static constexpr std::size_t limit_max = 50;

    NameIndex();

    // At most `limit` organisations (limit_max at most) that the text may mean on the day, the
    // nearest first: by reason, present names before former ones, the shorter before the longer.
    // The text may be a name, a part of one or a code; none for a text without letters or digits.
    Hits find(std::string_view text, std::size_t limit, Date day) const;

    // Replaces all names of each of these organisations.
    void put(std::span<const NamesOf> names);
    void put(const NamesOf& names) { put(std::span(&names, 1)); }
    // Whether these are the names that it has, but for those that nobody could search; in which
    // order does not matter.
    bool has(const NamesOf& names) const;
    // In place of everything: from a snapshot, or built at the start.
    void replace(Segment whole);

    // Makes one segment of all where they have become many; true when it did. Readers and put() go
    // on meanwhile.
    bool tidy();
    // Everything in one segment, for a snapshot.
    std::shared_ptr<const Segment> whole();

    std::size_t names() const;
    std::size_t bytes() const;

private:
    struct State {
        std::vector<Part> parts;  // the largest first
    };

    // What a compaction makes one of; while it is under way these parts only lose names.
    struct Compaction {
        std::vector<Part> parts;
        std::size_t from = 0;  // its first part
    };

    static void bury(State& state, const Organisation& organisation);
    void merge_small(State& state) const;
    static Segment merged(std::span<const Part> parts);
    static bool is_untidy(const State& state);
    Compaction begin_compaction(bool of_all);
    void compact(bool of_all);

    Published<State> state_;
    std::mutex compacting_;
    std::mutex writing_;
    // Under writing_: while a compaction is under way, how many parts there were, and whose names
    // were replaced since.
    std::size_t fixed_ = 0;
    std::vector<Organisation> touched_;
};

}  // namespace credit::search
