#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/purpose.h"
#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/answers.h"
#include "simulation/acts/compare.h"
#include "simulation/model/counter_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;

// The name that is given: mostly the right one, at times another's.
std::string name_given(World& world, std::size_t subject) {
    if (world.dice().once_in(15)) return "示例另一名称";
    return world.cards().subjects[subject].who.name;
}

// The same; or, where the register could not read what an act did, something more cautious: what it
// knew before, on hold, with no duty left.
bool agrees(const World& world, std::size_t subject, const ToldAtCounter& told,
            const ToldAtCounter& expected) {
    if (told == expected) return true;
    if (std::ranges::find(world.held_out_of_caution, subject) == world.held_out_of_caution.end()) {
        return false;
    }
    return std::ranges::all_of(told.in_force, [](const ToldEffect& effect) {
        return effect.on_hold && effect.duties.empty();
    });
}

// A matter and a purpose at it for which an approval system may ask.
struct Question {
    const catalogue::Matter& matter;
    const std::string& purpose;
};
Question question_for(World& world) {
    const auto& catalogue = world.law().catalogue();
    for (;;) {
        const auto& matter = world.dice().pick(catalogue.matters.all());
        for (const auto& purpose : matter.purposes) {
            if (names(catalogue.purposes.find(purpose)->roles, "approval_system")) {
                return {.matter = matter, .purpose = purpose};
            }
        }
    }
}

std::string ground_for(const catalogue::Catalogue& catalogue, const std::string& purpose) {
    for (const auto& each : catalogue.purposes.find(purpose)->grounds) {
        if (each == "sd_regulation_22") return each;
    }
    return catalogue.purposes.find(purpose)->grounds.front();
}

// Ids as they were told, without what is marked behind them.
void note_holder(World& world, const std::string& item, const std::string& authority) {
    world.cards().holders[item.substr(0, item.find(' '))].insert(authority);
}

// Of a record its number is told; the version that stood is what was shown.
void note_holder_of_records(World& world, std::size_t subject, const Seen& seen,
                            const std::string& authority) {
    for (const auto& card : world.cards().records) {
        const bool stood = card.subject == subject && card.ended_as.empty() && !card.id.empty();
        if (stood && names(seen.records, card.document_number)) {
            note_holder(world, card.id, authority);
        }
    }
}

// Its receipt stands in the records; the subject can ask about it.
Finding find_disclosed(World& world, std::size_t subject, const Answer& answer,
                       const std::string& authority) {
    auto finding = find_lookup(world, subject, answer);
    if (finding.empty()) {
        world.cards().lookups.push_back(
            {.id = answer.member("receipt"), .subject = subject, .authority = authority});
    }
    return finding;
}

Finding look_up(World& world, std::size_t subject, Reader reader) {
    const bool authority = reader == Reader::Authority;
    const auto& who = world.cards().subjects[subject];
    std::string name = name_given(world, subject);
    if (!who.is_person() && world.dice().once_in(3)) name.clear();
    Ask ask{.path = "/v1/subjects/lookup",
            .body = {{"identifier", who.who.identifier}, {"name", name}},
            .role = Role::Clerk,
            .authority = world.dice().once_in(3)
                             ? answering(world.law(), dissolved_office, world.today())
                             : "SD-SAMR",
            .without_token = !authority,
            .reads = true};
    if (authority) {
        ask.body["purpose"] = "inspection";
        ask.body["ground"] = "sd_regulation_22";
        ask.body["case"] = "示例案〔2026〕1号";
        ask.body["officer"] = "示例经办人";
    }
    const auto asked = ask_expecting(world, ask, {});
    if (!asked.done()) return asked.finding;
    const auto seen = read_seen(asked.answer.body);
    const auto expected = seen_by(reader, world.law(), world.cards(),
                                  {.subject = subject, .name = name}, world.today());
    if (!(seen == expected)) {
        return "on " + calendar::to_text(world.today()) + " a reader sees " + text_of(seen) +
               ", expected: " + text_of(expected);
    }
    if (who.is_person()) {
        if (auto found = find_number(asked.answer.body); !found.empty()) return found;
    }
    if (!authority) return {};
    for (const auto* items : {&seen.listings, &seen.orders}) {
        for (const auto& item : *items) note_holder(world, item, ask.authority);
    }
    note_holder_of_records(world, subject, seen, ask.authority);
    return find_disclosed(world, subject, asked.answer, ask.authority);
}

}  // namespace

Finding ask_at_counter(World& world, std::size_t subject) {
    auto& dice = world.dice();
    const auto& catalogue = world.law().catalogue();
    const auto& who = world.cards().subjects[subject];
    const auto [matter, purpose] = question_for(world);
    const auto name = name_given(world, subject);
    JsonObject words{{"identifier", who.who.identifier},
                     {"name", name},
                     {"matter", matter.id},
                     {"purpose", purpose},
                     {"case", "示例受理〔2026〕1号"},
                     {"officer", "示例经办人"}};
    words["ground"] = ground_for(catalogue, purpose);
    Refusals refusals;
    if (dice.once_in(25)) {
        words["case"] = "";
        refusals.unless(false, "checks.case_missing");
    }
    if (dice.once_in(25)) {
        words["officer"] = "";
        refusals.unless(false, "checks.officer_missing");
    }
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/checks",
                                      .body = words,
                                      .role = Role::ApprovalSystem,
                                      .authority = "JN-SAMR",
                                      .reads = true},
                                     refusals);
    if (!asked.done()) return asked.finding;
    const auto told = read_told(asked.answer.body);
    const auto expected = at_counter(world.law(), world.cards(), {.subject = subject, .name = name},
                                     matter, world.today());
    if (!agrees(world, subject, told, expected)) {
        return "at " + matter.id + " the counter is told: " + text_of(told) +
               ", expected: " + text_of(expected);
    }
    if (who.is_person()) {
        if (auto found = find_number(asked.answer.body); !found.empty()) return found;
    }
    for (const auto* effects : {&told.in_force, &told.incentives}) {
        for (const auto& effect : *effects) note_holder(world, effect.id, "JN-SAMR");
    }
    return find_disclosed(world, subject, asked.answer, "JN-SAMR");
}

Finding look_up_as_public(World& world, std::size_t subject) {
    return look_up(world, subject, Reader::Public);
}

Finding look_up_as_authority(World& world, std::size_t subject) {
    return look_up(world, subject, Reader::Authority);
}

}  // namespace credit::simulation
