#include "notices/content/naming_content.h"

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_naming(Teller& teller, const JsonObject& body) {
    const auto& naming = object_in(body, "naming");
    teller.say("notices.line.rests_on",
               {teller.authority(text_in(naming, "authority")), text_in(naming, "listing")});
    teller.say_member("notices.line.ending_document", naming, "document_number");
    teller.say("notices.line.named_as",
               {teller.choice("role", text_in(naming, "role")), text_in(naming, "conduct_on")});
    teller.say_member("notices.line.named_finding", naming, "finding");
    teller.say_if("notices.line.reason", text_in(naming, "withdrawn_reason"));
    teller.say_member("notices.line.remedy", naming, "remedy");
}

}  // namespace credit::notices
