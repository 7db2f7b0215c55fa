#include "notices/content/repair_content.h"

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "notices/content/objection_content.h"
#include "notices/content/teller.h"
#include "words/catalogue.h"

namespace credit::notices {
namespace {

// Each text of the array as one line.
template <typename Say>
void for_each_text(const JsonObject& body, std::string_view member, const Say& say) {
    const auto* const array = body.if_contains(member);
    if (array == nullptr || !array->is_array()) return;
    for (const auto& each : array->get_array()) {
        if (each.is_string()) say(std::string_view(each.get_string()));
    }
}

// The sentence of that name, or the name itself.
std::string named(const Teller& teller, std::string_view prefix, std::string_view name) {
    const auto word = std::string(prefix).append(name);
    const bool known = teller.sources().words.find(word) != nullptr;
    return known ? teller.words_of(word) : std::string(name);
}

// A refusal names the condition that was not met as "repair.<condition>".
std::string condition(const Teller& teller, std::string_view ground) {
    return named(teller, "repair.condition.", ground.substr(ground.find('.') + 1));
}

}  // namespace

void tell_repair(Teller& teller, const JsonObject& body) {
    const auto& about = object_in(body, "about");
    const auto title = teller.choose(text_in(about, "title_zh"), text_in(about, "title_en"));
    teller.say_if("notices.line.repair_item", title);
    teller.say_member("notices.line.ending_document", about, "document_number");
    teller.say_choice("repair", text_in(body, "outcome"));
    say_points(teller, body);  // of an application that may be an objection: decision 0244
    teller.say_member("notices.line.reason", body, "reasons");
    for_each_text(body, "grounds", [&](std::string_view ground) {
        teller.say("notices.line.repair_ground", {condition(teller, ground)});
    });
    for_each_text(body, "papers_missing", [&](std::string_view paper) {
        teller.say("notices.line.repair_paper", {named(teller, "repair.paper.", paper)});
    });
    // Who holds an item may be withheld for a time; the case names whoever may be named that day.
    const bool of_holders = text_in(body, "outcome") == "holders_overdue";
    for_each_text(body, "overdue", [&](std::string_view code) {
        if (!of_holders) teller.say("notices.line.silent", {teller.authority(code)});
    });
    teller.say_member("notices.line.repair_first_day", body, "first_day");
    teller.say_answer_due(body);
    teller.say_member("notices.line.repair_reevaluation", body, "reevaluate_on");
    teller.say_member("notices.line.repair_wait", body, "wait_through");
    teller.say_member("notices.line.ending_document", body, "document_number");
    teller.say_member("notices.line.remedy", body, "remedy");
}

}  // namespace credit::notices
