// Protected subject (重点保护对象): a subject, named by its key alone, whose every look-up is shown
// to an auditor: a member of the authority's own staff, or a well-known person.
//
// Nothing is changed for the subject, and no answer says that it is on the list.
//
// Beyond: the list. Of its own staff an authority's auditor keeps it, of well-known persons the
//         auditor of the credit office.

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
#include "lookups/signs/curiosity.h"
#include "sql/session.h"

namespace credit::lookups {

struct Protection {
    std::string subject_key;
    std::string protection_id;
    std::string kind;       // "colleague", "well_known"
    std::string authority;  // whose auditor keeps it
    Date from_on{};
    std::optional<Date> ended_on = {};
};

class ProtectionRegister {
public:
    explicit ProtectionRegister(sql::Session& session) : session_(session) {}

    // The subject of one. NotFound "lookups.no_such_protection".
    Result<std::string> home_of(std::string_view protection_id);
    Result<Protection> find(std::string_view subject_key, std::string_view protection_id);
    // Of a subject, ended ones included.
    Result<std::vector<Protection>> of_subject(std::string_view subject_key);
    // What an authority's auditor keeps and has not ended.
    Result<std::vector<Protection>> kept_by(std::string_view authority);

    Result<Keys> colleagues_of(std::string_view authority);
    Result<Keys> well_known();

    // For apply alone.
    Result<void> save(const Protection& protection);

private:
    sql::Session& session_;
};

// "lookups.protect_subject", by an auditor. Refused "lookups.protection_kind",
// "lookups.not_register_auditor" (well-known persons are for the credit office's auditor),
// "lookups.protected_already".
Result<ledger::Draft> protect_subject(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view kind);
// "lookups.end_protection", by an auditor of the same authority. Refused
// "lookups.not_your_protection", "lookups.protection_over".
Result<ledger::Draft> end_protection(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view protection_id);
// Of both.
Result<void> apply_protection(sql::Session& session, const ledger::Act& act);

}  // namespace credit::lookups
