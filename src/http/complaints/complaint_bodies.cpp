#include "http/complaints/complaint_bodies.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "complaints/complaint.h"
#include "complaints/conclude_complaint.h"
#include "complaints/examine_complaint.h"
#include "complaints/file_complaint.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "objections/objection.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

// The members of the object at that place of an array.
Result<const JsonObject*> object_in(const Json& value, std::string_view name,
                                    std::initializer_list<std::string_view> known) {
    if (!value.is_object()) {
        return fail(ErrorCode::InvalidInput, "json.wrong_type", {std::string(name)},
                    "/" + std::string(name));
    }
    TRY(refuse_unknown(value.get_object(), known));
    return &value.get_object();
}

Result<std::vector<complaints::Point>> points_in(const JsonObject& body, Date day) {
    std::vector<complaints::Point> points;
    if (!body.contains("points")) return points;
    for (const auto& each : *TRY(read_array(body, "points"))) {
        const auto* const object = TRY(object_in(each, "points", {"ground", "said"}));
        complaints::Point point;
        point.ground = TRY(read_text(*object, "ground"));
        point.said = TRY(read_free_text(*object, "said", day));
        points.push_back(std::move(point));
    }
    return points;
}

Result<std::vector<complaints::Point>> answers_in(const JsonObject& body, Date day) {
    std::vector<complaints::Point> answers;
    if (!body.contains("answers")) return answers;
    for (const auto& each : *TRY(read_array(body, "answers"))) {
        const auto* const object = TRY(object_in(each, "answers", {"finding", "reasons"}));
        complaints::Point answer;
        answer.finding = TRY(read_text(*object, "finding"));
        answer.reasons = TRY(read_free_text(*object, "reasons", day));
        answers.push_back(std::move(answer));
    }
    return answers;
}

Result<complaints::Item> item_in(const JsonObject& object, Date day) {
    complaints::Item item;
    const auto about = TRY(read_text(object, "about"));
    item.about = TRY(objections::parse_about(about));
    item.about_id = TRY(read_text(object, "about_id"));
    item.aspect = TRY(read_optional_text(object, "aspect")).value_or("");
    item.said = TRY(read_free_text(object, "said", day));
    return item;
}

}  // namespace

Result<FiledComplaint> read_complaint_filing(const Request& request,
                                             const subjects::Identifiers& identifiers, Date day) {
    const auto body = TRY(read_body(request, {"identifier", "respondent", "filer", "authorisation",
                                              "confidential", "points", "files", "information"}));
    FiledComplaint filed;
    filed.subject_key = TRY(read_subject(body, request, identifiers, day));
    auto& filing = filed.filing;
    filing.respondent = TRY(read_text(body, "respondent"));
    if (const auto filer = TRY(read_optional_text(body, "filer"))) {
        filing.filer = TRY(objections::parse_filer(*filer));
    }
    filing.authorisation = TRY(read_free_text(body, "authorisation", day));
    if (body.contains("confidential")) filing.confidential = TRY(read_flag(body, "confidential"));
    filing.points = TRY(points_in(body, day));
    filing.files = TRY(read_texts(body, "files"));
    if (body.contains("information")) {
        const auto* const object = TRY(object_in(body.at("information"), "information",
                                                 {"about", "about_id", "aspect", "said"}));
        filing.item = TRY(item_in(*object, day));
    }
    return filed;
}

Result<complaints::Item> read_item(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"about", "about_id", "aspect", "said"}));
    return item_in(body, day);
}

Result<complaints::Refusal> read_refusal(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"cause", "reasons", "remedy"}));
    complaints::Refusal refusal;
    refusal.cause = TRY(read_text(body, "cause"));
    refusal.reasons = TRY(read_free_text(body, "reasons", day));
    refusal.remedy = TRY(read_free_text(body, "remedy", day));
    return refusal;
}

Result<complaints::Conclusion> read_decision(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"answers", "document_number", "remedy", "order"}));
    complaints::Conclusion conclusion;
    conclusion.answers = TRY(answers_in(body, day));
    conclusion.document_number = TRY(read_free_text(body, "document_number", day));
    conclusion.remedy = TRY(read_free_text(body, "remedy", day));
    conclusion.order = TRY(read_free_text(body, "order", day));
    return conclusion;
}

Result<Referral> read_referral(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"unit", "reasons"}));
    Referral referral;
    referral.unit = TRY(read_text(body, "unit"));
    referral.reasons = TRY(read_free_text(body, "reasons", day));
    return referral;
}

}  // namespace credit::http
