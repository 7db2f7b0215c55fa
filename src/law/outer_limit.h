// Outer limit (最长披露期限): the last day on which dishonesty information is disclosed, looked up
// or a basis of restraint, whatever else still runs.
//
// Law:     sd-social-credit-regulation-2020 art. 38 — five years at most from the end of the
//          conduct; then it is deleted, not looked up and no basis of restraint
// Reading: decision 0109: from the decision where the end of the conduct is not known; of the
//          versions of both days the earlier

#pragma once

#include <optional>
#include <string_view>

#include "foundation/clock.h"
#include "law/library.h"

namespace credit::law {

inline constexpr std::string_view disclosure_limit = "disclosure.outer_limit";

struct LimitedFrom {
    std::optional<Date> conduct_on = {};  // on which the conduct ended
    Date decided_on{};

    Date start() const { return conduct_on.value_or(decided_on); }
};

// By the parameter of that name; none where neither version knows one.
std::optional<Date> outer_limit(const Library& law, std::string_view parameter,
                                const LimitedFrom& from, Date today);

// The latest start from which it may be over before that day, by the shortest of all its versions;
// none where there is none. What began later is not over.
std::optional<Date> latest_start_over(const Library& law, std::string_view parameter, Date today);

}  // namespace credit::law
