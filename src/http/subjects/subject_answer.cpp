#include "http/subjects/subject_answer.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_text.h"
#include "commitments/commitment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "measures/restraint_order.h"
#include "publicity/exposure.h"
#include "publicity/subject_view.h"

namespace credit::http {
namespace {

// Empty members are left out.
void set(JsonObject& object, std::string_view name, const std::string& value) {
    if (!value.empty()) object[name] = value;
}

void set(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

void set_exposure(JsonObject& object, const publicity::Exposure& exposure, Date day) {
    object["range"] = exposure.on(day) == publicity::Range::Public ? "public" : "shared";
    if (exposure.range == publicity::Range::Public) {
        object["public_from"] = calendar::to_text(exposure.from);
        set(object, "public_through", exposure.through);
    }
    object["why"] = exposure.why;
    set(object, "article", exposure.article);
}

JsonObject json_of(const publicity::ShownRecord& record, Date day) {
    JsonObject object{{"record", record.record_id},
                      {"kind", record.kind},
                      {"kind_zh", record.kind_zh},
                      {"kind_en", record.kind_en},
                      {"authority", record.authority},
                      {"document_number", record.document_number},
                      {"decided_on", calendar::to_text(record.decided_on)},
                      {"reference_only", record.reference_only},
                      {"objection_pending", record.objected}};
    set(object, "authority_zh", record.authority_zh);
    set_exposure(object, record.exposure, day);
    JsonArray columns;
    for (const auto& column : record.columns) {
        JsonObject each{{"code", column.code}, {"header", column.header}};
        if (column.waits || column.kept) {
            each["withheld"] =
                column.waits ? "publicity.waits_for_officer" : "publicity.kept_closed";
        } else {
            each["value"] = column.value;
        }
        columns.push_back(std::move(each));
    }
    object["columns"] = std::move(columns);
    return object;
}

JsonObject json_of(const publicity::ShownListing& listing, Date day) {
    JsonObject object{{"listing", listing.listing_id},
                      {"standard", listing.standard},
                      {"title_zh", listing.title_zh},
                      {"title_en", listing.title_en},
                      {"colour", listing.colour},
                      {"state", listing.state},
                      {"in_force", listing.in_force},
                      {"on_hold", listing.held},
                      {"objection_pending", listing.objected}};
    set(object, "authority", listing.authority);
    set(object, "authority_zh", listing.authority_zh);
    set(object, "document_number", listing.document_number);
    set(object, "ground_zh", listing.ground_zh);
    set(object, "ground_en", listing.ground_en);
    set(object, "decided_on", listing.decided_on);
    set(object, "from_on", listing.from_on);
    set(object, "through_on", listing.through_on);
    set(object, "review_on", listing.review_on);
    set(object, "ended_on", listing.ended_on);
    set(object, "window_through", listing.window_through);
    set_exposure(object, listing.exposure, day);
    return object;
}

// What the two sides wrote to each other is theirs.
JsonObject json_of(const publicity::ShownCommitment& shown, Date day) {
    const auto& commitment = shown.commitment;
    JsonObject object{{"commitment", commitment.commitment_id},
                      {"kind", commitments::name_of(commitment.kind)},
                      {"state", commitments::name_of(commitment.state)},
                      {"authority", commitment.authority},
                      {"made_on", calendar::to_text(commitment.made_on)},
                      {"check_on", calendar::to_text(commitment.check_on)},
                      {"objection_pending", shown.objected}};
    set(object, "matter", commitment.matter);
    set(object, "document_number", commitment.document_number);
    set(object, "words", commitment.words);
    set(object, "concluded_on", commitment.concluded_on);
    set(object, "finding_document", commitment.finding_document);
    set_exposure(object, shown.exposure, day);
    return object;
}

JsonObject json_of(const measures::RestraintOrder& order) {
    auto object = measures::to_json(order);
    object.erase("subject");
    object.erase("held_by");
    object["on_hold"] = order.held_by.has_value();
    return object;
}

JsonObject json_of(const publicity::ShownNaming& shown) {
    JsonObject object{{"naming", shown.named.naming_id},
                      {"listing", shown.named.listing_id},
                      {"title_zh", shown.title_zh},
                      {"title_en", shown.title_en},
                      {"organisation", shown.organisation},
                      {"authority", shown.named.authority},
                      {"document_number", shown.named.document_number},
                      {"role", shown.named.role},
                      {"finding", shown.named.finding},
                      {"conduct_on", calendar::to_text(shown.named.conduct_on)},
                      {"named_on", calendar::to_text(shown.named.named_on)},
                      {"state", shown.state},
                      {"objection_pending", shown.objected}};
    set(object, "reasons", shown.named.withdrawn_reason);
    return object;
}

}  // namespace

JsonObject subject_answer(const publicity::SubjectView& view, Date day, bool for_public) {
    JsonObject object{{"standing", publicity::name_of(view.standing)},
                      {"view", for_public ? "public" : "authority"},
                      {"as_of", calendar::to_text(day)}};
    if (view.standing != publicity::Standing::Shown) return object;
    set(object, "name", view.name);
    set(object, "unified_social_credit_code", view.code);
    set(object, "registration_state", view.state);
    object["listed_today"] = view.listed_today;
    JsonArray listings;
    for (const auto& listing : view.listings) listings.push_back(json_of(listing, day));
    object["listings"] = std::move(listings);
    JsonArray records;
    for (const auto& record : view.records) records.push_back(json_of(record, day));
    object["records"] = std::move(records);
    JsonArray commitments;
    for (const auto& shown : view.commitments) commitments.push_back(json_of(shown, day));
    if (!commitments.empty()) object["commitments"] = std::move(commitments);
    if (for_public) return object;
    JsonArray orders;
    for (const auto& order : view.orders) orders.push_back(json_of(order));
    object["orders"] = std::move(orders);
    JsonArray namings;
    for (const auto& shown : view.namings) namings.push_back(json_of(shown));
    if (!namings.empty()) object["named_in"] = std::move(namings);
    return object;
}

JsonObject record_answer(const publicity::ShownRecord& record, Date day) {
    return json_of(record, day);
}

JsonObject listing_answer(const publicity::ShownListing& listing, Date day) {
    return json_of(listing, day);
}

std::string ids_shown(const publicity::SubjectView& view) {
    std::string ids;
    const auto add = [&ids](const std::string& id) {
        if (!ids.empty()) ids += ' ';
        ids += id;
    };
    for (const auto& listing : view.listings) add(listing.listing_id);
    for (const auto& record : view.records) add(record.record_id);
    for (const auto& order : view.orders) add(order.order_id);
    for (const auto& shown : view.commitments) add(shown.commitment.commitment_id);
    for (const auto& shown : view.namings) add(shown.named.naming_id);
    return ids.empty() ? "nothing" : ids;
}

}  // namespace credit::http
