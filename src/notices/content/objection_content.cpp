#include "notices/content/objection_content.h"

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "notices/content/teller.h"
#include "notices/notice.h"
#include "words/catalogue.h"

namespace credit::notices {
namespace {

constexpr std::string_view lines = "notices.line.";

// A line whose word ends with what the act says, where there is one for it.
void say_choice(Teller& teller, std::string_view choice, std::string_view chosen) {
    std::string word(lines);
    word.append(choice).append(".").append(chosen);
    if (teller.sources().words.find(word) != nullptr) teller.say(word);
}

std::string part(const Teller& teller, std::string_view choice, std::string_view chosen) {
    std::string word(lines);
    word.append(choice).append(".").append(chosen);
    return teller.words_of(word);
}

void say_points(Teller& teller, const JsonObject& objection) {
    const auto* const points = objection.if_contains("points");
    if (points == nullptr || !points->is_array()) return;
    for (const auto& each : points->get_array()) {
        if (!each.is_object()) continue;
        const auto& point = each.get_object();
        teller.say("notices.line.point",
                   {part(teller, "aspect", text_in(point, "aspect")), text_in(point, "said")});
        const auto finding = text_in(point, "finding");
        if (finding.empty()) continue;
        teller.say("notices.line.finding",
                   {part(teller, "found", finding), text_in(point, "reasons")});
    }
}

}  // namespace

void tell_objection(Teller& teller, const Notice& notice, const JsonObject& body) {
    const auto& objection = object_in(body, "objection");
    say_choice(teller, "about", text_in(objection, "about"));
    const auto source = text_in(objection, "source");
    if (!source.empty()) teller.say("notices.line.source", {teller.authority(source)});
    say_points(teller, objection);
    teller.say_member("notices.line.answer_due", objection, "due_on");
    const auto silent = text_in(objection, "silent");
    if (!silent.empty()) teller.say("notices.line.silent", {teller.authority(silent)});
    if (notice.word == "notices.objection_concluded") {
        say_choice(teller, "outcome", text_in(objection, "state"));
        say_choice(teller, "effect", text_in(object_in(body, "consequence"), "effect"));
    }
    const auto& said = object_in(body, "said");
    teller.say_member("notices.line.reason", said, "reason");
    teller.say_member("notices.line.reason", said, "reasons");
    teller.say_member("notices.line.ending_document", said, "document_number");
    teller.say_member("notices.line.remedy", said, "remedy");
}

}  // namespace credit::notices
