// Key and handlers (举报公钥、经办人员): an authority makes known to which key tips are sealed, and
// names the officers who may open them.
//
// A key has a last day; a newer one takes its place for what is filed from then on, and the older
// opens what was sealed to it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::tips {

struct NewKey {
    std::string point;  // in hexadecimal
    std::optional<Date> through_on;
};

// "tips.register_key", of the caller's authority, from the day of the act. Refused, with every
// ground: "tips.takes_none", "tips.not_a_key", "tips.key_known", "tips.key_end".
Result<ledger::Draft> register_key(const access::Occasion& occasion, const NewKey& key);

// "tips.name_handlers": these and no others. Refused "tips.takes_none", "tips.handlers_missing",
// "tips.not_an_officer".
Result<ledger::Draft> name_handlers(const access::Occasion& occasion,
                                    const std::vector<std::string>& accounts);

Result<void> apply_register_key(sql::Session& session, const ledger::Act& act);
Result<void> apply_name_handlers(sql::Session& session, const ledger::Act& act);

}  // namespace credit::tips
