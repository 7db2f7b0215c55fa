#include "commitments/commitment.h"

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

namespace credit::commitments {
namespace {

using NamedKind = std::pair<Kind, std::string_view>;
using NamedState = std::pair<State, std::string_view>;

constexpr std::array<NamedKind, 5> kinds{{{Kind::Approval, "approval"},
                                          {Kind::Papers, "papers"},
                                          {Kind::Repair, "repair"},
                                          {Kind::SelfDeclaration, "self_declaration"},
                                          {Kind::TradeWide, "trade_wide"}}};
constexpr std::array<NamedState, 4> states{{{State::Made, "made"},
                                            {State::Kept, "kept"},
                                            {State::Broken, "broken"},
                                            {State::Withdrawn, "withdrawn"}}};

template <typename Member>
using Field = std::pair<std::string_view, Member Commitment::*>;

constexpr std::array<Field<std::string>, 15> texts{
    {{"subject", &Commitment::subject_key},
     {"commitment", &Commitment::commitment_id},
     {"authority", &Commitment::authority},
     {"matter", &Commitment::matter},
     {"case", &Commitment::case_number},
     {"repair_case", &Commitment::repair_case},
     {"document_number", &Commitment::document_number},
     {"words", &Commitment::words},
     {"ground", &Commitment::ground},
     {"item", &Commitment::item},
     {"officer_reasons", &Commitment::officer_reasons},
     {"finding_document", &Commitment::finding_document},
     {"reasons", &Commitment::reasons},
     {"statement", &Commitment::statement},
     {"remedy", &Commitment::remedy}}};
constexpr std::array<Field<std::optional<Date>>, 5> days{
    {{"reminded_on", &Commitment::reminded_on},
     {"checked_on", &Commitment::checked_on},
     {"overdue_on", &Commitment::overdue_on},
     {"fulfilled_on", &Commitment::fulfilled_on},
     {"concluded_on", &Commitment::concluded_on}}};

Result<State> parse_state(std::string_view name) {
    const auto* const found = std::ranges::find(states, name, &NamedState::second);
    if (found == states.end()) return fail(ErrorCode::InvalidInput, "commitments.unknown_state");
    return found->first;
}

Result<void> read_days(const JsonObject& object, Commitment& commitment) {
    commitment.made_on = TRY(calendar::read_date(object, "made_on"));
    commitment.check_on = TRY(calendar::read_date(object, "check_on"));
    for (const auto& [name, member] : days) {
        commitment.*member = TRY(calendar::read_optional_date(object, name));
    }
    return {};
}

}  // namespace

std::string_view name_of(Kind kind) {
    return std::ranges::find(kinds, kind, &NamedKind::first)->second;
}

Result<Kind> parse_kind(std::string_view name) {
    const auto* const found = std::ranges::find(kinds, name, &NamedKind::second);
    if (found == kinds.end()) return fail(ErrorCode::InvalidInput, "commitments.unknown_kind");
    return found->first;
}

std::string_view name_of(State state) {
    return std::ranges::find(states, state, &NamedState::first)->second;
}

JsonObject to_json(const Commitment& commitment) {
    JsonObject object{{"kind", name_of(commitment.kind)},
                      {"state", name_of(commitment.state)},
                      {"agreed", commitment.agreed},
                      {"made_on", calendar::to_text(commitment.made_on)},
                      {"check_on", calendar::to_text(commitment.check_on)}};
    for (const auto& [name, member] : texts) {
        if (!(commitment.*member).empty()) object[name] = commitment.*member;
    }
    for (const auto& [name, member] : days) {
        const auto& day = commitment.*member;
        if (day) object[name] = calendar::to_text(*day);
    }
    if (!commitment.papers.empty()) {
        object["papers"] = JsonArray(commitment.papers.begin(), commitment.papers.end());
    }
    return object;
}

Result<Commitment> read_commitment(const JsonObject& object) {
    Commitment commitment;
    for (const auto& [name, member] : texts) {
        commitment.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    const auto kind = TRY(read_text(object, "kind"));
    commitment.kind = TRY(parse_kind(kind));
    const auto state = TRY(read_text(object, "state"));
    commitment.state = TRY(parse_state(state));
    commitment.agreed = TRY(read_flag(object, "agreed"));
    TRY(read_days(object, commitment));
    commitment.papers = TRY(read_texts(object, "papers"));
    return commitment;
}

}  // namespace credit::commitments
