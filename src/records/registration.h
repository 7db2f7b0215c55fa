// Registration records (登记注册基本信息): what they say of the subject itself.

#pragma once

#include <cstdint>
#include <string_view>

#include "foundation/result.h"
#include "identity/identifier.h"
#include "records/intake/intake_rules.h"
#include "records/intake/row.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/subject.h"

namespace credit::records {

// The facts of a registration row. Its identifiers become aliases, its representative a role.
subjects::SubjectFacts facts_of_registration(const Row& row, const Admission& admission,
                                             const subjects::Identifiers& identifiers,
                                             const identity::SubjectKey& subject,
                                             const std::optional<identity::SubjectKey>& person);

// When rows become visible: subjects of whom they are the first that is known, and what
// registration rows say. Rows after `from` up to and with `through`.
Result<void> make_subjects_known(sql::Session& session, std::string_view submission_id,
                                 std::int64_t from, std::int64_t through);

// What is known of a subject, derived anew from the acts that registered it, from the registrations
// that were not withdrawn, and from its first record: after a registration was taken back, nothing
// that it alone said stands any longer, and all that others said does.
Result<void> derive_subject_again(sql::Session& session, std::string_view subject_key);

}  // namespace credit::records
