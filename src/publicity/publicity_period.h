// Publicity period (公示期) of a decision by its class, and the first day on which its repair may
// be sought.
//
// The class is the highest of its penalties; an industry's classification goes before the general
// one, and an industry's own periods before the general ones. Each version of the rule is read on
// its own day: that of the document, and today's where it is lighter.
//
// Law:     credit-repair-measures-2025 — minor, general and serious, each with a shortest and a
//          longest period
//          samr-credit-repair-measures-2025 — the same three classes, earlier, for its field
// Reading: decision 0107: the period starts with the document
// Reading: decision 0108: a lighter later version counts, for each of the two ends by itself
// Reading: decision 0160: repair may be sought from the day after the shortest period's last day

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/classes/classification.h"
#include "catalogue/code_list.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "law/library.h"

namespace credit::publicity {

// What of a decision decides its class.
struct ClassFacts {
    Date decided_on{};
    std::vector<std::string> classes = {};        // the general class of each of its penalties
    std::vector<std::string> penalties = {};      // their codes, in the same order, where known
    std::span<const std::string> functions = {};  // of the authority that decided
    const catalogue::Classification* industries = nullptr;
};

// The codes and general classes of the penalties in a record's body.
void read_penalties(ClassFacts& facts, const JsonObject& body, const catalogue::RecordKind& kind,
                    const catalogue::CodeLists& lists);

struct PublicityPeriod {
    bool known = false;      // there is a version of the rule for it
    bool published = false;  // and it publishes that class
    std::string publicity_class = {};
    std::optional<Date> shortest_through = {};  // last day of the shortest; none: nothing to wait
    Date longest_through{};
    law::Citation shortest_basis = {};
    law::Citation longest_basis = {};
};

// "minor", "general", "serious", "closed" under the version of that day; empty: not known.
std::string class_of(const ClassFacts& facts, Date version_on);

// Under the version of the document's day and, where it is lighter, that of today.
PublicityPeriod publicity_period(const ClassFacts& facts, const law::Library& law, Date today);

}  // namespace credit::publicity
