#include "notices/content/objection_content.h"

#include <string>

#include "foundation/json.h"
#include "notices/content/repair_content.h"
#include "notices/content/teller.h"
#include "notices/notice.h"

namespace credit::notices {

void say_points(Teller& teller, const JsonObject& body) {
    const auto* const points = body.if_contains("points");
    if (points == nullptr || !points->is_array()) return;
    for (const auto& each : points->get_array()) {
        if (!each.is_object()) continue;
        const auto& point = each.get_object();
        teller.say("notices.line.point",
                   {teller.choice("aspect", text_in(point, "aspect")), text_in(point, "said")});
        const auto finding = text_in(point, "finding");
        if (finding.empty()) continue;
        teller.say("notices.line.finding",
                   {teller.choice("found", finding), text_in(point, "reasons")});
        teller.say_if("notices.line.changed", text_in(point, "changed"));
    }
}

void tell_objection(Teller& teller, const Notice& notice, const JsonObject& body) {
    const auto& objection = object_in(body, "objection");
    teller.say_choice("about", text_in(objection, "about"));
    const auto source = text_in(objection, "source");
    if (!source.empty()) teller.say("notices.line.source", {teller.authority(source)});
    teller.say_choice("repair", text_in(object_in(body, "repair"), "outcome"));
    say_points(teller, objection);
    teller.say_answer_due(objection);
    const auto silent = text_in(objection, "silent");
    if (!silent.empty()) teller.say("notices.line.silent", {teller.authority(silent)});
    if (notice.word == "notices.objection_concluded") {
        teller.say_choice("outcome", text_in(objection, "state"));
        teller.say_choice("effect", text_in(object_in(body, "consequence"), "effect"));
    }
    // What follows for the case, where the result of a repair fell.
    const auto& fallen = object_in(object_in(body, "consequence"), "repair");
    if (!fallen.empty()) tell_repair(teller, fallen);
    const auto& said = object_in(body, "said");
    teller.say_member("notices.line.reason", said, "reason");
    teller.say_member("notices.line.reason", said, "reasons");
    teller.say_member("notices.line.reason", said, "no_new_facts");
    teller.say_member("notices.line.ending_document", said, "document_number");
    teller.say_member("notices.line.remedy", said, "remedy");
}

}  // namespace credit::notices
