// Evidence in a simulated year: a subject gives a file, names it in an objection, and whoever
// handles the matter reads it; nobody else does, and nobody once it is taken out.

#include <algorithm>
#include <string>
#include <vector>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/incident_cards.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;

Finding erase(World& world, EvidenceCard& card) {
    Refusals no;
    no.unless(!card.erased, "files.no_such_file");
    const auto asked =
        ask_expecting(world,
                      {.path = "/v1/erasures",
                       .body = {{"what", "evidence"},
                                {"item", card.id},
                                {"identifier", world.cards().subjects[card.subject].who.identifier},
                                {"article", "personal-information-protection-law-2021 art. 47"},
                                {"document_number", "示例删〔2026〕2号"},
                                {"reasons", "示例理由"}},
                       .role = Role::CreditOffice,
                       .authority = "SD-DRC"},
                      no);
    if (!asked.done()) return asked.finding;
    card.erased = true;
    ++world.cards().acts;
    return {};
}

// The content as it was given, or nothing at all.
Finding compare_content(World& world, const Ask& ask, const EvidenceCard& card, bool may_read) {
    Refusals no;
    no.unless(may_read && !card.erased, "files.no_such_file");
    const auto asked = ask_expecting(world, ask, no);
    if (!asked.done() || asked.answer.text == card.content) return asked.finding;
    return "a file was given as " + card.content + ", and is read as " + asked.answer.text;
}

Finding read_as_subject(World& world, const EvidenceCard& card) {
    const auto reader =
        world.dice().once_in(3) ? world.dice().roll(world.cards().subjects.size()) : card.subject;
    return compare_content(world,
                           {.path = "/v1/files/" + card.id,
                            .body = {},
                            .subject = reader,
                            .reads = true,
                            .gets = true},
                           card, reader == card.subject);
}

// The office that answers for the item of the objection; another; the credit office.
Finding read_as_office(World& world, const EvidenceCard& card, const ObjectionCard& objection) {
    auto& dice = world.dice();
    const bool credit_office = dice.once_in(4);
    const bool another = !credit_office && dice.once_in(3);
    auto office = answering(world.law(), objection.source, world.today());
    if (credit_office) office = "SD-DRC";
    if (another) office = "SD-CYB";
    const bool named = std::ranges::find(objection.files, card.id) != objection.files.end();
    return compare_content(world,
                           {.path = "/v1/files/" + card.id + "?objection=" + objection.id,
                            .body = {},
                            .role = credit_office ? Role::CreditOffice : Role::Officer,
                            .authority = office,
                            .reads = true,
                            .gets = true},
                           card, named && !another);
}

}  // namespace

Finding give_evidence(World& world) {
    auto& dice = world.dice();
    const auto subject = dice.roll(world.cards().subjects.size() - 1);
    world.touched = subject;
    EvidenceCard card{.subject = subject,
                      .content = "示例材料" + std::to_string(dice.next() % 1000)};
    const auto asked = ask_expecting(
        world, {.path = "/v1/files", .body = {}, .file = card.content, .subject = subject}, {});
    if (!asked.done()) return asked.finding;
    card.id = asked.answer.member("file");
    world.cards().evidence.push_back(card);
    ++world.cards().acts;
    return {};
}

Finding handle_evidence(World& world) {
    auto& dice = world.dice();
    auto& evidence = world.cards().evidence;
    if (evidence.empty()) return give_evidence(world);
    auto& card = evidence[dice.roll(evidence.size())];
    world.touched = card.subject;
    if (dice.once_in(6)) return erase(world, card);
    std::vector<const ObjectionCard*> objections;
    for (const auto& each : world.cards().objections) {
        if (each.subject == card.subject) objections.push_back(&each);
    }
    if (objections.empty() || dice.once_in(3)) return read_as_subject(world, card);
    return read_as_office(world, card, *dice.pick(objections));
}

}  // namespace credit::simulation
