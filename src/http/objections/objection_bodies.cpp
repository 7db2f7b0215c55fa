#include "http/objections/objection_bodies.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "calendar/date_json.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/json.h"
#include "http/message.h"
#include "identity/identifier.h"
#include "objections/conclude_objection.h"
#include "objections/examine_objection.h"
#include "objections/file_objection.h"
#include "objections/objection.h"
#include "publicity/leak_detector.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

Result<const JsonObject*> object_in(const Json& value, std::string_view name) {
    if (!value.is_object()) {
        return fail(ErrorCode::InvalidInput, "json.wrong_type", {std::string(name)},
                    "/" + std::string(name));
    }
    return &value.get_object();
}

Result<std::vector<objections::Point>> answers_in(const JsonObject& body, Date day) {
    std::vector<objections::Point> answers;
    if (!body.contains("answers")) return answers;
    for (const auto& each : *TRY(read_array(body, "answers"))) {
        const auto* const object = TRY(object_in(each, "answers"));
        TRY(refuse_unknown(*object, {"finding", "reasons", "changed"}));
        objections::Point answer;
        answer.finding = TRY(read_text(*object, "finding"));
        answer.reasons = TRY(read_free_text(*object, "reasons", day));
        answer.changed = TRY(read_free_text(*object, "changed", day));
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace

Result<std::vector<objections::Point>> read_points(const JsonObject& body, Date day) {
    std::vector<objections::Point> points;
    if (!body.contains("points")) return points;
    for (const auto& each : *TRY(read_array(body, "points"))) {
        const auto* const object = TRY(object_in(each, "points"));
        TRY(refuse_unknown(*object, {"aspect", "said"}));
        objections::Point point;
        point.aspect = TRY(read_text(*object, "aspect"));
        point.said = TRY(read_text_or_empty(*object, "said"));
        TRY(refuse_person(point.said, day));
        points.push_back(std::move(point));
    }
    return points;
}

Result<void> refuse_person(std::string_view words, Date day) {
    return publicity::tells_resident_number(words, day)
               ? fail(ErrorCode::Refused, "objections.person_in_words")
               : Result<void>{};
}

Result<std::string> read_free_text(const JsonObject& body, std::string_view name, Date day) {
    auto words = TRY(read_text_or_empty(body, name));
    TRY(refuse_person(words, day));
    return words;
}

Result<std::string> read_subject(const JsonObject& body, const Request& request,
                                 const subjects::Identifiers& identifiers, Date day) {
    if (request.caller.role == access::Role::Subject) return request.caller.subject_key;
    const auto number = TRY(read_text(body, "identifier"));
    const auto identifier = TRY(identity::parse_identifier(number, identifiers.reading(day)));
    const auto key = identifiers.key_of(identifier);
    if (!key) return fail(ErrorCode::InvalidInput, "subjects.own_number_needed", {}, "/identifier");
    return std::string(key->text());
}

Result<FiledObjection> read_filing(const Request& request, const subjects::Identifiers& identifiers,
                                   Date day) {
    const auto body = TRY(read_body(
        request, {"identifier", "about", "about_id", "filer", "authorisation", "points", "files"}));
    FiledObjection filed;
    filed.subject_key = TRY(read_subject(body, request, identifiers, day));
    const auto about = TRY(read_text(body, "about"));
    filed.filing.about = TRY(objections::parse_about(about));
    filed.filing.about_id = TRY(read_text(body, "about_id"));
    if (const auto filer = TRY(read_optional_text(body, "filer"))) {
        filed.filing.filer = TRY(objections::parse_filer(*filer));
    }
    filed.filing.authorisation = TRY(read_text_or_empty(body, "authorisation"));
    filed.filing.points = TRY(read_points(body, day));
    filed.filing.files = TRY(read_texts(body, "files"));
    return filed;
}

Result<objections::Conclusion> read_conclusion(const Request& request, Date day) {
    const auto body =
        TRY(read_body(request, {"answers", "effect", "through_on", "document_number", "remedy"}));
    objections::Conclusion conclusion;
    conclusion.answers = TRY(answers_in(body, day));
    conclusion.correction.effect = TRY(read_text_or_empty(body, "effect"));
    conclusion.correction.through_on = TRY(calendar::read_optional_typed_date(body, "through_on"));
    conclusion.document_number = TRY(read_text_or_empty(body, "document_number"));
    conclusion.remedy = TRY(read_text_or_empty(body, "remedy"));
    return conclusion;
}

Result<objections::Repetition> read_repetition(const Request& request) {
    const auto body = TRY(read_body(request, {"reasons", "no_new_facts"}));
    const Date day = day_of(request.received_at);
    objections::Repetition repetition;
    repetition.reasons = TRY(read_free_text(body, "reasons", day));
    repetition.no_new_facts = TRY(read_free_text(body, "no_new_facts", day));
    return repetition;
}

Result<std::string> read_words(const Request& request, std::string_view member) {
    const auto body = TRY(read_body(request, {member}));
    auto words = TRY(read_text_or_empty(body, member));
    TRY(refuse_person(words, day_of(request.received_at)));
    return words;
}

}  // namespace credit::http
