// Question about a look-up (“这次查询合规吗？”): the subject asks the authority that looked, which
// answers within a period; silence past it is named.
//
// The subject's own words and the authority's reasons stand in the acts; the authority's are shown
// with the answer.
//
// Law:     personal-information-protection-law-2021 arts. 44, 48, 50 — a person may know of and ask
//          about the handling of his information, and is answered with reasons
// Reading: decision 0132: who is asked, within which period, and what follows silence

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::lookups {

// The kind of its clock: "lookups.question".
inline constexpr std::string_view question_clock = "lookups.question";

struct Question {
    std::string subject_key;
    std::string question_id;
    std::string lookup_id;
    std::string authority;  // that looked, or took over its work
    std::string matter;
    std::string purpose;
    std::string ground;
    std::string case_number;
    Instant looked_at{};
    Date asked_on{};
    Date due_on{};
    bool provisional = false;
    std::optional<Date> overdue_on = {};  // 逾期
    std::optional<Date> answered_on = {};
    std::optional<bool> allowed = {};
    std::optional<std::string> article = {};
    std::optional<std::string> answer_case = {};
    std::optional<std::string> consequence = {};  // of consequences()
    std::optional<std::string> words = {};        // the authority's reasons
};

JsonObject to_json(const Question& question);
Result<Question> read_question(const JsonObject& object);

class QuestionRegister {
public:
    explicit QuestionRegister(sql::Session& session) : session_(session) {}

    // The subject of a question. NotFound "lookups.no_such_question".
    Result<std::string> home_of(std::string_view question_id);
    Result<Question> find(std::string_view subject_key, std::string_view question_id);
    // The one about that look-up; none when it was not asked.
    Result<std::optional<Question>> about(std::string_view subject_key, std::string_view lookup_id);
    // Of a subject, the newest first.
    Result<std::vector<Question>> of_subject(std::string_view subject_key);
    // To an authority, older than `before` (empty: from the newest on), the newest first.
    Result<std::vector<Question>> to_authority(std::string_view authority, std::string_view before,
                                               std::int64_t limit);

    // For apply alone.
    Result<void> save(const Question& question);

private:
    sql::Session& session_;
};

}  // namespace credit::lookups
