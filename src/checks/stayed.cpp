#include "checks/stayed.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "foundation/clock.h"
#include "foundation/quoted.h"
#include "stays/stay.h"

namespace credit::checks {
namespace {

using stays::Scope;
using stays::Stay;

struct Why {
    std::string_view zh;
    std::string_view en;
};

// In the order of the scopes.
constexpr std::array<Why, 3> whys{
    {{.zh = "该项认定的措施暂缓执行", .en = "the measures of this item are stayed"},
     {.zh = "该项措施暂缓执行", .en = "this measure of the item is stayed"},
     {.zh = "本机关停止执行该项措施", .en = "this measure is stopped at this authority"}}};

// Whether the stay is of something of the effect: of the whole, or of a duty at the matter.
bool touches_effect(const Stay& stay, const Effect& effect, const Duties& duties) {
    if (stay.scope == Scope::Item) return stay.item_id == effect.id;
    return std::ranges::any_of(
        duties.parts, [&](const DutyPart& part) { return stay.stays(effect.id, part.measure); });
}

void append_stay(std::string& text, const Stay& stay) {
    text += text.ends_with('[') ? "{" : ",{";
    append_member(text, "stay", stay.stay_id);
    append_name(text, "precedence");
    text += static_cast<char>('0' + stays::precedence_of(stay.scope));
    append_member(text, "scope", stays::name_of(stay.scope));
    if (!stay.measure.empty()) append_member(text, "measure", stay.measure);
    append_member(text, "ordered_by", stay.ordered_by);
    append_member(text, "article", stay.article);
    append_member(text, "document", stay.document_number);
    append_member(text, "through", calendar::to_text(stay.through_on));
    const auto& why = whys.at(static_cast<std::size_t>(stay.scope));
    append_member(text, "why_zh", why.zh);
    append_member(text, "why_en", why.en);
    text += '}';
}

}  // namespace

bool Stayed::holds(const Effect& effect, std::string_view measure) const {
    for (const auto* entry : {of_subject_, of_authority_}) {
        if (entry == nullptr) continue;
        for (const auto& stay : entry->stays) {
            if (stay.stands(day_) && stay.stays(effect.id, measure)) return true;
        }
    }
    return false;
}

bool Stayed::holds_all_of(const Effect& effect) const {
    if (of_subject_ == nullptr) return false;
    return std::ranges::any_of(of_subject_->stays, [&](const Stay& stay) {
        return stay.scope == Scope::Item && stay.item_id == effect.id && stay.stands(day_);
    });
}

bool Stayed::named_in(const Entry* entry, const Effect& effect, const Duties& duties) const {
    if (entry == nullptr) return false;
    return std::ranges::any_of(entry->stays, [&](const Stay& stay) {
        return stay.stands(day_) && touches_effect(stay, effect, duties);
    });
}

bool Stayed::touches(const Effect& effect, const Duties& duties) const {
    return named_in(of_subject_, effect, duties) || named_in(of_authority_, effect, duties);
}

void Stayed::append_of(std::string& text, const Entry* entry, const Effect& effect,
                       const Duties& duties) const {
    if (entry == nullptr) return;
    for (const auto& stay : entry->stays) {
        if (stay.stands(day_) && touches_effect(stay, effect, duties)) append_stay(text, stay);
    }
}

void Stayed::append(std::string& text, const Effect& effect, const Duties& duties) const {
    append_name(text, "stays");
    text += '[';
    append_of(text, of_subject_, effect, duties);
    append_of(text, of_authority_, effect, duties);
    text += ']';
}

bool Stayed::append_rest(std::string& text, const Effect& effect, const Duties& duties) const {
    bool to_answer = false;
    text += '[';
    for (const auto& part : duties.parts) {
        if (holds(effect, part.measure)) continue;
        if (!text.ends_with('[')) text += ',';
        text += std::string_view(duties.text).substr(part.begin, part.end - part.begin);
        to_answer |= part.to_answer;
    }
    const bool unfinished = !duties.text.ends_with(']') && !text.ends_with('[');
    if (!unfinished) text += ']';
    return to_answer;
}

}  // namespace credit::checks
