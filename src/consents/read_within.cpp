#include "consents/read_within.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "consents/consent.h"
#include "consents/consent_item.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::consents {

bool may_be_given(const catalogue::Catalogue& catalogue, std::string_view code,
                  std::string_view purpose, Date day) {
    const auto office = catalogue.authorities.find(code, day);
    if (!office) return false;
    const auto* const named = catalogue.purposes.find(purpose);
    if (named == nullptr || named->functions.empty()) return (*office)->is_body();
    return std::ranges::any_of(named->functions, [&](const std::string& function) {
        return (*office)->has_function(function);
    });
}

Grounds judge_reading(const catalogue::Catalogue& catalogue, const Consent& consent,
                      const BankQuestion& question, Date day) {
    Grounds grounds;
    // A successor of the bank is another bank: the consent names one.
    require(grounds, question.bank == consent.bank, "consents.not_yours");
    if (!grounds.empty()) return grounds;
    require(grounds, may_be_given(catalogue, consent.bank, consent.purpose, day),
            "consents.not_a_bank");
    // personal-information-protection-law-2021 art. 15
    require(grounds, !consent.revoked(), "consents.revoked");
    require(grounds, consent.revoked() || consent.holds(day), "consents.over",
            {calendar::to_text(consent.through_on)});
    // personal-information-protection-law-2021 art. 14
    require(grounds, question.purpose == consent.purpose, "consents.other_purpose");
    for (const auto item : question.items) {
        require(grounds, consent.covers(item), "consents.item_not_consented",
                {std::string(name_of(item))});
    }
    return grounds;
}

}  // namespace credit::consents
