// Signs of curiosity (异常查询线索), and what else an authority's auditor is told of its look-ups:
// a question not answered in time, a look-up that was not allowed.
//
// A sign says what to look at. It is no finding, and nothing follows from it by itself: the auditor
// looks, and closes it with words. It names accounts, cases and receipts, and never whom was looked
// at.
//
// Law:    personal-information-protection-law-2021 arts. 51, 54 — rights of access are set and used
//         rightly, and that is audited
// Beyond: the register looks for the signs by itself.

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

enum class SignKind : std::uint8_t {
    NoLiveCase,       // 办件编号查无此案
    CaseOfMany,       // 同一办件用于多个主体
    Burst,            // 短时集中查询
    Colleague,        // 查询本单位人员
    WellKnown,        // 查询公众人物
    QuestionOverdue,  // 询问逾期未答复
    NotAllowed,       // 承认查询不合规
};

std::string_view name_of(SignKind kind);  // "no_live_case" …

struct Sign {
    std::string home_key;
    std::string sign_id;
    std::string authority;
    std::string kind;     // name_of(SignKind)
    std::string account;  // whose look-ups; empty where it is about a case or a question
    std::string about;    // the case number or the question; may be empty
    Date happened_on{};
    Date raised_on{};
    std::string lookups;  // receipts, with a blank between
    std::optional<Date> closed_on = {};
    std::optional<std::string> finding = {};  // of findings()
    std::optional<std::string> words = {};
};

JsonObject to_json(const Sign& sign);
Result<Sign> read_sign(const JsonObject& object);

class SignRegister {
public:
    explicit SignRegister(sql::Session& session) : session_(session) {}

    // The home key of a sign. NotFound "lookups.no_such_sign".
    Result<std::string> home_of(std::string_view sign_id);
    Result<Sign> find(std::string_view home_key, std::string_view sign_id);
    // Whether the same was raised already, closed or not.
    Result<bool> stands(const Sign& sign);
    // Of an authority, older than `before` (empty: from the newest on), the newest first.
    Result<std::vector<Sign>> of_authority(std::string_view authority, std::string_view before,
                                           std::int64_t limit);

    // For apply alone.
    Result<void> save(const Sign& sign);

private:
    sql::Session& session_;
};

}  // namespace credit::lookups
