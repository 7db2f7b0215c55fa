#include "subjects/successions/succession.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"

namespace credit::subjects {
namespace {

using NamedKind = std::pair<SuccessionKind, std::string_view>;

constexpr std::array<NamedKind, 4> kinds{{{SuccessionKind::Absorption, "absorption"},
                                          {SuccessionKind::NewFormation, "new_formation"},
                                          {SuccessionKind::SplitOff, "split_off"},
                                          {SuccessionKind::DissolutionSplit, "dissolution_split"}}};

constexpr std::array<std::pair<std::string_view, std::string Succession::*>, 5> texts{
    {{"succession", &Succession::succession_id},
     {"document_number", &Succession::document_number},
     {"authority", &Succession::authority},
     {"annulled_by", &Succession::annulled_by},
     {"reasons", &Succession::reasons}}};

JsonArray array_of(const std::vector<Side>& sides) {
    JsonArray array;
    for (const auto& side : sides) {
        array.push_back(JsonObject{{"subject", side.key.text()}, {"name", side.name}});
    }
    return array;
}

Result<std::vector<Side>> read_sides(const JsonObject& object, std::string_view name) {
    std::vector<Side> sides;
    for (const auto& each : *TRY(read_array(object, name))) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "json.not_an_object");
        const auto key = TRY(read_text(each.get_object(), "subject"));
        sides.push_back({.key = TRY(identity::SubjectKey::parse(key)),
                         .name = TRY(read_text(each.get_object(), "name"))});
    }
    return sides;
}

}  // namespace

std::string_view name_of(SuccessionKind kind) {
    return std::ranges::find(kinds, kind, &NamedKind::first)->second;
}

Result<SuccessionKind> parse_succession_kind(std::string_view name) {
    const auto* const found = std::ranges::find(kinds, name, &NamedKind::second);
    if (found == kinds.end()) {
        return fail(ErrorCode::InvalidInput, "subjects.unknown_succession_kind", {}, "/kind");
    }
    return found->first;
}

bool sides_fit(SuccessionKind kind, std::size_t predecessors, std::size_t successors) {
    switch (kind) {
        // company-law-2023 art. 218: one takes others in, or two and more form a new one;
        case SuccessionKind::Absorption:
            return predecessors >= 1 && successors == 1;
        case SuccessionKind::NewFormation:
            return predecessors >= 2 && successors == 1;
        // art. 222: one divides, and goes on beside the new ones or does not.
        case SuccessionKind::SplitOff:
            return predecessors == 1 && successors >= 1;
        case SuccessionKind::DissolutionSplit:
            return predecessors == 1 && successors >= 2;
    }
    std::unreachable();
}

bool Succession::is_predecessor(std::string_view subject_key) const {
    return std::ranges::any_of(predecessors,
                               [&](const Side& side) { return side.key.text() == subject_key; });
}

std::vector<std::string> Succession::keys() const {
    std::vector<std::string> keys;
    for (const auto* const sides : {&predecessors, &successors}) {
        for (const auto& side : *sides) keys.emplace_back(side.key.text());
    }
    std::ranges::sort(keys);
    return keys;
}

JsonObject to_json(const Succession& succession) {
    JsonObject object{{"kind", name_of(succession.kind)},
                      {"from_on", calendar::to_text(succession.from_on)},
                      {"predecessors", array_of(succession.predecessors)},
                      {"successors", array_of(succession.successors)}};
    for (const auto& [name, member] : texts) {
        if (!(succession.*member).empty()) object[name] = succession.*member;
    }
    if (succession.annulled_on) object["annulled_on"] = calendar::to_text(*succession.annulled_on);
    return object;
}

Result<Succession> read_succession(const JsonObject& object) {
    Succession succession;
    const auto kind = TRY(read_text(object, "kind"));
    succession.kind = TRY(parse_succession_kind(kind));
    const auto from_on = TRY(read_text(object, "from_on"));
    succession.from_on = TRY(calendar::parse_date(from_on));
    succession.predecessors = TRY(read_sides(object, "predecessors"));
    succession.successors = TRY(read_sides(object, "successors"));
    for (const auto& [name, member] : texts) {
        succession.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    if (const auto annulled_on = TRY(read_optional_text(object, "annulled_on"))) {
        succession.annulled_on = TRY(calendar::parse_date(*annulled_on));
    }
    return succession;
}

}  // namespace credit::subjects
