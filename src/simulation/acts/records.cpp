#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using catalogue::ColumnRole;
using std::chrono::days;

constexpr std::string_view office = "SD-SAMR";

struct Penalty {
    std::string_view category;
    std::string_view publicity_class;
};
constexpr std::array<Penalty, 3> penalties{
    {{.category = "警告", .publicity_class = "minor"},
     {.category = "罚款", .publicity_class = "general"},
     {.category = "责令停产停业", .publicity_class = "serious"}}};

std::string document(World& world, std::string_view word) {
    return "示例" + std::string(word) + "〔2026〕" + std::to_string(world.dice().next() % 1000000) +
           "号";
}

const catalogue::RecordKind& kind_of(World& world, std::string_view kind) {
    return **world.law().catalogue().kinds.find(kind, world.today());
}

const catalogue::Authority& office_of(World& world, const RecordCard& card) {
    return **world.law().catalogue().authorities.find(card.office);
}

// One that is dissolved in some years, or who took over its work.
std::string some_office(World& world) {
    if (!world.dice().once_in(3)) return std::string(office);
    return answering(world.law(), dissolved_office, world.today());
}

// Who answers for the record today.
std::string office_today(World& world, const RecordCard& card) {
    return answering(world.law(), card.office, world.today());
}

// One file of one row; what it must report is that the row was accepted.
Finding file(World& world, demo::Table& table, const RecordCard& card) {
    world.touched = card.subject;
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/submissions",
                                      .body = {},
                                      .file = table.csv(),
                                      .role = access::Role::Clerk,
                                      .authority = card.office},
                                     {});
    if (!asked.done()) return asked.finding;
    // "unchanged" where it was asked again because the first answer was lost.
    const auto accepted = read_integer(asked.answer.body, "accepted");
    const auto unchanged = read_integer(asked.answer.body, "unchanged");
    if (!accepted || !unchanged || *accepted + *unchanged != 1) {
        return "a right row was not accepted: " + asked.answer.text;
    }
    RecordCard filed = card;
    filed.file = table.csv();
    const auto submission = asked.answer.member("submission");
    // The row stands below the header.
    if (!submission.empty()) filed.id = submission + "-2";
    world.cards().records.push_back(filed);
    world.cards().subjects[card.subject].known = true;
    ++world.cards().acts;
    return {};
}

Finding file_permit(World& world, std::size_t subject) {
    RecordCard card{.subject = subject,
                    .kind = "permit",
                    .document_number = document(world, "许"),
                    .decided_on = world.today() - days{world.dice().roll(10)},
                    .office = some_office(world)};
    card.valid_through = card.decided_on + days{30 + world.dice().roll(700)};
    demo::Table table(world.law().catalogue(), kind_of(world, card.kind));
    table.add(world.cards().subjects[subject].who, office_of(world, card), card.document_number,
              card.decided_on,
              {{ColumnRole::Category, "普通"},
               {ColumnRole::ValidFrom, calendar::to_text(card.decided_on)},
               {ColumnRole::ValidThrough, calendar::to_text(*card.valid_through)},
               {ColumnRole::State, "1"}});
    return file(world, table, card);
}

Finding file_as_penalty(World& world, const RecordCard& card) {
    CHECK(card.conduct_on && card.valid_through);
    const auto penalty =
        *std::ranges::find(penalties, card.penalty_class, &Penalty::publicity_class);
    demo::Table table(world.law().catalogue(), kind_of(world, card.kind));
    table.add(world.cards().subjects[card.subject].who, office_of(world, card),
              card.document_number, card.decided_on,
              {{ColumnRole::Category, std::string(penalty.category)},
               {ColumnRole::Facts, card.facts},
               {ColumnRole::Amount, penalty.category == "罚款" ? "1" : ""},
               {ColumnRole::ConductOn, calendar::to_text(*card.conduct_on)},
               {ColumnRole::ValidThrough, calendar::to_text(*card.valid_through)},
               {ColumnRole::ProcedureType, "普通程序"}});
    return file(world, table, card);
}

Finding file_penalty(World& world, std::size_t subject) {
    const auto& penalty = world.dice().pick(penalties);
    RecordCard card{.subject = subject,
                    .kind = "penalty",
                    .document_number = document(world, "罚"),
                    .decided_on = world.today() - days{world.dice().roll(10)},
                    .office = std::string(office),
                    .facts = "示例事实",
                    .penalty_class = std::string(penalty.publicity_class)};
    card.conduct_on = card.decided_on - days{world.dice().roll(60)};
    card.valid_through = card.decided_on + days{365};
    return file_as_penalty(world, card);
}

Finding file_registration(World& world, std::size_t subject) {
    const RecordCard card{.subject = subject,
                          .kind = "registration",
                          .document_number = {},
                          .decided_on = world.today() - days{world.dice().roll(300)},
                          .office = std::string(office)};
    const auto& who = world.cards().subjects[subject].who;
    demo::Table table(world.law().catalogue(), kind_of(world, card.kind));
    table.add(who, office_of(world, card), "", card.decided_on, {{ColumnRole::State, "存续"}});
    auto finding = file(world, table, card);
    if (finding.empty()) world.cards().records.pop_back();  // readers are compared without it
    return finding;
}

}  // namespace

Finding file_first_records(World& world) {
    for (std::size_t subject = 0; subject + 1 < world.cards().subjects.size(); ++subject) {
        const bool person = world.cards().subjects[subject].is_person();
        auto finding = person ? file_permit(world, subject) : file_registration(world, subject);
        if (!finding.empty()) return finding;
    }
    return {};
}

Finding withdraw_record(World& world) {
    auto& dice = world.dice();
    auto& records = world.cards().records;
    if (records.empty()) return file_records(world);
    auto& card = records[dice.roll(records.size())];
    if (card.id.empty()) return {};
    world.touched = card.subject;
    const bool another = dice.once_in(8);
    const JsonObject words{{"reason", dice.once_in(8) ? "" : "示例理由"}};
    Refusals no;
    no.unless(card.ended_as.empty() || card.ended_as == "repaired", "records.already_ended");
    no.unless(!another, "records.not_your_record");
    no.unless(!words.at("reason").get_string().empty(), "records.reason_needed");
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/records/" + card.id + "/withdrawal",
                                      .body = words,
                                      .authority = another ? "SD-FIN" : office_today(world, card)},
                                     no);
    if (!asked.done()) return asked.finding;
    card.ended_as = "withdrawn";
    ++world.cards().acts;
    return {};
}

// A further row of the same document says otherwise, and takes the place of the record.
Finding file_corrected_row(World& world) {
    std::vector<std::size_t> standing;
    const auto& records = world.cards().records;
    for (std::size_t at = 0; at < records.size(); ++at) {
        const auto& card = records[at];
        if (card.kind == "penalty" && card.ended_as.empty() && !card.id.empty() && !card.erased) {
            standing.push_back(at);
        }
    }
    if (standing.empty()) return file_records(world);
    const auto place = world.dice().pick(standing);
    RecordCard corrected = records[place];
    corrected.facts += "更正";
    corrected.id.clear();
    auto finding = file_as_penalty(world, corrected);
    if (finding.empty()) enter_corrected_row(world.cards().records[place]);
    return finding;
}

// credit-repair-measures-2025 art. 3: what ended does not come back by being filed again.
Finding file_ended_again(World& world) {
    std::vector<const RecordCard*> ended;
    for (const auto& card : world.cards().records) {
        if (!card.ended_as.empty()) ended.push_back(&card);
    }
    if (ended.empty()) return file_records(world);
    const auto& card = *world.dice().pick(ended);
    world.touched = card.subject;
    const auto answer = world.ask({.path = "/v1/submissions",
                                   .body = {},
                                   .file = card.file,
                                   .role = access::Role::Clerk,
                                   .authority = office_today(world, card)});
    const auto accepted = read_integer(answer.body, "accepted");
    if (accepted && *accepted == 0) return {};
    return "what was " + card.ended_as + " came back: " + answer.text;
}

// The last subject stays unknown: no record ever tells of it.
Finding file_records(World& world) {
    const auto subject = world.dice().roll(world.cards().subjects.size() - 1);
    const auto& card = world.cards().subjects[subject];
    // What the young did is another story, told by the scenarios.
    const bool young = card.born_on && *card.born_on > Date{std::chrono::year{2000} / 1 / 1};
    if (young || world.dice().once_in(2)) return file_permit(world, subject);
    return file_penalty(world, subject);
}

}  // namespace credit::simulation
