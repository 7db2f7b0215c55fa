#include "simulation/model/cards.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"

namespace credit::simulation {
namespace {

void say(JsonObject& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

void say(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

bool within(Date day, const std::optional<Date>& from, const std::optional<Date>& through) {
    if (!from || day < *from) return false;
    return !through || day <= *through;
}

bool is_objected_to(const Cards& cards, const std::string& item) {
    return std::ranges::any_of(cards.objections, [&](const auto& objection) {
        return objection.about_id == item && objection.is_open();
    });
}

}  // namespace

bool is_held(const Cards& cards, const ListingCard& card) {
    return card.on_hold() || is_objected_to(cards, card.id);
}

bool is_held(const Cards& cards, const OrderCard& card) {
    if (card.on_hold() || is_objected_to(cards, card.id)) return true;
    // What its document says is in doubt while the listing of that document is.
    return !card.document_number.empty() &&
           std::ranges::any_of(cards.listings, [&](const auto& listing) {
               return listing.subject == card.subject && listing.authority == card.authority &&
                      listing.document_number == card.document_number &&
                      is_objected_to(cards, listing.id);
           });
}

bool ListingCard::stands_on(Date day) const {
    return stage == "in_force" && within(day, from_on, last_day());
}

bool OrderCard::stands_on(Date day) const {
    // Over is over, whatever a clock that was set back says.
    if (ended_on) return false;
    return within(day, from_on, last_day());
}

JsonObject told(const ListingCard& card, const SubjectCard& subject) {
    JsonObject object{{"listing", card.id},
                      {"standard", card.standard->id},
                      {"ground", card.ground->code},
                      {"authority", card.authority},
                      {"colour", catalogue::name_of(card.standard->colour)},
                      {"category", catalogue::name_of(subject.who.category)},
                      {"state", card.stage},
                      {"proposed_on", calendar::to_text(card.proposed_on)},
                      {"waived", card.waived},
                      {"unanswered", card.unanswered},
                      {"hearing_requested", card.hearing_requested},
                      {"hearing_held", card.hearing_held},
                      {"provisional", card.provisional}};
    say(object, "exemption", card.exemption);
    say(object, "document_kind", card.document_kind);
    say(object, "document_number", card.document_number);
    say(object, "ends_when", card.ends_when);
    say(object, "held_by", card.held_by);
    say(object, "ended_as", card.ended_as);
    say(object, "conduct_on", card.conduct_on);
    say(object, "noticed_on", card.noticed_on);
    say(object, "window_through", card.window_through);
    say(object, "decided_on", card.decided_on);
    say(object, "served_on", card.served_on);
    say(object, "from_on", card.from_on);
    say(object, "through_on", card.through_on);
    say(object, "review_on", card.review_on);
    say(object, "ended_on", card.ended_on);
    return object;
}

JsonObject told(const OrderCard& card, const SubjectCard& subject) {
    JsonObject object{{"order", card.id},
                      {"measure", card.measure->id},
                      {"authority", card.authority},
                      {"category", catalogue::name_of(subject.who.category)},
                      {"document_number", card.document_number},
                      {"decided_on", calendar::to_text(card.decided_on)},
                      {"served_on", calendar::to_text(card.served_on)},
                      {"from_on", calendar::to_text(card.from_on)},
                      {"remedy_zh", "可以申请复议"},
                      {"remedy_en", "reconsideration"}};
    say(object, "ends_when", card.ends_when);
    say(object, "held_by", card.held_by);
    say(object, "ended_as", card.ended_as);
    say(object, "through_on", card.through_on);
    say(object, "review_on", card.review_on);
    say(object, "ended_on", card.ended_on);
    return object;
}

JsonObject told(const RepairCard& card) {
    JsonObject object{{"case", card.id},
                      {"item_kind", card.item_kind},
                      {"item", card.item},
                      {"authority", card.authority},
                      {"state", card.state},
                      {"applied_on", calendar::to_text(card.applied_on)},
                      {"acceptance_due", calendar::to_text(card.acceptance_due)}};
    say(object, "filed_at", card.filed_at);
    say(object, "accepted_on", card.accepted_on);
    say(object, "result_due", card.result_due);
    say(object, "wait_through", card.wait_through);
    return object;
}

JsonObject told(const ObjectionCard& card) {
    JsonObject object{{"objection", card.id},      {"about", card.about},
                      {"about_id", card.about_id}, {"source", card.source},
                      {"filer", card.filer},       {"state", card.state},
                      {"open", card.is_open()},    {"filed_on", calendar::to_text(card.filed_on)},
                      {"extended", card.extended}};
    say(object, "silent", card.silent);
    say(object, "due_on", card.due_on);
    say(object, "concluded_on", card.concluded_on);
    return object;
}

}  // namespace credit::simulation
