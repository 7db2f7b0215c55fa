// Acts about questions (询问、答复、逾期): "lookups.ask", "lookups.answer_question",
// "lookups.name_overdue".

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {

// By the subject itself, about a look-up that it can read. NotPermitted unless the account is the
// subject's; Conflict "lookups.asked_already".
Result<ledger::Draft> ask(const access::Occasion& occasion, const Lookup& lookup,
                          std::string_view words);

struct QuestionAnswer {
    bool allowed = false;
    std::string article;      // "<instrument> art. 22", when it was allowed
    std::string case_number;  // as above
    std::string consequence;  // when it was not: one of consequences()
    std::string words;        // the reasons, shown to the subject
};

// What follows when a look-up was not allowed (查询不合规的后果); each is a word of
// "lookups.consequence".
std::span<const std::string_view> consequences();

// By an officer of the authority asked, or of one that took over its work; late, too. Refused, in
// this order: "lookups.not_your_question", "lookups.answered_already"; when allowed
// "lookups.article_missing", "lookups.article_unknown", "lookups.article_not_in_force" (on the day
// of the look-up), "lookups.case_missing"; when not "lookups.consequence_unknown"; in both
// "lookups.answer_words_missing".
Result<ledger::Draft> answer_question(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view question_id,
                                      const QuestionAnswer& answer);

// When the clock of a question has run out: the authority is named, its auditor is told. Refused
// "lookups.question_not_due" before, and when it was answered.
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

// Of all three.
Result<void> apply_question(sql::Session& session, const ledger::Act& act);

}  // namespace credit::lookups
