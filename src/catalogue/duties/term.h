// Term (期限) of a measure or a listing, as the law writes it: years, months or days, never
// converted.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// One of them is set.
struct TermLength {
    int years = 0;
    int months = 0;
    int days = 0;

    bool operator==(const TermLength&) const = default;
};

enum class TermKind {
    Fixed,        // the length is `shortest`
    Decided,      // the decision says, within shortest and longest where the article names them
    Life,         // only where the article says so
    Until,        // until an event; the standard names a day of review
    WithListing,  // as long as the listing it follows
    WithRecord,   // as long as the record it follows may be disclosed
};

struct Term {
    TermKind kind = TermKind::Decided;
    std::optional<TermLength> shortest = {};
    std::optional<TermLength> longest = {};
    bool life_possible = false;             // the article also allows life
    std::string counted_from = {};          // code of the event: "decision", "conviction", …
    std::string ends_when = {};             // code of the event, for Until: "performed"
    std::optional<TermLength> review = {};  // for Until: the longest time between two reviews
};

std::string_view name_of(TermKind kind);

// A length: { years = 3 }.
Result<TermLength> read_length(const law::TomlTable& table);
// The members of Term. InvalidInput "catalogue.term_incomplete".
Result<Term> read_term(const law::TomlTable& table);

}  // namespace credit::catalogue
