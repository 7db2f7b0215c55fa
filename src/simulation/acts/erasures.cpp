#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/erasure_rules.h"
#include "simulation/model/said.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

// The subject stays known: an organisation by its registration, a person by another record. What a
// repair ended may stand again, which is another story.
bool may_be_chosen(const Cards& cards, const RecordCard& card) {
    if (card.id.empty() || card.ended_as == "repaired") return false;
    return !cards.subjects[card.subject].is_person() ||
           std::ranges::any_of(cards.records, [&](const RecordCard& other) {
               return &other != &card && other.subject == card.subject && !other.erased &&
                      other.kind != "penalty";  // which goes by itself
           });
}

// Behind the register's back: the row stands with its digest and says nothing any longer.
Finding find_content(World& world, const RecordCard& card) {
    const auto key = world.subject_key(card.subject);
    const auto read = world.store().find(statements::erased_content,
                                         {std::string_view(key), std::string_view(card.id)});
    CHECK(read.has_value());
    const auto& row = *read;
    if (!row) return "the row of an erased record is gone, and the proof of its file with it";
    if (!row->text(0).empty()) return "erased, and still in the store: " + row->text(0);
    return row->bytes(1).empty() ? "the digest of an erased record is gone" : Finding();
}

// Of penalties alone: those that are over have no content, the others have theirs.
Finding find_kept_or_lost(World& world) {
    for (const auto& card : world.cards().records) {
        if (card.kind != "penalty" || card.id.empty()) continue;
        if (card.erased) {
            auto finding = find_content(world, card);
            if (!finding.empty()) return finding;
            continue;
        }
        const auto key = world.subject_key(card.subject);
        const auto read = world.store().find(statements::erased_content,
                                             {std::string_view(key), std::string_view(card.id)});
        const auto& row = read.value_or(std::nullopt);
        if (!row || row->text(0).empty()) return "erased before its time, or needed: " + card.id;
    }
    return {};
}

}  // namespace

Finding erase_expired(World& world) {
    const auto erased = world.erase_expired();
    world.caution_everywhere();
    const auto expected = enter_expiry(world.law(), world.cards(), world.today());
    world.cards().acts += static_cast<std::size_t>(expected);
    if (erased != expected && !world.troubled()) {
        return "erased by itself: " + std::to_string(erased) + " instead of " +
               std::to_string(expected);
    }
    return find_kept_or_lost(world);
}

Finding erase_record(World& world) {
    auto& dice = world.dice();
    std::vector<RecordCard*> choice;
    for (auto& card : world.cards().records) {
        if (may_be_chosen(world.cards(), card)) choice.push_back(&card);
    }
    if (choice.empty()) return file_records(world);
    auto& card = *dice.pick(choice);
    world.touched = card.subject;
    JsonObject words{{"what", "record"},
                     {"item", card.id},
                     {"article", "personal-information-protection-law-2021 art. 47"},
                     {"document_number", "示例删〔2026〕1号"},
                     {"reasons", "示例理由"}};
    for (const auto* const name : {"article", "document_number", "reasons"}) {
        if (dice.once_in(12)) words[name] = "";
    }
    words["identifier"] = world.cards().subjects[card.subject].who.identifier;
    const bool office = !dice.once_in(8);
    const auto refusals = office ? against_erasure(card, Said(words)) : not_for_role();
    const auto asked =
        ask_expecting(world,
                      {.path = "/v1/erasures",
                       .body = words,
                       .role = office ? access::Role::CreditOffice : access::Role::Officer,
                       .authority = office ? "SD-DRC" : "SD-SAMR"},
                      refusals);
    if (!asked.done()) return asked.finding;
    enter_erasure(card);
    ++world.cards().acts;
    return find_content(world, card);
}

}  // namespace credit::simulation
