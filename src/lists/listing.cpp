#include "lists/listing.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::lists {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 6> states{{
    {State::Proposed, "proposed"},
    {State::Noticed, "noticed"},
    {State::Decided, "decided"},
    {State::InForce, "in_force"},
    {State::Ended, "ended"},
    {State::Withdrawn, "withdrawn"},
}};

template <typename Member>
using Field = std::pair<std::string_view, Member Listing::*>;

constexpr std::array<Field<std::string>, 7> texts{{
    {"subject", &Listing::subject_key},
    {"listing", &Listing::listing_id},
    {"standard", &Listing::standard},
    {"ground", &Listing::ground},
    {"authority", &Listing::authority},
    {"colour", &Listing::colour},
    {"category", &Listing::category},
}};

constexpr std::array<Field<std::optional<std::string>>, 6> optional_texts{{
    {"exemption", &Listing::exemption},
    {"document_kind", &Listing::document_kind},
    {"document_number", &Listing::document_number},
    {"ends_when", &Listing::ends_when},
    {"held_by", &Listing::held_by},
    {"ended_as", &Listing::ended_as},
}};

constexpr std::array<Field<std::optional<Date>>, 9> days{{
    {"conduct_on", &Listing::conduct_on},
    {"noticed_on", &Listing::noticed_on},
    {"window_through", &Listing::window_through},
    {"decided_on", &Listing::decided_on},
    {"served_on", &Listing::served_on},
    {"from_on", &Listing::from_on},
    {"through_on", &Listing::through_on},
    {"review_on", &Listing::review_on},
    {"ended_on", &Listing::ended_on},
}};

constexpr std::array<Field<bool>, 5> flags{{
    {"waived", &Listing::waived},
    {"unanswered", &Listing::unanswered},
    {"hearing_requested", &Listing::hearing_requested},
    {"hearing_held", &Listing::hearing_held},
    {"provisional", &Listing::provisional},
}};

}  // namespace

std::string_view name_of(State state) {
    return states.at(static_cast<std::size_t>(state)).second;
}

Result<State> parse_state(std::string_view name) {
    for (const auto& [state, text] : states) {
        if (text == name) return state;
    }
    return fail(ErrorCode::InvalidInput, "lists.unknown_state");
}

std::optional<Date> Listing::last_day() const {
    if (through_on) return through_on;
    return review_on;
}

bool Listing::in_force(Date day) const {
    if (state != State::InForce || !from_on || day < *from_on) return false;
    const auto last = last_day();
    return !last || day <= *last;
}

JsonObject to_json(const Listing& listing) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = listing.*member;
    object["state"] = name_of(listing.state);
    object["proposed_on"] = calendar::to_text(listing.proposed_on);
    for (const auto& [name, member] : optional_texts) {
        if (const auto& text = listing.*member) object[name] = *text;
    }
    for (const auto& [name, member] : days) {
        if (const auto& day = listing.*member) object[name] = calendar::to_text(*day);
    }
    for (const auto& [name, member] : flags) object[name] = listing.*member;
    return object;
}

Result<Listing> read_listing(const JsonObject& object) {
    Listing listing;
    for (const auto& [name, member] : texts) listing.*member = TRY(read_text(object, name));
    const auto state = TRY(read_text(object, "state"));
    listing.state = TRY(parse_state(state));
    listing.proposed_on = TRY(calendar::read_date(object, "proposed_on"));
    for (const auto& [name, member] : optional_texts) {
        listing.*member = TRY(read_optional_text(object, name));
    }
    for (const auto& [name, member] : days) {
        listing.*member = TRY(calendar::read_optional_date(object, name));
    }
    for (const auto& [name, member] : flags) listing.*member = TRY(read_flag(object, name));
    return listing;
}

}  // namespace credit::lists
