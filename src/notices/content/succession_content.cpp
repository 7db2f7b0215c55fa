#include "notices/content/succession_content.h"

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {
namespace {

std::string names_in(const JsonObject& succession, std::string_view side) {
    std::string names;
    const auto* const value = succession.if_contains(side);
    if (value == nullptr || !value->is_array()) return names;
    for (const auto& each : value->get_array()) {
        if (!each.is_object()) continue;
        names += (names.empty() ? "" : "、") + text_in(each.get_object(), "name");
    }
    return names;
}

}  // namespace

void tell_succession(Teller& teller, const JsonObject& body) {
    const auto& succession = object_in(body, "succession");
    teller.say_choice("succession", text_in(succession, "kind"));
    teller.say("notices.line.succession_sides",
               {names_in(succession, "predecessors"), names_in(succession, "successors")});
    teller.say("notices.line.document",
               {text_in(succession, "document_number"), text_in(succession, "from_on")});
    teller.say_member("notices.line.ended_on", succession, "annulled_on");
    teller.say_member("notices.line.ending_document", succession, "annulled_by");
    teller.say_member("notices.line.reason", succession, "reasons");
    teller.say("notices.line.nothing_passes");
}

}  // namespace credit::notices
