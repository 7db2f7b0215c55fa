#include "simulation/acts/compare.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/model/cards.h"
#include "simulation/model/said.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"
#include "sql/session.h"

namespace credit::simulation {
namespace {

constexpr int conflict = 409;

// A day that must be said is left alone: without it the request is none.
bool may_be_spoiled(std::string_view name) {
    constexpr std::array<std::string_view, 4> needed{"decided_on", "served_on", "identifier",
                                                     "exemption"};
    return std::ranges::find(needed, name) == needed.end();
}

// The same request with the same key changes nothing and is answered the same; another one with
// that key is refused.
Finding try_key_again(World& world, const Ask& ask, const Answer& first) {
    const auto again = world.ask_again(ask);
    if (again.status != first.status || again.text != first.text) {
        return "the same request with the same key was answered otherwise: " + again.text;
    }
    Ask other = ask;
    other.body["words"] = "another";
    const auto refused = world.ask_otherwise(other);
    if (refused.status == conflict || refused.status == 400) return {};
    return "another request with a used key was taken: " + refused.text;
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "nothing" : text;
}

Refusals not_for_role() {
    Refusals no;
    no.unless(false, "access.role");
    return no;
}

Asked ask_expecting(World& world, const Ask& ask, const Refusals& refusals) {
    Asked asked{.answer = world.ask(ask), .finding = {}};
    if (refusals.none() != asked.answer.done() ||
        (!refusals.none() && asked.answer.words() != refusals.words())) {
        asked.finding = ask.path + " " + to_text(ask.body) + " as " + ask.authority +
                        ": expected against it " + joined(refusals.words()) +
                        ", but: " + (asked.answer.done() ? "done" : joined(asked.answer.words()));
        return asked;
    }
    // A file that came twice is told as one whose rows are all known.
    const bool repeatable = !ask.reads && ask.file.empty();
    if (!asked.answer.done() || !repeatable || !world.dice().once_in(6)) return asked;
    world.end_trouble();
    asked.finding = try_key_again(world, ask, asked.answer);
    return asked;
}

Finding compare_told(const Answer& answer, JsonObject expected) {
    expected["act"] = answer.member("act");
    if (answer.body.contains("notice")) expected["notice"] = answer.member("notice");
    if (answer.body == expected) return {};
    return "expected " + to_text(expected) + ", but: " + answer.text;
}

Finding find_untold(World& world, const EndedItem& item, const Answer& answer) {
    const auto act = answer.member("act");
    const auto key = world.subject_key(item.subject);
    for (const auto& holder : world.cards().holders[item.id]) {
        if (holder == item.authority) continue;
        const auto read = world.store().find(statements::count_told_end,
                                             {std::string_view(key), std::string_view(act),
                                              std::string_view(holder), std::string_view(item.id)});
        const auto row = read.value_or(std::nullopt);
        if (!row || row->integer(0) == 0) {
            return holder + " was shown " + item.id + " and is not told what became of it";
        }
    }
    return {};
}

void spoil(demo::Dice& dice, JsonObject& body) {
    const auto place = static_cast<std::ptrdiff_t>(dice.roll(body.size()));
    auto* const member = std::next(body.begin(), place);
    const std::string name(member->key());
    if (!may_be_spoiled(name)) return;
    if (name.ends_with("_on")) {
        body.erase(name);
    } else if (member->value().is_bool()) {
        member->value() = !member->value().get_bool();
    } else if (member->value().is_array()) {
        member->value().get_array().emplace_back("M999-A1");
    } else {
        member->value() = "";
    }
}

}  // namespace credit::simulation
