// Confirmation of a subject by its name (名称核对): identifier first, then the name.
//
// A name never finds a subject; it only confirms the one that the identifier led to. Without a
// name that agrees nothing is confirmed.

#pragma once

#include <span>
#include <string_view>

#include "foundation/clock.h"
#include "subjects/subject.h"

namespace credit::subjects {

enum class Match {
    Confirmed,
    IdentityNotConfirmed,  // the register knows the identifier, by no name that agrees
    Unknown,               // the register does not know the identifier
};

// "confirmed", "identity_not_confirmed", "unknown".
std::string_view name_of(Match match);

// `names`: all that the subject is known by; none means that it is not known. A name counts on the
// days on which it was the subject's: the day of the document in which it is given, or today.
Match match(std::span<const Name> names, std::string_view given, Date day);

}  // namespace credit::subjects
