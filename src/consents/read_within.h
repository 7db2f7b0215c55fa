// Reading within a consent (授权查询): whether a bank may have what it asks for.
//
// Law: sd-social-credit-regulation-2020 art. 21 — what was authorised, by whom it was authorised
//      personal-information-protection-law-2021 arts. 6, 14, 15 — within the purpose; a change of
//      purpose or of kinds needs a consent anew; nothing after withdrawal

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "consents/consent.h"
#include "consents/consent_item.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::consents {

// The ground of such a look-up, in the catalogue's words.
inline constexpr std::string_view consent_ground = "subject_consent";

// A bank on that day; for a purpose of the market an association or a credit service too.
bool may_be_given(const catalogue::Catalogue& catalogue, std::string_view code,
                  std::string_view purpose, Date day);

struct BankQuestion {
    std::string_view bank;  // of the account that asks
    std::string purpose;
    std::vector<ConsentItem> items;  // all of the consent where none is named
};

// Every ground against it, in this order; empty when it may be answered. To another bank
// "consents.not_yours" alone, whatever else is true of the consent; "consents.not_a_bank",
// "consents.revoked", "consents.over" (its last day), "consents.other_purpose",
// "consents.item_not_consented" (each item).
Grounds judge_reading(const catalogue::Catalogue& catalogue, const Consent& consent,
                      const BankQuestion& question, Date day);

}  // namespace credit::consents
