#include "subjects/register_subject.h"

#include "access/occasion.h"
#include "access/permits.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"
#include "subjects/subject_register.h"

namespace credit::subjects {
namespace {

// One identifier leads to one subject.
Result<void> refuse_taken_aliases(sql::Session& session, const SubjectFacts& facts) {
    for (const Alias& alias : facts.aliases) {
        const auto row = TRY(session.find(statements::find_alias, {alias.hash}));
        if (row && row->text(0) != facts.key.text()) {
            return fail(ErrorCode::Conflict, "subjects.alias_taken", {}, "/aliases");
        }
    }
    return {};
}

Result<void> refuse_older(sql::Session& session, const SubjectFacts& facts) {
    const auto known = TRY(SubjectRegister(session).find(facts.key));
    if (!known || !known->registered) return {};
    if (facts.registered && facts.as_of >= known->as_of) return {};
    return refuse({{.word = "subjects.older_than_known", .pointer = "/as_of"}});
}

}  // namespace

Result<ledger::Draft> register_subject(const access::Occasion& occasion,
                                       const SubjectFacts& facts) {
    TRY(access::authorise(occasion.principal, "submit_records", occasion.principal.authority));
    const Grounds grounds = judge(facts);
    if (!grounds.empty()) return refuse(grounds);
    TRY(refuse_older(occasion.session, facts));
    TRY(refuse_taken_aliases(occasion.session, facts));
    return ledger::Draft{.kind = "subjects.register",
                         .home_key = std::string(facts.key.text()),
                         .occurred_on = facts.as_of,
                         .body = to_text(to_json(facts))};
}

Result<void> apply_register_subject(sql::Session& session, const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    const SubjectFacts facts = TRY(read_facts(body));
    return SubjectRegister(session).save_act(facts, act.id);
}

}  // namespace credit::subjects
