#include "records/intake/confirmed_key.h"

#include <optional>

#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"
#include "subjects/subject_register.h"

namespace credit::records {

Result<std::optional<identity::SubjectKey>> confirmed_key(sql::Session& session,
                                                          const subjects::Identifiers& identifiers,
                                                          const identity::Identifier& number,
                                                          const NameGiven& given) {
    if (const auto key = identifiers.key_of(number)) return key;
    std::optional<identity::SubjectKey> none;
    const auto found = TRY(identifiers.resolve(session, number, given.day));
    if (!found) return none;
    subjects::SubjectRegister known(session);
    const auto match = TRY(known.match(found->key, given.name, given.day));
    return match == subjects::Match::Confirmed ? std::optional(found->key) : none;
}

}  // namespace credit::records
