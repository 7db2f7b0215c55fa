// Term (期限) of a measure or a listing, as the law writes it: years, months or days.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/period.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class TermKind {
    Fixed,        // the length is `shortest`
    Decided,      // the decision says, within shortest and longest where the article names them
    Life,         // only where the article says so
    Until,        // until an event, with a review
    WithListing,  // as long as the listing that it follows
    WithRecord,   // as long as the record that it follows may be disclosed
};

struct Term {
    TermKind kind = TermKind::Decided;
    std::optional<calendar::Period> shortest = {};
    std::optional<calendar::Period> longest = {};
    bool life_possible = false;                   // the article also allows life
    std::string counted_from = {};                // the event: "decision", "conviction" …
    std::string ends_when = {};                   // for Until: "performed"
    std::optional<calendar::Period> review = {};  // for Until: the longest time between two reviews
};

std::string_view name_of(TermKind kind);

// A length: exactly one of { years = 3 }, { months = … }, { days = … }, { working_days = … }, or
// { parameter = "lists.tax.term" } for a number that stands in law/parameters.toml. InvalidInput
// "law.not_one_value".
Result<calendar::Period> read_length(const law::TomlTable& length, const law::Library& library);
// The member of that name; none when absent.
Result<std::optional<calendar::Period>> read_optional_length(const law::TomlTable& table,
                                                             std::string_view member,
                                                             const law::Library& library);

// The members of Term. InvalidInput "catalogue.term_incomplete" when its kind wants a member that
// is not there.
Result<Term> read_term(const law::TomlTable& table, const law::Library& library);

}  // namespace credit::catalogue
