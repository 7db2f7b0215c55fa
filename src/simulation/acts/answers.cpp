#include "simulation/acts/answers.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/model/counter_rules.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

std::string text_in(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

bool says(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::vector<const JsonObject*> objects_in(const JsonObject& object, std::string_view name) {
    std::vector<const JsonObject*> objects;
    const auto* const value = object.if_contains(name);
    if (value == nullptr || !value->is_array()) return objects;
    for (const auto& each : value->get_array()) objects.push_back(&each.as_object());
    return objects;
}

ToldEffect read_effect(const JsonObject& object) {
    ToldEffect effect{.id = text_in(object, "listing") + text_in(object, "order"),
                      .on_hold = text_in(object, "state") == "on_hold",
                      .through = {},
                      .ends_when = text_in(object, "ends_when"),
                      .duties = {}};
    effect.from = calendar::parse_date(text_in(object, "from")).value_or(Date{});
    const auto through = calendar::parse_date(text_in(object, "through"));
    if (through) effect.through = *through;
    for (const auto* duty : objects_in(object, "duties")) {
        effect.duties.push_back(text_in(*duty, "measure"));
    }
    return effect;
}

// "abc on hold" of those that are.
std::vector<std::string> ids_in(const JsonObject& object, std::string_view name,
                                std::string_view id) {
    std::vector<std::string> ids;
    for (const auto* each : objects_in(object, name)) {
        ids.push_back(text_in(*each, id) + (says(*each, "on_hold") ? " on hold" : ""));
    }
    return ids;
}

}  // namespace

ToldAtCounter read_told(const JsonObject& answer) {
    ToldAtCounter told{.standing = text_in(answer, "subject"), .in_force = {}, .incentives = {}};
    for (const auto* each : objects_in(answer, "in_force")) {
        told.in_force.push_back(read_effect(*each));
    }
    for (const auto* each : objects_in(answer, "incentives")) {
        told.incentives.push_back(read_effect(*each));
    }
    told.nothing_found = says(answer, "nothing_found");
    told.provisional = says(answer, "provisional");
    told.officer_decides = text_in(answer, "decided_by") == "officer";
    return told;
}

Seen read_seen(const JsonObject& answer) {
    Seen seen{.standing = text_in(answer, "standing"), .listings = {}, .records = {}, .orders = {}};
    seen.listed_today = says(answer, "listed_today");
    seen.listings = ids_in(answer, "listings", "listing");
    for (const auto* record : objects_in(answer, "records")) {
        // A registration says who somebody is; it comes and goes with no period.
        if (text_in(*record, "kind") == "registration") continue;
        seen.records.push_back(text_in(*record, "document_number"));
    }
    std::ranges::sort(seen.records);
    seen.orders = ids_in(answer, "orders", "order");
    return seen;
}

Finding find_number(const Json& value) {
    if (value.is_number()) return "a number in an answer about a person: " + to_text(value);
    if (value.is_array()) {
        for (const auto& each : value.get_array()) {
            if (auto found = find_number(each); !found.empty()) return found;
        }
    }
    if (value.is_object()) {
        for (const auto& each : value.get_object()) {
            if (auto found = find_number(each.value()); !found.empty()) {
                return std::string(each.key()) + ": " + found;
            }
        }
    }
    return {};
}

Finding find_lookup(World& world, std::size_t subject, const Answer& answer) {
    const auto receipt = answer.member("receipt");
    if (receipt.empty()) return "disclosed without a receipt: " + answer.text;
    const auto row = world.lookups().find(statements::find_lookup,
                                          {world.subject_key(subject), std::string_view(receipt)});
    if (!row) return "the look-up records cannot be read";
    const auto& kept = *row;
    if (!kept) return "disclosed without a look-up record: " + receipt;
    if (!std::ranges::equal(kept->bytes(0), crypto::sha256(bytes_of(answer.text)))) {
        return "the look-up record is of another answer: " + receipt;
    }
    return {};
}

}  // namespace credit::simulation
