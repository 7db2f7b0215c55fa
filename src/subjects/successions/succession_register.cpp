#include "subjects/successions/succession_register.h"

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/successions/succession.h"
#include "subjects/successions/succession.sql.h"

namespace credit::subjects {
namespace {

namespace statements = successions::statements;

Result<Succession> succession_of(const sql::Row& row) {
    const auto content = TRY(parse_object(row.text(0)));
    return read_succession(content);
}

}  // namespace

Result<std::string> SuccessionRegister::home_of(std::string_view succession_id) {
    const auto row = TRY(session_.find(statements::find_succession_home, {succession_id}));
    if (!row) return fail(ErrorCode::NotFound, "subjects.no_such_succession");
    return row->text(0);
}

Result<Succession> SuccessionRegister::find(std::string_view subject_key,
                                            std::string_view succession_id) {
    const auto row = TRY(session_.find(statements::find_succession, {subject_key, succession_id}));
    if (!row) return fail(ErrorCode::NotFound, "subjects.no_such_succession");
    return succession_of(*row);
}

Result<std::vector<Succession>> SuccessionRegister::of_subject(std::string_view subject_key) {
    std::vector<Succession> successions;
    for (const auto& row : TRY(session_.query(statements::successions_of, {subject_key}))) {
        successions.push_back(TRY(succession_of(row)));
    }
    return successions;
}

Result<void> SuccessionRegister::save(std::string_view subject_key, const Succession& succession) {
    const auto content = to_text(to_json(succession));
    TRY(session_.execute(statements::save_succession,
                         {subject_key, succession.succession_id, succession.from_on,
                          succession.annulled_on, content}));
    // Found by its first side, whichever of its acts is carried out first.
    if (subject_key != succession.keys().front()) return {};
    TRY(session_.execute(statements::save_succession_home,
                         {succession.succession_id, subject_key}));
    return {};
}

}  // namespace credit::subjects
