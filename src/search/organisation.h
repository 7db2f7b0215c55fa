// Organisation (组织): whose name may be found at all.
//
// Only legal persons and other organisations: no natural person has a way to become one of these,
// and no individual business either, whose name is that of a person at a place (decision 0191).
//
// Law: sd-social-credit-regulation-2020 art. 20 — organisations' information is public, a natural
//      person's is not unless the State provides

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "subjects/subject.h"

namespace credit::search {

class Organisation {
public:
    // No value for a person or an individual business, by the key or by the kind.
    static std::optional<Organisation> of(std::string_view subject_key, identity::SubjectKind kind);
    // By its code alone, to take its names away; no value for what is no such code.
    static std::optional<Organisation> with_code(std::string_view code);

    std::string code() const;

    auto operator<=>(const Organisation&) const = default;

private:
    std::array<std::uint32_t, 3> packed_{};  // its code as a number of base 36
};

// All names that count for it, in time; none: it is found no more.
struct NamesOf {
    Organisation organisation;
    std::vector<subjects::Name> names;
};

}  // namespace credit::search
