#include "objections/objection.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::objections {
namespace {

template <typename Value>
using Named = std::pair<Value, std::string_view>;

constexpr std::array<Named<About>, 7> abouts{{{About::Listing, "listing"},
                                              {About::Order, "order"},
                                              {About::Record, "record"},
                                              {About::Repair, "repair"},
                                              {About::Commitment, "commitment"},
                                              {About::Naming, "naming"},
                                              {About::Succession, "succession"}}};
constexpr std::array<Named<Filer>, 3> filers{{{Filer::Subject, "subject"},
                                              {Filer::Representative, "representative"},
                                              {Filer::ExecutingUnit, "executing_unit"}}};
constexpr std::array<Named<State>, 8> states{{{State::Filed, "filed"},
                                              {State::Forwarded, "forwarded"},
                                              {State::CorrectionPending, "correction_pending"},
                                              {State::Upheld, "upheld"},
                                              {State::PartlyUpheld, "partly_upheld"},
                                              {State::NotUpheld, "not_upheld"},
                                              {State::Refused, "refused"},
                                              {State::Withdrawn, "withdrawn"}}};
// sd-social-credit-regulation-2020 art. 39; guobanfa-2025-22 adds period and repair result.
constexpr std::array<std::string_view, 6> aspects{"content", "period",    "listing",
                                                  "measure", "publicity", "repair_result"};

template <typename Value>
std::string_view name_in(std::span<const Named<Value>> names, Value value) {
    return std::ranges::find(names, value, &Named<Value>::first)->second;
}

template <typename Value>
Result<Value> parse_in(std::span<const Named<Value>> names, std::string_view name,
                       std::string_view word) {
    const auto found = std::ranges::find(names, name, &Named<Value>::second);
    if (found == names.end()) return fail(ErrorCode::InvalidInput, word);
    return found->first;
}

void set(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

JsonArray to_json(const std::vector<Point>& points) {
    JsonArray array;
    for (const auto& point : points) {
        JsonObject each{{"aspect", point.aspect}, {"said", point.said}};
        if (!point.finding.empty()) {
            each["finding"] = point.finding;
            each["reasons"] = point.reasons;
        }
        if (!point.changed.empty()) each["changed"] = point.changed;
        array.push_back(std::move(each));
    }
    return array;
}

Result<Point> read_point(const JsonObject& object) {
    Point point{.aspect = TRY(read_text(object, "aspect")),
                .said = TRY(read_text(object, "said")),
                .finding = {},
                .reasons = {}};
    point.finding = TRY(read_optional_text(object, "finding")).value_or("");
    point.reasons = TRY(read_optional_text(object, "reasons")).value_or("");
    point.changed = TRY(read_optional_text(object, "changed")).value_or("");
    return point;
}

}  // namespace

std::string_view name_of(About about) {
    return name_in<About>(abouts, about);
}

Result<About> parse_about(std::string_view name) {
    return parse_in<About>(abouts, name, "objections.unknown_about");
}

std::string_view name_of(Filer filer) {
    return name_in<Filer>(filers, filer);
}

Result<Filer> parse_filer(std::string_view name) {
    return parse_in<Filer>(filers, name, "objections.unknown_filer");
}

std::string_view name_of(State state) {
    return name_in<State>(states, state);
}

Result<State> parse_state(std::string_view name) {
    return parse_in<State>(states, name, "objections.unknown_state");
}

bool is_open(State state) {
    return state == State::Filed || state == State::Forwarded || state == State::CorrectionPending;
}

bool is_aspect(std::string_view aspect) {
    return std::ranges::find(aspects, aspect) != aspects.end();
}

bool silence_resolved(const Objection& objection, Date day) {
    if (objection.state == State::CorrectionPending) return true;
    return is_open(objection.state) && objection.due_on && day > *objection.due_on;
}

std::string silent_unit(const Objection& objection) {
    return objection.state == State::Forwarded ? objection.source : "register";
}

JsonObject to_json(const Objection& objection) {
    JsonObject object{{"subject", objection.subject_key},
                      {"objection", objection.objection_id},
                      {"about", name_of(objection.about)},
                      {"about_id", objection.about_id},
                      {"source", objection.source},
                      {"filer", name_of(objection.filer)},
                      {"filed_by", objection.filed_by},
                      {"state", name_of(objection.state)},
                      {"filed_on", calendar::to_text(objection.filed_on)},
                      {"provisional", objection.provisional},
                      {"extended", objection.extended},
                      {"points", to_json(objection.points)},
                      {"files", JsonArray(objection.files.begin(), objection.files.end())}};
    if (!objection.item_id.empty()) object["item"] = objection.item_id;
    set(object, "due_on", objection.due_on);
    set(object, "concluded_on", objection.concluded_on);
    if (!objection.silent.empty()) object["silent"] = objection.silent;
    return object;
}

Result<Objection> read_objection(const JsonObject& object) {
    const auto about = TRY(read_text(object, "about"));
    const auto filer = TRY(read_text(object, "filer"));
    const auto state = TRY(read_text(object, "state"));
    Objection objection{.subject_key = TRY(read_text(object, "subject")),
                        .objection_id = TRY(read_text(object, "objection")),
                        .about = TRY(parse_about(about)),
                        .about_id = TRY(read_text(object, "about_id")),
                        .source = TRY(read_text(object, "source")),
                        .filer = TRY(parse_filer(filer)),
                        .state = TRY(parse_state(state)),
                        .filed_on = TRY(calendar::read_date(object, "filed_on")),
                        .due_on = TRY(calendar::read_optional_date(object, "due_on")),
                        .provisional = TRY(read_flag(object, "provisional")),
                        .extended = TRY(read_flag(object, "extended")),
                        .concluded_on = TRY(calendar::read_optional_date(object, "concluded_on")),
                        .points = {}};
    objection.filed_by = TRY(read_optional_text(object, "filed_by")).value_or("");
    objection.item_id = TRY(read_optional_text(object, "item")).value_or("");
    objection.silent = TRY(read_optional_text(object, "silent")).value_or("");
    const auto* const points = TRY(read_array(object, "points"));
    for (const auto& each : *points) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"points"});
        objection.points.push_back(TRY(read_point(each.get_object())));
    }
    objection.files = TRY(read_texts(object, "files"));
    return objection;
}

}  // namespace credit::objections
