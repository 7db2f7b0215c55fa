// Execution (执行反馈): what one authority has to do, or may do, about one subject, and of each
// measure what it did, or why it did nothing.
//
// Opened by a check that told duties (its id is the receipt), or by a listing that takes force
// (联合惩戒发起), for each authority that carries out measures of its standard. Closed by answers:
// each duty gets one, which is never changed; a wrong one is corrected by a further act that
// stands beside it. Group C bodies have none. Whether a duty still binds is not
// kept here: it follows from its listing or order on the day of asking.
//
// Law:     luzhengfa-2017-44 items 2, 16 — start, respond, execute, feed back
//          luzhengfa-2017-44 item 18 — what is recommended may be left, by the authority itself
//          guobanfa-2020-49 — nobody is restrained beyond what the law says; the market is not
//          tasked
// Reading: decision 0185: the clock, the closed list of grounds, and what the answer rests on

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::execution {

// Why nothing was done (未执行的理由).
enum class Why : std::uint8_t {
    NoCompetence,   // 无此职权
    NoSuchSubject,  // 本机关没有该主体的办件
    NotApplicable,  // 措施不适用于该事项
    Pending,        // 暂停、暂缓或者异议未结
    Ended,          // 期间已移出、届满
    OrderMissing,   // 对自然人没有个别决定
    NotTaken,       // 推荐性措施未采取
};

std::string_view name_of(Why why);
// InvalidInput "execution.ground_unknown".
Result<Why> parse_why(std::string_view name);

// What was done on one duty.
struct Outcome {
    bool executed = false;
    std::optional<Why> why = {};       // when it was not
    std::string words = {};            // 说明
    std::optional<Date> done_on = {};  // when it was
    std::string document_number = {};  // 文书号, when it was
    std::string order_id = {};         // the individual order on a person
    std::string officer = {};          // who decided it: name
    std::string office = {};           // and office
    std::string corrects = {};         // 更正理由: why it takes the place of the one before
    Date recorded_on{};

    // Whether both say the same of the duty, whenever they were recorded.
    bool says_as(const Outcome& other) const;
};

struct Duty {
    std::string item_id;                    // of the listing or order
    bool by_order = false;                  // the item is an individual order
    std::string decided_by;                 // code of the authority that decided the item
    std::string measure;                    // id in the catalogue
    bool mandatory = false;                 // else recommended
    bool needs_order = false;               // binds this subject by an individual order alone
    std::optional<Outcome> outcome = {};    // the first, which is never changed
    std::vector<Outcome> corrections = {};  // 更正: later ones, each in the place of the one before

    // What stands: the last correction, or the first outcome. Null when there is none.
    const Outcome* stands() const;
};

struct Execution {
    std::string subject_key = {};
    std::string execution_id = {};
    std::string origin = {};     // "check", "listing"
    std::string authority = {};  // code of the one that answers
    std::string matter = {};
    std::string case_number = {};
    Date opened_on{};
    Date due_on{};
    bool provisional = false;              // a day was counted into a year without a notice
    std::optional<Date> accepted_on = {};  // 已响应
    std::optional<Date> overdue_on = {};   // 逾期: when it was named last
    std::optional<Date> lapsed_on = {};    // it was over before anybody had answered
    std::vector<Duty> duties = {};

    // A duty is not answered, and can still be.
    bool open() const;
    // Opened by a listing, not by a check.
    bool is_task() const { return origin == "listing"; }
    // Null when there is none.
    Duty* find(std::string_view item_id, std::string_view measure);
};

// As acts hold it.
JsonObject to_json(const Execution& execution);
JsonObject to_json(const Duty& duty);
Result<Execution> read_execution(const JsonObject& object);

}  // namespace credit::execution
