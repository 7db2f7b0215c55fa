#include "subjects/name_match.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "foundation/clock.h"
#include "identity/name_agreement.h"
#include "subjects/subject.h"

namespace credit::subjects {

std::string_view name_of(Match match) {
    switch (match) {
        case Match::Confirmed:
            return "confirmed";
        case Match::IdentityNotConfirmed:
            return "identity_not_confirmed";
        case Match::Unknown:
            return "unknown";
    }
    std::unreachable();
}

Match match(std::span<const Name> names, std::string_view given, Date day) {
    if (names.empty()) return Match::Unknown;
    const auto agrees = [given, day](const Name& name) {
        return name.validity.holds_on(day) && identity::names_agree(name.name, given);
    };
    return std::ranges::any_of(names, agrees) ? Match::Confirmed : Match::IdentityNotConfirmed;
}

}  // namespace credit::subjects
