#include "tips/tip.h"

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

namespace credit::tips {
namespace {

using NamedState = std::pair<State, std::string_view>;

constexpr std::array<NamedState, 4> states{{{State::Filed, "filed"},
                                            {State::Accepted, "accepted"},
                                            {State::Refused, "refused"},
                                            {State::Concluded, "concluded"}}};
constexpr std::array<std::string_view, 5> grounds{"not_competent", "not_of_a_domain", "too_vague",
                                                  "handled_before", "before_a_court"};

template <typename Member>
using Field = std::pair<std::string_view, Member Tip::*>;

constexpr std::array<Field<std::string>, 15> texts{{{"home", &Tip::home_key},
                                                    {"tip", &Tip::tip_id},
                                                    {"receipt", &Tip::receipt},
                                                    {"passphrase", &Tip::passphrase},
                                                    {"authority", &Tip::authority},
                                                    {"domain", &Tip::domain},
                                                    {"subject", &Tip::subject_key},
                                                    {"key", &Tip::key_id},
                                                    {"digest", &Tip::digest},
                                                    {"sealed_key", &Tip::sealed_key},
                                                    {"ground", &Tip::ground},
                                                    {"elsewhere", &Tip::elsewhere},
                                                    {"finding", &Tip::finding},
                                                    {"document_number", &Tip::document_number},
                                                    {"answer", &Tip::answer}}};
constexpr std::array<Field<std::optional<Date>>, 4> days{{{"due_on", &Tip::due_on},
                                                          {"accepted_on", &Tip::accepted_on},
                                                          {"concluded_on", &Tip::concluded_on},
                                                          {"overdue_on", &Tip::overdue_on}}};

}  // namespace

std::string_view name_of(State state) {
    return std::ranges::find(states, state, &NamedState::first)->second;
}

JsonObject to_json(const Tip& tip) {
    JsonObject object{{"state", name_of(tip.state)},
                      {"size", tip.size},
                      {"filed_on", calendar::to_text(tip.filed_on)}};
    for (const auto& [name, member] : texts) {
        if (!(tip.*member).empty()) object[name] = tip.*member;
    }
    for (const auto& [name, member] : days) {
        const auto& day = tip.*member;
        if (day) object[name] = calendar::to_text(*day);
    }
    return object;
}

Result<Tip> read_tip(const JsonObject& object) {
    Tip tip;
    for (const auto& [name, member] : texts) {
        tip.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    for (const auto& [name, member] : days) {
        tip.*member = TRY(calendar::read_optional_date(object, name));
    }
    const auto state = TRY(read_text(object, "state"));
    const auto* const found = std::ranges::find(states, state, &NamedState::second);
    if (found == states.end()) return fail(ErrorCode::InvalidInput, "tips.unknown_state");
    tip.state = found->first;
    tip.filed_on = TRY(calendar::read_date(object, "filed_on"));
    tip.size = TRY(read_integer(object, "size"));
    return tip;
}

bool is_ground(std::string_view ground) {
    return std::ranges::find(grounds, ground) != grounds.end();
}

std::string home_of_authority(std::string_view authority) {
    return "A" + std::string(authority);
}

}  // namespace credit::tips
