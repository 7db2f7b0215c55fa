#include "lookups/questions/question.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lookups/questions/question.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = questions::statements;

template <typename Member>
using Field = std::pair<std::string_view, Member Question::*>;

constexpr std::array<Field<std::string>, 8> texts{{
    {"subject", &Question::subject_key},
    {"question", &Question::question_id},
    {"lookup", &Question::lookup_id},
    {"authority", &Question::authority},
    {"matter", &Question::matter},
    {"purpose", &Question::purpose},
    {"ground", &Question::ground},
    {"case", &Question::case_number},
}};

constexpr std::array<Field<std::optional<std::string>>, 4> optional_texts{{
    {"article", &Question::article},
    {"answer_case", &Question::answer_case},
    {"consequence", &Question::consequence},
    {"words", &Question::words},
}};

constexpr std::array<Field<std::optional<Date>>, 2> optional_days{{
    {"overdue_on", &Question::overdue_on},
    {"answered_on", &Question::answered_on},
}};

constexpr std::array<Field<Date>, 2> days{{
    {"asked_on", &Question::asked_on},
    {"due_on", &Question::due_on},
}};

std::optional<bool> optional_flag(const sql::Row& row, std::size_t column) {
    const auto number = row.optional_integer(column);
    if (!number) return std::nullopt;
    return *number != 0;
}

// In the order of the columns of every SELECT in question.sql.
Question read_row(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .question_id = row.text(1),
            .lookup_id = row.text(2),
            .authority = row.text(3),
            .matter = row.text(4),
            .purpose = row.text(5),
            .ground = row.text(6),
            .case_number = row.text(7),
            .looked_at = Instant{row.integer(8)},
            .asked_on = row.date(9),
            .due_on = row.date(10),
            .provisional = row.integer(11) != 0,
            .overdue_on = row.optional_date(12),
            .answered_on = row.optional_date(13),
            .allowed = optional_flag(row, 14),
            .article = row.optional_text(15),
            .answer_case = row.optional_text(16),
            .consequence = row.optional_text(17),
            .words = row.optional_text(18)};
}

std::vector<Question> read_rows(const sql::Rows& rows) {
    std::vector<Question> all;
    all.reserve(rows.size());
    for (const auto& row : rows) all.push_back(read_row(row));
    return all;
}

}  // namespace

JsonObject to_json(const Question& question) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = question.*member;
    object["looked_at"] = question.looked_at.milliseconds;
    for (const auto& [name, member] : days) object[name] = calendar::to_text(question.*member);
    object["provisional"] = question.provisional;
    for (const auto& [name, member] : optional_days) {
        if (const auto& day = question.*member) object[name] = calendar::to_text(*day);
    }
    if (question.allowed) object["allowed"] = *question.allowed;
    for (const auto& [name, member] : optional_texts) {
        if (const auto& text = question.*member) object[name] = *text;
    }
    return object;
}

Result<Question> read_question(const JsonObject& object) {
    Question question;
    for (const auto& [name, member] : texts) question.*member = TRY(read_text(object, name));
    question.looked_at = Instant{TRY(read_integer(object, "looked_at"))};
    for (const auto& [name, member] : days) {
        question.*member = TRY(calendar::read_date(object, name));
    }
    question.provisional = TRY(read_flag(object, "provisional"));
    for (const auto& [name, member] : optional_days) {
        question.*member = TRY(calendar::read_optional_date(object, name));
    }
    if (object.contains("allowed")) question.allowed = TRY(read_flag(object, "allowed"));
    for (const auto& [name, member] : optional_texts) {
        question.*member = TRY(read_optional_text(object, name));
    }
    return question;
}

Result<std::string> QuestionRegister::home_of(std::string_view question_id) {
    const auto row = TRY(session_.find(statements::find_question_home, {question_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_question");
    return row->text(0);
}

Result<Question> QuestionRegister::find(std::string_view subject_key,
                                        std::string_view question_id) {
    const auto row = TRY(session_.find(statements::find_question, {subject_key, question_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_question");
    return read_row(*row);
}

Result<std::optional<Question>> QuestionRegister::about(std::string_view subject_key,
                                                        std::string_view lookup_id) {
    const auto row = TRY(session_.find(statements::find_question_about, {subject_key, lookup_id}));
    if (!row) return std::nullopt;
    return read_row(*row);
}

Result<std::vector<Question>> QuestionRegister::of_subject(std::string_view subject_key) {
    return read_rows(TRY(session_.query(statements::questions_of, {subject_key})));
}

Result<std::vector<Question>> QuestionRegister::to_authority(std::string_view authority,
                                                             std::string_view before,
                                                             std::int64_t limit) {
    const std::string_view start = before.empty() ? std::string_view("Z") : before;
    return read_rows(TRY(session_.query(statements::questions_to, {authority, start, limit})));
}

Result<void> QuestionRegister::save(const Question& question) {
    std::optional<std::int64_t> allowed;
    if (question.allowed) allowed = *question.allowed ? 1 : 0;
    const std::array<sql::Value, 19> values{
        question.subject_key, question.question_id, question.lookup_id,
        question.authority,   question.matter,      question.purpose,
        question.ground,      question.case_number, question.looked_at.milliseconds,
        question.asked_on,    question.due_on,      question.provisional ? 1 : 0,
        question.overdue_on,  question.answered_on, allowed,
        question.article,     question.answer_case, question.consequence,
        question.words};
    TRY(session_.execute(statements::save_question, values));
    return {};
}

}  // namespace credit::lookups
