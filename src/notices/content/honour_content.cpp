#include "notices/content/honour_content.h"

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_honour(Teller& teller, const JsonObject& body) {
    const auto& review = object_in(body, "review");
    teller.say("notices.line.rests_on",
               {teller.authority(text_in(review, "listed_by")), text_in(review, "listing")});
    teller.say("notices.line.honour_given",
               {teller.authority(text_in(review, "authority")), text_in(review, "honour")});
    teller.say_choice("honour", text_in(review, "state"));
    teller.say_member("notices.line.ending_document", review, "document_number");
    teller.say_member("notices.line.reason", review, "reasons");
    teller.say_member("notices.line.remedy", review, "remedy");
}

}  // namespace credit::notices
