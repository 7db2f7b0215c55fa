// Consent (授权同意): a subject lets one bank read chosen items of what is held on it, for one
// purpose, from the day it is given through its last day.
//
// It ends by itself after that day, and at once when the subject revokes it: what is asked for
// later is refused. What the bank read before stays in the look-up records.
//
// Law:     sd-social-credit-regulation-2020 art. 21 — what is not public is read with the subject's
//          written authorisation
//          personal-information-protection-law-2021 arts. 14, 15 — a consent is informed, freely
//          given and explicit, and can be withdrawn
// Reading: decision 0210: one bank, one purpose, a term, and what a bank gets

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "consents/consent_item.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::consents {

struct Consent {
    std::string subject_key = {};
    std::string consent_id = {};
    std::string bank = {};                // code of its office
    std::string purpose = {};             // id in the catalogue
    std::vector<ConsentItem> items = {};  // in their order, each once
    Instant given_at{};
    Date from_on{};
    Date through_on{};  // the last day on which it holds
    std::optional<Instant> revoked_at = {};
    std::optional<Date> ended_on = {};  // the first day on which it is revoked

    bool revoked() const { return revoked_at.has_value(); }
    bool holds(Date day) const { return !revoked() && from_on <= day && day <= through_on; }
    bool covers(ConsentItem item) const;
};

// As acts hold it.
JsonObject to_json(const Consent& consent);
Result<Consent> read_consent(const JsonObject& object);
JsonArray names_of(const std::vector<ConsentItem>& items);
// In their order, each once. InvalidInput "consents.unknown_item", "json.wrong_type".
Result<std::vector<ConsentItem>> read_items(const JsonArray& names);

}  // namespace credit::consents
