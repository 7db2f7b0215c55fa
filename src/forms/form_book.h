// Unsent forms (未提交的表单): what an account filled in and has not sent, so that a form begun at
// one desk is ended at another, or after a sign-out.
//
// No act and no fact: nothing follows from it and no log holds it. It is sealed, since forms name
// people, read by its account alone, gone when it is sent, and gone after the days that the law's
// table gives. Not derived and never rebuilt.
//
// Law:     personal-information-protection-law-2021 arts. 19, 51 — no longer than needed; sealed
// Reading: decision 0225

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::forms {

struct UnsentForm {
    std::string name;  // of the form, as the page calls it
    JsonObject values;
    Instant saved_at{};
    Date kept_through{};  // the last day on which it is there
};

class FormBook {
public:
    // All must outlive it.
    FormBook(sql::Session& session, const ledger::Keys& keys, const law::Library& law)
        : session_(session), keys_(keys), law_(law) {}

    // In place of what was kept of that form. InvalidInput "forms.name", "forms.never_kept",
    // "forms.too_long"; Conflict "forms.too_many".
    Result<void> save(std::string_view account, std::string_view name, const JsonObject& values,
                      Instant now);
    // Also when there is none.
    Result<void> forget(std::string_view account, std::string_view name);
    // Those that are still kept on the day, the oldest first. InvalidInput
    // "foundation.seal_broken".
    Result<std::vector<UnsentForm>> of_account(std::string_view account, Date day);
    // Those that are no longer kept; how many there were.
    static Result<std::int64_t> forget_old(sql::Session& session, Date day);

private:
    sql::Session& session_;
    const ledger::Keys& keys_;
    const law::Library& law_;
};

}  // namespace credit::forms
