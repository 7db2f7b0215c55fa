// Filing of a tip (提交举报), by anybody, without an account.
//
// What it names outside the box is what the register may know. The passphrase by which it is
// followed up is hashed before the act; the receipt's number is the act's own.
//
// Law: luzhengfa-2017-44 item 14

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "files/evidence.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::tips {

struct Filing {
    std::string authority;
    std::string domain;
    std::string subject_key;  // of an organisation; empty where none was named
    std::string key_id;       // as the box says
    std::string passphrase;   // hashed
};

// What a tip is followed up with: 26 letters and digits of base 32, which are 130 bits; dashes and
// blanks are left out. InvalidInput "tips.passphrase_form".
Result<std::string> read_passphrase(std::string_view typed);

// Whether it may be filed; asked before the box is kept, and again by the act. Refused, with every
// ground: "tips.no_such_domain", "tips.not_competent", "tips.no_key".
Result<void> judge_filing(sql::Session& session, const catalogue::Catalogue& catalogue,
                          const Filing& filing, Date day);

// "tips.file_tip", homed at the authority; the tip is the act's id with "-t".
Result<ledger::Draft> file_tip(const access::Occasion& occasion, const Filing& filing,
                               const files::Evidence& sealed);

}  // namespace credit::tips
