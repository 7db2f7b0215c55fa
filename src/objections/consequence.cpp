#include "objections/consequence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "commitments/find_commitment.h"
#include "commitments/step.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lists/adopt_listing.h"
#include "lists/end_listing.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/persons/name_person.h"
#include "lists/persons/named_person.h"
#include "lists/step.h"
#include "measures/end_order.h"
#include "measures/order_register.h"
#include "measures/order_step.h"
#include "objections/corrected_row.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/resting_orders.h"
#include "records/end_record.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"
#include "subjects/successions/record_succession.h"
#include "subjects/successions/succession.h"
#include "subjects/successions/succession_register.h"

namespace credit::objections {
namespace {

constexpr std::string_view point_upheld = "upheld";
constexpr std::string_view item_withdrawn = "withdrawn";
constexpr std::string_view item_annulled = "annulled";
constexpr std::string_view item_repaired = "repaired";

bool is_effect(std::string_view effect) {
    constexpr std::array<std::string_view, 4> effects{item_withdrawn, "corrected", "closed",
                                                      "reopened"};
    return std::ranges::find(effects, effect) != effects.end();
}

// The part of a step of lists, measures or repair, under the name by which apply finds it.
Result<JsonObject> part(std::string_view name, Result<JsonObject> body, std::string_view effect) {
    return JsonObject{{"effect", effect}, {name, TRY(std::move(body))}};
}

// Nothing is written of what was taken back meanwhile, or is over for good; that it was wrong is
// still found, and told to whoever was shown it.
JsonObject of_what_is_over(std::string_view effect) {
    return {{"effect", effect}};
}

std::string reason_of(const Objection& objection) {
    return "objection " + objection.objection_id;
}

// Withdrawn, a row goes in whatever version it stands, with every version that a repair ended or
// that is shielded.
Result<records::RecordEnding> withdrawn_row(sql::Session& session, const Objection& objection,
                                            std::string_view record_id) {
    records::RecordRegister records(session);
    const auto& subject = objection.subject_key;
    const auto record = TRY(records.find(subject, record_id));
    const auto current = TRY(records.current_of_row(subject, record.row_key));
    return records::RecordEnding{.record_id = current.value_or(record.record_id),
                                 .as = records::Ending::Withdrawn,
                                 .reason = reason_of(objection),
                                 .annuls = TRY(records.hidden_of_row(subject, record_id))};
}

// decision 0195: what rests on an item that was wrong falls with it.
Result<JsonArray> fallen_orders(const access::Occasion& occasion, const Objection& objection) {
    return orders_that_fall(occasion, objection.subject_key, objection.about_id);
}

// The row whose listing it is goes with it, in whatever version it stands or may come back.
Result<std::optional<records::RecordEnding>> fallen_row(sql::Session& session,
                                                        const Objection& objection) {
    const auto pairs = TRY(lists::listings_of_records(session, objection.subject_key));
    const auto pair =
        std::ranges::find(pairs, objection.about_id, &lists::ListingsOfRecords::value_type::second);
    if (pair == pairs.end()) return std::nullopt;
    auto ending = TRY(withdrawn_row(session, objection, pair->first));
    const auto over =
        TRY(records::RecordRegister(session).ended_as(objection.subject_key, ending.record_id));
    if (over && ending.annuls.empty()) return std::nullopt;
    return ending;
}

Result<JsonObject> withdrawn_listing(const access::Occasion& occasion, const Objection& objection,
                                     const lists::Listing& listing) {
    const bool taken_back =
        listing.state == lists::State::Withdrawn || listing.ended_as == item_annulled;
    auto consequence =
        taken_back ? of_what_is_over(item_withdrawn)
                   : TRY(part("listing",
                              lists::annulled(occasion, objection.subject_key, objection.about_id),
                              item_withdrawn));
    if (const auto row = TRY(fallen_row(occasion.session, objection))) {
        consequence["record"] = records::to_json(*row);
    }
    consequence["orders"] = TRY(fallen_orders(occasion, objection));
    return consequence;
}

Result<JsonObject> of_listing(const access::Occasion& occasion, const Objection& objection,
                              const Correction& correction) {
    const auto& subject = objection.subject_key;
    const auto listing =
        TRY(lists::ListingRegister(occasion.session).find(subject, objection.about_id));
    if (correction.effect == item_withdrawn) return withdrawn_listing(occasion, objection, listing);
    const bool over =
        listing.state == lists::State::Ended || listing.state == lists::State::Withdrawn;
    if (over && listing.ended_as != item_repaired) return of_what_is_over(correction.effect);
    if (!correction.through_on) return fail(ErrorCode::Refused, "objections.last_day_missing");
    return part("listing",
                lists::shortened(occasion, subject, objection.about_id, *correction.through_on),
                correction.effect);
}

Result<JsonObject> of_order(const access::Occasion& occasion, const Objection& objection,
                            const Correction& correction) {
    const auto& subject = objection.subject_key;
    const auto order =
        TRY(measures::OrderRegister(occasion.session).find(subject, objection.about_id));
    if (order.ended_as == item_annulled) return of_what_is_over(correction.effect);
    if (correction.effect == item_withdrawn) {
        return part("order", measures::annulled(occasion, subject, objection.about_id),
                    correction.effect);
    }
    const bool over = order.ended_on && order.ended_as != item_repaired;
    if (over) return of_what_is_over(correction.effect);
    if (!correction.through_on) return fail(ErrorCode::Refused, "objections.last_day_missing");
    return part("order",
                measures::shortened(occasion, subject, objection.about_id, *correction.through_on),
                correction.effect);
}

// A finding falls as a whole: the commitment is as it was before.
Result<JsonObject> of_commitment(const access::Occasion& occasion, const Objection& objection,
                                 const Correction& correction) {
    if (correction.effect != "withdrawn") {
        return fail(ErrorCode::Refused, "objections.effect_not_for_item");
    }
    return part("commitment",
                commitments::finding_withdrawn(occasion, {.subject_key = objection.subject_key,
                                                          .commitment_id = objection.about_id}),
                correction.effect);
}

// A naming falls as a whole; the organisation's listing stays what it is.
Result<JsonObject> of_naming(const access::Occasion& occasion, const Objection& objection,
                             const Correction& correction) {
    if (correction.effect != "withdrawn") {
        return fail(ErrorCode::Refused, "objections.effect_not_for_item");
    }
    auto named =
        TRY(lists::NamedRegister(occasion.session).find(objection.subject_key, objection.about_id));
    if (named.withdrawn()) return of_what_is_over(correction.effect);
    auto consequence = lists::naming_withdrawn(std::move(named), upheld_reasons(objection.points));
    consequence["effect"] = correction.effect;
    return consequence;
}

// A succession falls for every side; under this one within this act (decision 0220).
Result<JsonObject> of_succession(const access::Occasion& occasion, const Objection& objection,
                                 const Correction& correction) {
    if (correction.effect != "withdrawn") {
        return fail(ErrorCode::Refused, "objections.effect_not_for_item");
    }
    const subjects::SuccessionPlace place{.home_key = objection.subject_key,
                                          .succession_id = objection.about_id};
    const auto stands = TRY(
        subjects::SuccessionRegister(occasion.session).find(place.home_key, place.succession_id));
    if (stands.annulled_on) return of_what_is_over(correction.effect);
    const auto annulled =
        TRY(subjects::succession_annulled(occasion, place,
                                          {.document_number = correction.document_number,
                                           .reasons = upheld_reasons(objection.points)}));
    return part("succession", subjects::to_json(annulled), correction.effect);
}

// decision 0233: after silence what was said is taken as right, and a correction does not weigh
// heavier than what was wrong.
Result<void> refuse_heavier(const access::Occasion& occasion, const Objection& objection,
                            const records::Record& before) {
    if (objection.silent.empty()) return {};
    records::RecordRegister records(occasion.session);
    const auto id = TRY(records.current_of_row(objection.subject_key, before.row_key));
    if (!id) return {};
    const auto row = TRY(records.find(objection.subject_key, *id));
    const bool heavier = TRY(weighs_heavier(occasion.catalogue, row, before));
    return heavier ? fail(ErrorCode::Refused, "objections.corrected_row_heavier") : Result<void>{};
}

// A row is corrected by a further row of its authority; it must stand before the objection is
// concluded, so that nobody is told of a correction that is not there, and none comes back as it
// was.
Result<records::RecordEnding> corrected_row(const access::Occasion& occasion,
                                            const Objection& objection) {
    const auto& subject = objection.subject_key;
    records::RecordRegister records(occasion.session);
    const auto record = TRY(records.find(subject, objection.about_id));
    const auto current = TRY(records.current_of_row(subject, record.row_key));
    const auto hidden = TRY(records.hidden_of_row(subject, objection.about_id));
    const bool returns = std::ranges::find(hidden, objection.about_id) != hidden.end();
    if (current == objection.about_id || (returns && !current)) {
        return fail(ErrorCode::Refused, "objections.row_not_corrected");
    }
    TRY(refuse_heavier(occasion, objection, record));
    records::RecordEnding ending{.record_id = objection.about_id,
                                 .as = records::Ending::Corrected,
                                 .reason = reason_of(objection)};
    if (returns) ending.annuls.push_back(objection.about_id);
    return ending;
}

Result<JsonObject> of_record(const access::Occasion& occasion, const Objection& objection,
                             const Correction& correction) {
    const bool falls = correction.effect == item_withdrawn;
    const auto ending = falls ? TRY(withdrawn_row(occasion.session, objection, objection.about_id))
                              : TRY(corrected_row(occasion, objection));
    JsonObject consequence{{"effect", correction.effect}, {"record", records::to_json(ending)}};
    if (falls) consequence["orders"] = TRY(fallen_orders(occasion, objection));
    return consequence;
}

// decision 0233: it stands and is no longer public, where that is all that was wrong of it.
Result<JsonObject> closed_to_public(const Objection& objection) {
    if (!objection.silent.empty()) return fail(ErrorCode::Refused, "objections.silence_resolved");
    const bool of_publicity = std::ranges::all_of(objection.points, [](const Point& point) {
        return point.finding != point_upheld || point.aspect == "publicity";
    });
    if (!of_publicity) return fail(ErrorCode::Refused, "objections.more_than_publicity");
    return JsonObject{{"effect", "closed"}};
}

// decision 0233: whoever was silent says of each point what the item says now instead.
bool changes_stated(const Objection& objection) {
    return std::ranges::none_of(objection.points, [](const Point& point) {
        return point.finding == point_upheld && point.changed.empty();
    });
}

}  // namespace

std::string upheld_reasons(std::span<const Point> points) {
    std::string reasons;
    for (const auto& point : points) {
        if (point.finding != point_upheld) continue;
        if (!reasons.empty()) reasons += "；";
        reasons += point.reasons;
    }
    return reasons;
}

Result<JsonObject> consequence_of(const access::Occasion& occasion, const Objection& objection,
                                  const Correction& correction) {
    if (!is_effect(correction.effect)) {
        return fail(ErrorCode::Refused, "objections.effect_unknown");
    }
    const bool closes = correction.effect == "closed";
    const bool can_close = objection.about == About::Record || objection.about == About::Listing;
    const bool falls = correction.effect == "reopened";
    if ((closes && !can_close) || falls != (objection.about == About::Repair)) {
        return fail(ErrorCode::Refused, "objections.effect_not_for_item");
    }
    if (closes) return closed_to_public(objection);
    if (correction.effect == "corrected" && !objection.silent.empty() &&
        !changes_stated(objection)) {
        return fail(ErrorCode::Refused, "objections.change_not_stated");
    }
    switch (objection.about) {
        case About::Listing:
            return of_listing(occasion, objection, correction);
        case About::Order:
            return of_order(occasion, objection, correction);
        case About::Record:
            return of_record(occasion, objection, correction);
        case About::Repair:
            return part("repair", correction.fallen_result(occasion), correction.effect);
        case About::Commitment:
            return of_commitment(occasion, objection, correction);
        case About::Naming:
            return of_naming(occasion, objection, correction);
        case About::Succession:
            return of_succession(occasion, objection, correction);
    }
    std::unreachable();
}

Result<void> apply_consequence(sql::Session& session, const ledger::Act& act,
                               const Objection& objection, const JsonObject& consequence) {
    const auto effect = TRY(read_text(consequence, "effect"));
    if (effect == "closed") {
        return ObjectionRegister(session).close_publicity(objection.subject_key, objection.about_id,
                                                          act.id);
    }
    if (consequence.contains("orders")) {
        for (const auto& order : *TRY(read_array(consequence, "orders"))) {
            TRY(measures::apply_body(session, act, order.as_object()));
        }
    }
    if (consequence.contains("listing")) {
        const auto* const listing = TRY(read_object(consequence, "listing"));
        TRY(lists::apply_body(session, act, *listing));
    }
    if (consequence.contains("order")) {
        return measures::apply_body(session, act, *TRY(read_object(consequence, "order")));
    }
    if (consequence.contains("commitment")) {
        return commitments::apply_body(session, act, *TRY(read_object(consequence, "commitment")));
    }
    if (consequence.contains("naming")) return lists::apply_naming_in(session, consequence);
    if (consequence.contains("succession")) {
        const auto* const object = TRY(read_object(consequence, "succession"));
        const auto annulled = TRY(subjects::read_succession(*object));
        return subjects::SuccessionRegister(session).save(objection.subject_key, annulled);
    }
    if (consequence.contains("record")) {
        const auto* const ending = TRY(read_object(consequence, "record"));
        TRY(records::apply_ending(session, act, *ending));
        const auto record_id = TRY(read_text(*ending, "record"));
        return lists::end_with_record(session, act, record_id);
    }
    return {};
}

}  // namespace credit::objections
