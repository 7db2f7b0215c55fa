// What readers see while entries come and go. Run with the thread sanitizer too.

#include "checks/index.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "catalogue/subject_category.h"
#include "checks/effect.h"
#include "foundation/clock.h"

namespace credit::checks {
namespace {

using namespace std::chrono_literals;

Entry entry_with(const std::string& listing) {
    Effect effect;
    effect.id = listing;
    Entry entry;
    entry.effects.push_back(keep(effect));
    return entry;
}

TEST(Index, holds_only_subjects_with_something_live) {
    Index index;
    index.put("O1", entry_with("L1"));
    EXPECT_EQ(index.size(), 1U);
    EXPECT_EQ(Index::Pin(index).find("O2"), nullptr);
    index.put("O1", Entry{});
    EXPECT_EQ(index.size(), 0U);
    EXPECT_EQ(Index::Pin(index).find("O1"), nullptr);
    EXPECT_EQ(index.version_of("O1"), 0U);
}

TEST(Effect, keeps_its_texts_when_those_it_was_made_from_are_gone) {
    Effect kept;
    {
        const std::string texts = "L1 standard SD-SAMR document until done 救济 remedy";
        const std::string_view view = texts;
        kept = keep({.through = {},
                     .id = view.substr(0, 2),
                     .rests_on = view.substr(3, 8),
                     .authority = view.substr(12, 7),
                     .document = view.substr(20, 8),
                     .ends_when = view.substr(29, 10),
                     .remedy_zh = view.substr(40, 6),
                     .remedy_en = view.substr(47)});
    }
    const Effect copy = kept;
    Effect other;
    other.id = "L2";
    kept = keep(other);
    EXPECT_EQ(copy.id, "L1");
    EXPECT_EQ(copy.rests_on, "standard");
    EXPECT_EQ(copy.authority, "SD-SAMR");
    EXPECT_EQ(copy.document, "document");
    EXPECT_EQ(copy.ends_when, "until done");
    EXPECT_EQ(copy.remedy_zh, "救济");
    EXPECT_EQ(copy.remedy_en, "remedy");
    EXPECT_EQ(kept.id, "L2");
    EXPECT_TRUE(kept.remedy_en.empty());
}

TEST(Index, gives_every_change_another_version) {
    Index index;
    index.put("O1", entry_with("L1"));
    const auto first = index.version_of("O1");
    Entry held = entry_with("L1");
    held.effects.front().on_hold = true;
    index.put("O1", held);
    const auto second = index.version_of("O1");
    EXPECT_NE(second, first);
    index.put("O1", entry_with("L1"));
    EXPECT_NE(index.version_of("O1"), first);
    EXPECT_NE(index.version_of("O1"), second);
}

// A node learns of its own act a second time, late: who was answered meanwhile is not asked anew.
TEST(Index, keeps_the_version_of_what_says_the_same) {
    Index index;
    index.put("O1", entry_with("L1"));
    const auto first = index.version_of("O1");
    index.put("O1", entry_with("L1"));
    EXPECT_EQ(index.version_of("O1"), first);
}

TEST(Entry, says_otherwise_whatever_part_of_it_differs) {
    const Entry entry = entry_with("L1");
    EXPECT_TRUE(entry.says_the_same(entry_with("L1")));
    EXPECT_FALSE(entry.says_the_same(entry_with("L2")));
    Entry other = entry;
    other.version = 7;
    EXPECT_TRUE(entry.says_the_same(other));
    other.unread = true;
    EXPECT_FALSE(entry.says_the_same(other));
    other = entry;
    other.category = catalogue::SubjectCategory::NaturalPerson;
    EXPECT_FALSE(entry.says_the_same(other));
    other = entry;
    other.effects.front().through = Date{2026y / 3 / 2};
    EXPECT_FALSE(entry.says_the_same(other));
    other = entry;
    other.stays.push_back({.home_key = "O1", .stay_id = "S1"});
    EXPECT_FALSE(entry.says_the_same(other));
    Entry longer = other;
    longer.stays.front().through_on = Date{2026y / 3 / 2};
    EXPECT_FALSE(other.says_the_same(longer));
}

TEST(Index, finds_all_of_many_after_growing_and_cleaning) {
    Index index;
    for (int i = 0; i < 5000; ++i) index.put("O" + std::to_string(i), entry_with("L"));
    for (int i = 0; i < 5000; i += 2) index.put("O" + std::to_string(i), Entry{});
    for (int i = 5000; i < 9000; ++i) index.put("O" + std::to_string(i), entry_with("L"));
    EXPECT_EQ(index.size(), 6500U);
    const Index::Pin pin(index);
    for (int i = 0; i < 9000; ++i) {
        const bool live = i >= 5000 || i % 2 == 1;
        EXPECT_EQ(pin.find("O" + std::to_string(i)) != nullptr, live) << i;
    }
}

TEST(Index, is_current_for_a_second_after_other_nodes_were_looked_at) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    Index index;
    EXPECT_TRUE(index.is_current());
    index.confirm(now);
    EXPECT_TRUE(index.is_current());
    index.confirm(now - 2s);
    EXPECT_FALSE(index.is_current());
}

TEST(IndexConcurrently, a_subject_always_listed_is_never_missed) {
    Index index;
    index.put("always", entry_with("L"));
    std::atomic<bool> stop = false;
    std::atomic<int> missed = 0;
    std::vector<std::jthread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            while (!stop.load()) {
                const Index::Pin pin(index);
                const Entry* const entry = pin.find("always");
                if (entry == nullptr || entry->effects.front().id != "L") ++missed;
            }
        });
    }
    for (int i = 0; i < 20000; ++i) {
        Entry always = entry_with("L");
        always.effects.front().on_hold = i % 2 == 0;
        index.put("always", always);
        index.put("O" + std::to_string(i % 3000), i % 2 == 0 ? entry_with("M") : Entry{});
    }
    stop = true;
    readers.clear();
    EXPECT_EQ(missed.load(), 0);
}

}  // namespace
}  // namespace credit::checks
