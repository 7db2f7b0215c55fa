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
#include "commitments/commitment.h"
#include "commitments/commitment_register.h"
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

Result<Item> gone() {
    return fail(ErrorCode::Refused, "objections.item_gone");
}

Result<Item> find_listing(sql::Session& session, std::string_view subject_key,
                          std::string_view listing_id) {
    auto listing = TRY(lists::ListingRegister(session).find(subject_key, listing_id));
    const bool stands =
        listing.state == lists::State::Decided || listing.state == lists::State::InForce;
    return stands ? Result<Item>(Item{std::move(listing.authority)}) : gone();
}

Result<Item> find_order(sql::Session& session, std::string_view subject_key,
                        std::string_view order_id) {
    auto order = TRY(measures::OrderRegister(session).find(subject_key, order_id));
    return order.ended_on ? gone() : Result<Item>(Item{std::move(order.authority)});
}

Result<std::optional<records::Record>> current_record(sql::Session& session,
                                                      std::string_view subject_key,
                                                      std::string_view record_id) {
    const auto records = TRY(records::RecordRegister(session).current_of(subject_key));
    const auto found = std::ranges::find(records, record_id, &records::Record::record_id);
    if (found == records.end()) return std::nullopt;
    return *found;
}

Result<Item> find_record(sql::Session& session, std::string_view subject_key,
                         std::string_view record_id) {
    auto record = TRY(current_record(session, subject_key, record_id));
    return record ? Result<Item>(Item{std::move(record->authority)}) : gone();
}

// What is objected to is the finding that it was not kept; while it runs nothing is found.
Result<Item> find_commitment(sql::Session& session, std::string_view subject_key,
                             std::string_view commitment_id) {
    auto commitment =
        TRY(commitments::CommitmentRegister(session).find(subject_key, commitment_id));
    const bool found = commitment.state == commitments::State::Broken;
    return found ? Result<Item>(Item{std::move(commitment.authority)}) : gone();
}

// It stands as long as the organisation's listing does.
Result<Item> find_naming(sql::Session& session, std::string_view subject_key,
                         std::string_view naming_id) {
    auto named = TRY(lists::NamedRegister(session).find(subject_key, naming_id));
    if (named.withdrawn()) return gone();
    TRY(find_listing(session, named.organisation_key, named.listing_id));
    return Item{std::move(named.authority)};
}

Result<Item> find_succession(sql::Session& session, std::string_view subject_key,
                             std::string_view succession_id) {
    auto succession = TRY(subjects::SuccessionRegister(session).find(subject_key, succession_id));
    return succession.annulled_on ? gone() : Result<Item>(Item{std::move(succession.authority)});
}

bool is_effect(std::string_view effect) {
    constexpr std::array<std::string_view, 4> effects{"withdrawn", "corrected", "closed",
                                                      "reopened"};
    return std::ranges::find(effects, effect) != effects.end();
}

// The part of a step of lists, measures or repair, under the name by which apply finds it.
Result<JsonObject> part(std::string_view name, Result<JsonObject> body, std::string_view effect) {
    return JsonObject{{"effect", effect}, {name, TRY(std::move(body))}};
}

// What ended meanwhile cannot end again, and nothing of it binds any longer; that it was wrong is
// still found, and told to whoever was shown it.
JsonObject of_what_is_over(std::string_view effect) {
    return {{"effect", effect}};
}

// decision 0195: what rests on an item that was wrong falls with it.
Result<JsonArray> fallen_orders(const access::Occasion& occasion, const Objection& objection) {
    return orders_that_fall(occasion, objection.subject_key, objection.about_id);
}

Result<JsonObject> of_listing(const access::Occasion& occasion, const Objection& objection,
                              const Correction& correction) {
    const auto& subject = objection.subject_key;
    const auto listing =
        TRY(lists::ListingRegister(occasion.session).find(subject, objection.about_id));
    const bool over =
        listing.state == lists::State::Ended || listing.state == lists::State::Withdrawn;
    if (correction.effect == "withdrawn") {
        auto consequence =
            over ? of_what_is_over(correction.effect)
                 : TRY(part("listing", lists::annulled(occasion, subject, objection.about_id),
                            correction.effect));
        consequence["orders"] = TRY(fallen_orders(occasion, objection));
        return consequence;
    }
    if (over) return of_what_is_over(correction.effect);
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
    if (order.ended_on) return of_what_is_over(correction.effect);
    if (correction.effect == "withdrawn") {
        return part("order", measures::annulled(occasion, subject, objection.about_id),
                    correction.effect);
    }
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

// The version of the row that stands; the one that was objected to where none does.
Result<std::string> version_to_end(sql::Session& session, const Objection& objection) {
    records::RecordRegister records(session);
    const auto record = TRY(records.find(objection.subject_key, objection.about_id));
    const auto current = TRY(records.current_of_row(objection.subject_key, record.row_key));
    return current.value_or(objection.about_id);
}

// A row is corrected by a further row of its authority; it must stand before the objection is
// concluded, so that nobody is told of a correction that is not there. Withdrawn, it goes in
// whatever version it stands.
Result<JsonObject> of_record(const access::Occasion& occasion, const Objection& objection,
                             const Correction& correction) {
    const auto current =
        TRY(current_record(occasion.session, objection.subject_key, objection.about_id));
    if (correction.effect == "corrected" && current) {
        return fail(ErrorCode::Refused, "objections.row_not_corrected");
    }
    const bool falls = correction.effect == "withdrawn";
    const records::RecordEnding ending{
        .record_id = falls ? TRY(version_to_end(occasion.session, objection)) : objection.about_id,
        .as = falls ? records::Ending::Withdrawn : records::Ending::Corrected,
        .reason = "objection " + objection.objection_id};
    JsonObject consequence{{"effect", correction.effect}, {"record", records::to_json(ending)}};
    if (falls) consequence["orders"] = TRY(fallen_orders(occasion, objection));
    return consequence;
}

}  // namespace

std::string upheld_reasons(std::span<const Point> points) {
    std::string reasons;
    for (const auto& point : points) {
        if (point.finding != "upheld") continue;
        if (!reasons.empty()) reasons += "；";
        reasons += point.reasons;
    }
    return reasons;
}

Result<Item> find_item(const access::Occasion& occasion, std::string_view subject_key, About about,
                       std::string_view about_id) {
    switch (about) {
        case About::Listing:
            return find_listing(occasion.session, subject_key, about_id);
        case About::Order:
            return find_order(occasion.session, subject_key, about_id);
        case About::Record:
            return find_record(occasion.session, subject_key, about_id);
        case About::Repair:
            return Item{};
        case About::Commitment:
            return find_commitment(occasion.session, subject_key, about_id);
        case About::Naming:
            return find_naming(occasion.session, subject_key, about_id);
        case About::Succession:
            return find_succession(occasion.session, subject_key, about_id);
    }
    std::unreachable();
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
    if (closes) return JsonObject{{"effect", "closed"}};
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
        return lists::apply_body(session, act, *TRY(read_object(consequence, "listing")));
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
