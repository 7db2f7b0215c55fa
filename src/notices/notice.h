// Notice (通知): what the subject is told of one act that touches it.
//
// A row says that it is owed and of which act; its text is made when it is read, from the act's
// body, so that no text with an identifier is ever kept and an erased act has no notice to show.

#pragma once

#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "notices/notice_kind.h"
#include "sql/session.h"

namespace credit::notices {

struct Notice {
    std::string subject_key;
    std::string notice_id;  // act id and "-n"
    std::string act_id;
    std::string word;
    std::string about_id;   // the listing, order, record or objection
    std::string authority;  // on whose behalf the act was performed; empty for the register itself
    Instant made_at{};      // when it entered the register
    bool needs_proof = false;
    bool urgent = false;
};

// The row for an act whose home is a subject, and what is to be sent through the channels that the
// subject opened. Nothing where the word is empty or the home is no subject. In the act's
// transaction, after its effects.
Result<void> write(sql::Session& session, const ledger::Act& act, std::string_view word);

}  // namespace credit::notices
