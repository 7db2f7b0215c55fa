#include "lookups/questions/ask.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/lookup.h"
#include "lookups/questions/question.h"
#include "lookups/signs/sign.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

constexpr std::string_view ask_kind = "lookups.ask";
constexpr std::string_view answer_kind = "lookups.answer_question";
constexpr std::string_view overdue_kind = "lookups.name_overdue";
constexpr std::string_view recount_kind = "lookups.recount_question";

constexpr std::array<std::string_view, 4> all_consequences{
    "access_withdrawn",     // 收回查询权限
    "officer_dealt_with",   // 追究经办人责任
    "information_deleted",  // 删除所取得的信息
    "procedure_corrected",  // 纠正办理程序
};

ledger::Draft draft_of(std::string_view kind, const Question& question, Date day,
                       JsonObject said = {}) {
    said["question"] = to_json(question);
    return {.kind = std::string(kind),
            .home_key = question.subject_key,
            .occurred_on = day,
            .body = to_text(said)};
}

// Who answers for the authority today: itself, or whoever took over its work.
std::string answering_for(const access::Occasion& occasion, const std::string& authority) {
    const auto current = occasion.catalogue.authorities.current(authority, occasion.day);
    return current ? (*current)->code : authority;
}

void judge_allowed(Grounds& grounds, const access::Occasion& occasion, const Question& question,
                   const QuestionAnswer& answer) {
    const auto citation = law::parse_citation(answer.article);
    const auto* const instrument = occasion.law.instrument(citation.instrument);
    const bool named = !answer.article.empty();
    require(grounds, named, "lookups.article_missing");
    require(grounds, !named || instrument != nullptr, "lookups.article_unknown");
    require(grounds, instrument == nullptr || instrument->in_force(day_of(question.looked_at)),
            "lookups.article_not_in_force");
    require(grounds, !answer.case_number.empty(), "lookups.case_missing");
}

Grounds judge_answer(const access::Occasion& occasion, const Question& question,
                     const QuestionAnswer& answer) {
    Grounds grounds;
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, question.authority),
        "lookups.not_your_question");
    require(grounds, !question.answered_on.has_value(), "lookups.answered_already");
    if (answer.allowed) {
        judge_allowed(grounds, occasion, question, answer);
    } else {
        require(grounds,
                std::ranges::find(all_consequences, answer.consequence) != all_consequences.end(),
                "lookups.consequence_unknown");
    }
    // personal-information-protection-law-2021 art. 50: with reasons.
    require(grounds, !answer.words.empty(), "lookups.answer_words_missing");
    return grounds;
}

// What its auditor is told of a question: that it was not answered, or that it was not allowed.
Result<void> tell_auditor(sql::Session& session, const ledger::Act& act, const Question& question) {
    const bool overdue = act.kind == overdue_kind;
    const bool misused = act.kind == answer_kind && question.allowed == false;
    if (!overdue && !misused) return {};
    return SignRegister(session).save(
        {.home_key = question.subject_key,
         .sign_id = act.id + "-1",
         .authority = question.authority,
         .kind = std::string(name_of(overdue ? SignKind::QuestionOverdue : SignKind::NotAllowed)),
         .account = {},
         .about = question.question_id,
         .happened_on = day_of(question.looked_at),
         .raised_on = act.occurred_on,
         .lookups = question.lookup_id});
}

}  // namespace

std::span<const std::string_view> consequences() {
    return all_consequences;
}

Result<ledger::Draft> ask(const access::Occasion& occasion, const Lookup& lookup,
                          std::string_view words) {
    TRY(access::authorise(occasion.principal, "ask_about_lookup", occasion.principal.authority));
    if (occasion.principal.subject_key.empty() ||
        occasion.principal.subject_key != lookup.subject_key) {
        return fail(ErrorCode::NotPermitted, "lookups.not_on_you");
    }
    if (TRY(QuestionRegister(occasion.session).about(lookup.subject_key, lookup.id))) {
        return fail(ErrorCode::Conflict, "lookups.asked_already");
    }
    const auto period = TRY(occasion.law.period("lookup.question.answer", occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, occasion.day);
    const Question question{.subject_key = lookup.subject_key,
                            .question_id = occasion.act_id + "-1",
                            .lookup_id = lookup.id,
                            .authority = answering_for(occasion, lookup.authority),
                            .matter = lookup.reason.matter,
                            .purpose = lookup.reason.purpose,
                            .ground = lookup.reason.ground,
                            .case_number = lookup.reason.case_number,
                            .looked_at = lookup.looked_at,
                            .asked_on = occasion.day,
                            .due_on = due.day,
                            .provisional = due.provisional};
    const auto* const parameter =
        TRY(occasion.law.parameter("lookup.question.answer", occasion.day));
    return draft_of(ask_kind, question, occasion.day,
                    {{"words", words}, {"article", law::to_text(parameter->citation)}});
}

Result<ledger::Draft> answer_question(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view question_id,
                                      const QuestionAnswer& answer) {
    TRY(access::authorise(occasion.principal, "answer_lookup_question",
                          occasion.principal.authority));
    auto question = TRY(QuestionRegister(occasion.session).find(subject_key, question_id));
    auto grounds = judge_answer(occasion, question, answer);
    if (!grounds.empty()) return refuse(std::move(grounds));
    question.authority = occasion.principal.authority;
    question.answered_on = occasion.day;
    question.allowed = answer.allowed;
    question.words = answer.words;
    if (answer.allowed) {
        question.article = answer.article;
        question.answer_case = answer.case_number;
    } else {
        question.consequence = answer.consequence;
    }
    return draft_of(answer_kind, question, occasion.day);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    auto question = TRY(QuestionRegister(occasion.session).find(clock.subject_key, clock.about_id));
    if (occasion.day <= question.due_on || question.answered_on || question.overdue_on) {
        return refuse({{.word = "lookups.question_not_due"}});
    }
    question.authority = answering_for(occasion, question.authority);
    question.overdue_on = occasion.day;
    return draft_of(overdue_kind, question, occasion.day);
}

Result<void> apply_question(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "question"));
    const auto question = TRY(read_question(*object));
    TRY(QuestionRegister(session).save(question));
    TRY(ledger::clear_clocks_about(session, question.subject_key, question.question_id, "",
                                   act.id));
    if (act.kind == ask_kind || act.kind == recount_kind) {
        const auto article = TRY(read_text(body, "article"));
        return ledger::set_clock(session, {.subject_key = question.subject_key,
                                           .clock_id = act.id + "-1",
                                           .kind = std::string(question_clock),
                                           .about_id = question.question_id,
                                           .due_on = question.due_on,
                                           .article = article,
                                           .act_id = act.id});
    }
    return tell_auditor(session, act, question);
}

}  // namespace credit::lookups
