#include "notices/content/consent_content.h"

#include <string>

#include "catalogue/catalogue.h"
#include "catalogue/duties/purpose.h"
#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_consent(Teller& teller, const JsonObject& body) {
    const auto& consent = object_in(body, "consent");
    teller.say("notices.line.consent_to", {teller.authority(text_in(consent, "bank"))});
    const auto* const purpose =
        teller.sources().catalogue.purposes.find(text_in(consent, "purpose"));
    if (purpose != nullptr) {
        teller.say("notices.line.consent_for", {teller.choose(purpose->zh, purpose->en)});
    }
    const auto* const items = consent.if_contains("items");
    if (items != nullptr && items->is_array()) {
        for (const auto& item : items->get_array()) {
            if (!item.is_string()) continue;
            const std::string word = "consents.item." + std::string(item.get_string());
            teller.say("notices.line.consent_item", {teller.words_of(word)});
        }
    }
    teller.say_member("notices.line.consent_through", consent, "through_on");
}

}  // namespace credit::notices
