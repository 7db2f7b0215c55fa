#include "honours/honour_review.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::honours {
namespace {

using NamedState = std::pair<State, std::string_view>;

constexpr std::array<NamedState, 4> states{{{State::Open, "open"},
                                            {State::Withdrawn, "withdrawn"},
                                            {State::Kept, "kept"},
                                            {State::Lapsed, "lapsed"}}};

template <typename Member>
using Field = std::pair<std::string_view, Member HonourReview::*>;

constexpr std::array<Field<std::string>, 9> texts{
    {{"subject", &HonourReview::subject_key},
     {"review", &HonourReview::review_id},
     {"honour", &HonourReview::honour_id},
     {"listing", &HonourReview::listing_id},
     {"listed_by", &HonourReview::listed_by},
     {"authority", &HonourReview::authority},
     {"document_number", &HonourReview::document_number},
     {"reasons", &HonourReview::reasons},
     {"remedy", &HonourReview::remedy}}};
constexpr std::array<Field<std::optional<Date>>, 2> days{
    {{"overdue_on", &HonourReview::overdue_on}, {"decided_on", &HonourReview::decided_on}}};

Result<State> parse_state(std::string_view name) {
    const auto* const found = std::ranges::find(states, name, &NamedState::second);
    if (found == states.end()) return fail(ErrorCode::InvalidInput, "honours.unknown_state");
    return found->first;
}

}  // namespace

std::string_view name_of(State state) {
    return std::ranges::find(states, state, &NamedState::first)->second;
}

JsonObject to_json(const HonourReview& review) {
    JsonObject object{{"state", name_of(review.state)},
                      {"opened_on", calendar::to_text(review.opened_on)},
                      {"due_on", calendar::to_text(review.due_on)},
                      {"provisional", review.provisional}};
    for (const auto& [name, member] : texts) {
        if (!(review.*member).empty()) object[name] = review.*member;
    }
    for (const auto& [name, member] : days) {
        const auto& day = review.*member;
        if (day) object[name] = calendar::to_text(*day);
    }
    return object;
}

Result<HonourReview> read_review(const JsonObject& object) {
    HonourReview review;
    for (const auto& [name, member] : texts) {
        review.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    const auto state = TRY(read_text(object, "state"));
    review.state = TRY(parse_state(state));
    review.opened_on = TRY(calendar::read_date(object, "opened_on"));
    review.due_on = TRY(calendar::read_date(object, "due_on"));
    review.provisional = TRY(read_flag(object, "provisional"));
    for (const auto& [name, member] : days) {
        review.*member = TRY(calendar::read_optional_date(object, name));
    }
    return review;
}

}  // namespace credit::honours
