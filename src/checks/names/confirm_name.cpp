#include "checks/names/confirm_name.h"

#include <string_view>

#include "checks/names/confirm_name.sql.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/subject_register.h"

namespace credit::checks {
namespace {

namespace statements = names::statements;

}  // namespace

Result<subjects::Match> confirm_name(sql::Session& session, const identity::SubjectKey& subject,
                                     std::string_view name, Date day) {
    bool known = false;
    bool same = false;
    const auto compare = [&](const sql::RowView& row) -> Result<void> {
        known = true;
        same = row.text(0) == name;
        return {};
    };
    TRY(session.read(statements::find_name, {subject.text()}, compare));
    if (!known) return subjects::Match::Unknown;
    if (same) return subjects::Match::Confirmed;
    return subjects::SubjectRegister(session).match(subject, name, day);
}

}  // namespace credit::checks
