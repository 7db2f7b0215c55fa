#include "notices/content/complaint_content.h"

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {
namespace {

const JsonArray& array_in(const JsonObject& object, std::string_view member) {
    static const JsonArray empty;
    const auto* const value = object.if_contains(member);
    return value != nullptr && value->is_array() ? value->get_array() : empty;
}

void say_answered_points(Teller& teller, const JsonObject& complaint) {
    for (const auto& each : array_in(complaint, "points")) {
        if (!each.is_object()) continue;
        const auto& point = each.get_object();
        teller.say("notices.line.point",
                   {teller.choice("conduct", text_in(point, "ground")), text_in(point, "said")});
        const auto finding = text_in(point, "finding");
        if (finding.empty()) continue;
        teller.say("notices.line.finding",
                   {teller.choice("found", finding), text_in(point, "reasons")});
    }
}

}  // namespace

void tell_complaint(Teller& teller, const JsonObject& body) {
    const auto& complaint = object_in(body, "complaint");
    const auto respondent = text_in(complaint, "respondent");
    if (respondent == "register") {
        teller.say("notices.line.respondent_register");
    } else {
        teller.say("notices.line.respondent", {teller.authority(respondent)});
    }
    teller.say("notices.line.deciding_unit", {teller.authority(text_in(complaint, "unit"))});
    const auto* const confidential = complaint.if_contains("confidential");
    if (confidential != nullptr && confidential->is_bool() && confidential->get_bool()) {
        teller.say("notices.line.confidential");
    }
    say_answered_points(teller, complaint);
    teller.say_answer_due(complaint);
    teller.say_member("notices.line.objection_started", complaint, "objection");
    teller.say_member("notices.line.reply", complaint, "reply");
    teller.say_choice("complaint_outcome", text_in(complaint, "state"));
    const auto& said = object_in(body, "said");
    const auto silent = text_in(said, "silent");
    if (!silent.empty()) teller.say("notices.line.silent", {teller.authority(silent)});
    teller.say_choice("cause", text_in(said, "cause"));
    teller.say_member("notices.line.reason", said, "reason");
    teller.say_member("notices.line.reason", said, "reasons");
    teller.say_member("notices.line.put_right", said, "order");
    teller.say_member("notices.line.put_right_by", said, "put_right_by");
    teller.say_member("notices.line.ending_document", said, "document_number");
    teller.say_member("notices.line.remedy", said, "remedy");
}

// personal-information-protection-law-2021 art. 57(1), item by item.
void tell_incident(Teller& teller, const JsonObject& body) {
    const auto& incident = object_in(body, "incident");
    for (const auto& kind : array_in(incident, "kinds")) {
        if (kind.is_string()) teller.say_choice("leaked", kind.get_string());
    }
    teller.say_member("notices.line.leak_cause", incident, "cause");
    teller.say_member("notices.line.leak_harm", incident, "harm");
    teller.say_member("notices.line.leak_steps", incident, "steps");
    teller.say_member("notices.line.leak_protection", incident, "protection");
    teller.say_member("notices.line.leak_contact", incident, "contact");
    teller.say_member("notices.line.leak_discovered", incident, "discovered_on");
    for (const auto& item : array_in(object_in(body, "concern"), "items")) {
        if (item.is_string())
            teller.say("notices.line.leak_item", {std::string(item.get_string())});
    }
    teller.say_member("notices.line.reason", object_in(body, "said"), "reasons");
}

}  // namespace credit::notices
