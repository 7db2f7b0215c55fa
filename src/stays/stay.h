// Stay (停止、暂缓执行): an order that a duty is not executed until a day.
//
// Of an item (one listing or individual order, all its measures), of one duty (one measure of an
// item), both homed at the subject; or of one measure at one implementing authority (停用), homed
// at that authority. It ends by itself after its last day. It touches no hold of an objection, and
// none touches it: while either stands, the duty is not executable.
//
// Law:     luzhengfa-2017-44 items 18, 20 — measures are executed as law says, and not while doubt
//          stands
//          guobanfa-2020-49 — nobody is restrained beyond what the law says
// Reading: decision 0187: who orders one, for how long, and which goes first

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::stays {

// In the order of precedence (效力顺序), after the hold of an item: the wider of the subject's own
// first, what concerns an authority last.
enum class Scope : std::uint8_t {
    Item,     // 暂缓该项认定的全部措施
    Duty,     // 暂缓一项措施
    Measure,  // 停用: one measure at one implementing authority
};

std::string_view name_of(Scope scope);
// InvalidInput "stays.scope_unknown".
Result<Scope> parse_scope(std::string_view name);
// A hold goes first, as 1; then items, duties, measures.
int precedence_of(Scope scope);

struct Stay {
    std::string home_key;
    std::string stay_id;
    Scope scope = Scope::Item;
    std::string item_id = {};      // listing or order; empty for a measure
    std::string measure = {};      // id in the catalogue; empty for an item
    std::string implementer = {};  // code; of a measure alone
    std::string ordered_by = {};   // code
    std::string article = {};      // "luzhengfa-2017-44 art. 20"
    std::string document_number = {};
    std::string officer = {};
    std::string office = {};
    Instant ordered_at{};
    Date from_on{};
    Date through_on{};  // the last day on which it stands
    std::optional<Instant> ended_at = {};
    std::optional<Date> ended_on = {};  // the first day on which it is over
    std::string ended_as = {};          // "lifted", "expired"

    bool stands(Date day) const;
    // 当时: what a check of that moment was told.
    bool stood_at(Instant moment) const;
    // Whether it is of that duty: of an item, and of a measure at the authority whose stays are
    // looked through.
    bool stays(std::string_view item, std::string_view its_measure) const;
    bool operator==(const Stay& other) const = default;
};

// As acts hold it.
JsonObject to_json(const Stay& stay);
Result<Stay> read_stay(const JsonObject& object);

// Home key of what concerns a measure at an authority.
std::string home_of_implementer(std::string_view authority);

}  // namespace credit::stays
