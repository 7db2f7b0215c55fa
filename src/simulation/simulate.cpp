#include "simulation/simulate.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "identity/identifier.h"
#include "simulation/acts/acts.h"
#include "simulation/invariants.h"
#include "simulation/model/cards.h"
#include "simulation/seeded_random.h"
#include "simulation/world.h"
#include "sql/failure.h"
#include "sql/sqlite/one_thread.h"

namespace credit::simulation {
namespace {

Date day(int year, unsigned month, unsigned day_of_month) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)};
}

// Companies, a shop, persons of whom one has just come of age and one was born on a leap day; the
// last is nobody that any record tells of.
void settle(World& world) {
    auto& dice = world.dice();
    auto& subjects = world.cards().subjects;
    // Not one whose number could be read as another kind of number as well.
    const auto add_person = [&](Date born_on) {
        auto person = demo::make_person(dice, born_on);
        while (!identity::parse_identifier(person.identifier, {.today = world.today()})) {
            person = demo::make_person(dice, born_on);
        }
        subjects.push_back({.who = person, .born_on = born_on});
    };
    for (int count = 0; count < 2; ++count) {
        subjects.push_back({.who = demo::make_organisation(dice)});
    }
    subjects.push_back({.who = demo::make_individual_business(dice)});
    add_person(day(1985, 6, 15));
    add_person(day(1992, 2, 29));
    add_person(day(2007, 3, 1));
    subjects.push_back({.who = demo::make_organisation(dice)});
}

class Run {
public:
    explicit Run(const Settings& settings) : world_(settings) {
        const std::size_t fewest = std::min<std::size_t>(settings.acts_max, 20);
        // Few acts are commoner than many: a fault in the first days is found by many seeds.
        acts_ = fewest + world_.dice().roll(world_.dice().roll(settings.acts_max - fewest + 1) + 1);
    }

    Outcome go() {
        settle(world_);
        Finding finding = file_first_records(world_);
        while (finding.empty() && world_.cards().acts < acts_ && steps_ < 4 * acts_) {
            ++steps_;
            finding = step();
        }
        if (finding.empty()) finding = find_broken_log(world_);
        if (finding.empty()) finding = find_underivable_table(world_);
        if (!finding.empty()) finding = "step " + std::to_string(steps_) + ": " + finding;
        return {.steps = steps_,
                .acts = world_.cards().acts,
                .answers = answers_,
                .digest = world_.digest(),
                .finding = std::move(finding)};
    }

private:
    Finding step() {
        auto& dice = world_.dice();
        let_time_pass(world_);
        world_.begin_step();
        if (dice.once_in(8)) world_.trouble();
        const auto acts_before = world_.cards().acts;
        if (auto finding = act(); !finding.empty()) return finding;
        if (dice.once_in(3)) world_.number_acts();
        world_.end_trouble();
        note_caution(world_.cards().acts > acts_before);
        if (dice.once_in(60)) world_.crash();
        return look_around();
    }

    Finding act() {
        constexpr std::array acts{
            propose_listing,
            propose_listing,
            go_on_with_listing,
            go_on_with_listing,
            go_on_with_listing,
            go_on_with_listing,
            go_on_with_listing,
            go_on_with_listing,
            record_order,
            go_on_with_order,
            go_on_with_order,
            file_records,
            file_objection,
            file_objection,
            go_on_with_objection,
            go_on_with_objection,
            let_what_is_due_happen,
            turn_clock_back,
            complain,
            apply_for_repair,
            go_on_with_repair,
            go_on_with_repair,
            go_on_with_repair,
            withdraw_record,
            file_corrected_row,
            open_incident,
            go_on_with_incident,
            go_on_with_incident,
            go_on_with_incident,
            give_evidence,
            handle_evidence,
            see_what_waits,
            file_ended_again,
            erase_record,
            erase_expired,
            ask_about_lookup,
            record_failed_service,
            start_actions,
            go_on_with_task,
            go_on_with_task,
        };
        return world_.dice().pick(acts)(world_);
    }

    // At the subject last acted on from all sides, at another from one.
    Finding look_around() {
        constexpr std::array looks{ask_at_counter, look_up_as_public, look_up_as_authority,
                                   find_unfounded_listing};
        if (auto finding = find_lost_or_doubled_act(world_); !finding.empty()) return finding;
        for (const auto look : looks) {
            ++answers_;
            if (auto finding = look(world_, world_.touched); !finding.empty()) return finding;
        }
        ++answers_;
        auto& dice = world_.dice();
        return dice.pick(looks)(world_, dice.roll(world_.cards().subjects.size()));
    }

    // What the register could not read after an act it reads with the next act on the subject.
    void note_caution(bool acted) {
        auto& cautious = world_.held_out_of_caution;
        if (world_.troubled()) {
            cautious.push_back(world_.touched);
        } else if (acted) {
            std::erase(cautious, world_.touched);
        }
    }

    World world_;
    std::size_t acts_ = 0;
    std::size_t steps_ = 0;
    std::size_t answers_ = 0;
};

}  // namespace

Outcome simulate(const Settings& settings) {
    const SeededRandom seeded(settings.seed);
    sql::keep_to_one_thread();
    sql::expect_failures();
    return Run(settings).go();
}

}  // namespace credit::simulation
