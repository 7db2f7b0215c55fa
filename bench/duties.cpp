// Bar 6: the duties of a subject at a matter on a day, with their articles, from the full
// catalogue; beside it the loop over all rows that one would write by hand.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "or_exit.h"

namespace credit {
namespace {

using catalogue::SubjectCategory;

constexpr std::size_t subjects_live = 20'000;

// What both sides are asked: subjects with one or two listings, at every matter in turn.
struct Questions {
    law::Library law = or_exit(law::Library::load());
    catalogue::Catalogue catalogue = or_exit(catalogue::Catalogue::load(law));
    Date day = day_of(SystemClock().now());
    checks::DutyTable duties{catalogue, law, day};
    checks::Index index;
    std::vector<std::string> keys;
    std::vector<std::string_view> matters;

    Questions() {
        demo::Dice dice(1);
        std::vector<std::string> standards;
        for (const auto& standard : catalogue.standards.all()) {
            if (standard.in_force(day)) standards.push_back(standard.id);
        }
        for (std::size_t number = 0; number < subjects_live; ++number) {
            keys.push_back("O" + demo::make_organisation(dice).identifier);
            checks::Entry entry;
            for (std::size_t effects = 1 + dice.roll(2); effects > 0; --effects) {
                entry.effects.push_back({.from = day - std::chrono::days{30},
                                         .through = day + std::chrono::days{300},
                                         .id = "01J0000000000000000000000000-1",
                                         .rests_on = dice.pick(standards),
                                         .authority = "SD-SAMR",
                                         .document = "示例列决〔2026〕1号",
                                         .ends_when = {},
                                         .remedy_zh = {},
                                         .remedy_en = {}});
            }
            index.put(keys.back(), std::move(entry));
        }
        for (const auto& matter : catalogue.matters.all()) {
            if (duties.matter(matter.id) != nullptr) matters.push_back(matter.id);
        }
    }
};

Questions& questions() {
    static Questions all;
    return all;
}

void duties(benchmark::State& state) {
    const Questions& asked = questions();
    std::string answer;
    std::size_t number = 0;
    for (auto _ : state) {
        answer.clear();
        const auto& key = asked.keys[number % asked.keys.size()];
        const auto matter = asked.matters[number++ % asked.matters.size()];
        const checks::Index::Pin pin(asked.index);
        const checks::Entry* const entry = pin.find(key);
        for (const auto& effect : entry->effects) {
            if (!effect.in_force(asked.day)) continue;
            answer += asked.duties.duties(matter, effect, entry->category).text;
        }
        benchmark::DoNotOptimize(answer.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(duties);

// A row of the catalogue as one would lay it out for the loop.
struct HandRow {
    Date from;
    Date through;
    std::uint64_t matters = 0;
    std::vector<bool> standards;
    unsigned categories = 0;
    std::string duty;  // id and articles
};

struct HandRows {
    std::vector<HandRow> rows;
    std::vector<std::vector<std::size_t>> standards_of;  // by subject
    std::vector<const checks::Entry*> entries;

    explicit HandRows(const Questions& asked) {
        const auto standards = asked.catalogue.standards.all();
        for (const auto& measure : asked.catalogue.measures.all()) add(asked, measure);
        const checks::Index::Pin pin(asked.index);
        for (const auto& key : asked.keys) {
            auto& listed = standards_of.emplace_back();
            entries.push_back(pin.find(key));
            for (const auto& effect : entries.back()->effects) {
                listed.push_back(static_cast<std::size_t>(
                    std::ranges::find(standards, effect.rests_on, &catalogue::ListStandard::id) -
                    standards.begin()));
            }
        }
    }

    void add(const Questions& asked, const catalogue::Measure& measure) {
        HandRow row{.from = measure.validity.from.value_or(Date::min()),
                    .through = measure.validity.through.value_or(Date::max()),
                    .standards = {},
                    .duty = measure.id};
        for (const auto& basis : measure.bases) row.duty += " " + law::to_text(basis.citation);
        for (std::size_t at = 0; at < asked.matters.size(); ++at) {
            const auto& named = asked.catalogue.matters.find(asked.matters[at])->measures;
            if (std::ranges::find(named, measure.id) != named.end()) row.matters |= 1ULL << at;
        }
        for (const auto& standard : asked.catalogue.standards.all()) {
            row.standards.push_back(standard.may_lead_to(measure.id));
        }
        for (unsigned category = 0; category < 3; ++category) {
            if (measure.addresses(static_cast<SubjectCategory>(category))) {
                row.categories |= 1U << category;
            }
        }
        rows.push_back(std::move(row));
    }
};

void hand_loop(benchmark::State& state) {
    const Questions& asked = questions();
    const HandRows hand(asked);
    std::string answer;
    std::size_t number = 0;
    for (auto _ : state) {
        answer.clear();
        const auto subject = number % asked.keys.size();
        const auto matter = 1ULL << (number++ % asked.matters.size());
        const auto category = 1U << static_cast<unsigned>(hand.entries[subject]->category);
        for (const auto standard : hand.standards_of[subject]) {
            for (const auto& row : hand.rows) {
                if (row.from > asked.day || asked.day > row.through) continue;
                if ((row.matters & matter) == 0 || (row.categories & category) == 0) continue;
                if (row.standards[standard]) answer += row.duty;
            }
        }
        benchmark::DoNotOptimize(answer.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(hand_loop);

// Once a day, all of it.
void make_table(benchmark::State& state) {
    const Questions& asked = questions();
    for (auto _ : state) {
        const checks::DutyTable table(asked.catalogue, asked.law, asked.day);
        for (const auto matter : asked.matters) {
            benchmark::DoNotOptimize(&table.duties(matter, {}, SubjectCategory::Organisation));
        }
    }
}
BENCHMARK(make_table)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace credit

BENCHMARK_MAIN();
