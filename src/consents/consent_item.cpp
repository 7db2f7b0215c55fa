#include "consents/consent_item.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "foundation/result.h"

namespace credit::consents {
namespace {

using enum ConsentItem;
using Named = std::pair<ConsentItem, std::string_view>;
using OfKind = std::pair<std::string_view, ConsentItem>;

constexpr std::array all{Registration, Permits, Penalties, Listings, Orders, Honours, Commitments};
constexpr std::array<Named, 7> names{{{Registration, "registration"},
                                      {Permits, "permits"},
                                      {Penalties, "penalties"},
                                      {Listings, "listings"},
                                      {Orders, "orders"},
                                      {Honours, "honours"},
                                      {Commitments, "commitments"}}};
constexpr std::array<OfKind, 8> kinds{{{"registration", Registration},
                                       {"permit", Permits},
                                       {"penalty", Penalties},
                                       {"abnormal_operation", Listings},
                                       {"serious_dishonesty", Listings},
                                       {"court_defaulter", Listings},
                                       {"honour", Honours},
                                       {"commitment", Commitments}}};

}  // namespace

std::span<const ConsentItem> all_items() {
    return all;
}

std::string_view name_of(ConsentItem item) {
    return std::ranges::find(names, item, &Named::first)->second;
}

Result<ConsentItem> parse_item(std::string_view name) {
    const auto* const found = std::ranges::find(names, name, &Named::second);
    if (found == names.end()) return fail(ErrorCode::InvalidInput, "consents.unknown_item");
    return found->first;
}

std::optional<ConsentItem> item_of_kind(std::string_view record_kind) {
    const auto* const found = std::ranges::find(kinds, record_kind, &OfKind::first);
    if (found == kinds.end()) return std::nullopt;
    return found->second;
}

ConsentItem item_of_colour(std::string_view colour) {
    return colour == "red" ? Honours : Listings;
}

}  // namespace credit::consents
