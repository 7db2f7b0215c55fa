// Objection (异议): what the subject, its representative, or an executing unit holds against an
// item of information, point by point, and how far it was answered.
//
// An objection that is open is itself the hold: every joint measure that hangs on its item is out
// of every answer while one row says that it is open, and nothing else is written to stop or to
// resume it. The original decision stays as it is.
//
// Law:     luzhengfa-2017-44 item 20 — measures are not executed while information is verified;
//          what is wrong is corrected or withdrawn
//          sd-social-credit-regulation-2020 art. 39 — who may object, against what, and the clocks
// Reading: decision 0113: joint measures are suspended at once, the decision itself never
//          decision 0122: silence resolves for the subject

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::objections {

// What is objected to.
enum class About : std::uint8_t {
    Listing,     // 列入
    Order,       // 个别决定
    Record,      // 信用信息记录
    Repair,      // 修复结果
    Commitment,  // 未履行承诺的认定
    Naming,      // 责任人员记入
    Succession,  // 合并、分立
};

std::string_view name_of(About about);
Result<About> parse_about(std::string_view name);

// Who filed it.
enum class Filer : std::uint8_t {
    Subject,         // 信用主体本人
    Representative,  // 代理人, with proof of authority
    ExecutingUnit,   // 实施单位, which found an error
};

std::string_view name_of(Filer filer);
Result<Filer> parse_filer(std::string_view name);

enum class State : std::uint8_t {
    Filed,              // 已受理, examined by the register
    Forwarded,          // 已转核, with the unit that provided the information
    CorrectionPending,  // 待更正: the unit was silent past its clock
    Upheld,             // 异议成立
    PartlyUpheld,       // 部分成立
    NotUpheld,          // 异议不成立
    Refused,            // 重复异议不予受理
    Withdrawn,          // 撤回
};

std::string_view name_of(State state);
Result<State> parse_state(std::string_view name);
// While it is open, no measure that hangs on the item is executable.
bool is_open(State state);

// One thing that is held against the item, and its answer.
struct Point {
    std::string aspect;   // "content", "period", "listing", "measure", "publicity", "repair_result"
    std::string said;     // what is wrong, in the objector's words
    std::string finding;  // "upheld", "not_upheld"; empty while it is open
    std::string reasons;  // of the finding
    std::string changed = {};  // of a correction: what the item says now
};

// The aspects that there are (异议事项).
bool is_aspect(std::string_view aspect);

struct Objection {
    std::string subject_key;
    std::string objection_id;
    About about = About::Listing;
    std::string about_id;
    std::string item_id = {};  // of the result of a repair: the item that the case is about
    std::string source;        // code of the authority that answers for the information
    Filer filer = Filer::Subject;
    std::string filed_by = {};  // code of the office at which it was filed; empty: own account
    State state = State::Filed;
    Date filed_on{};
    std::optional<Date> due_on = {};  // last day for the answer; none once it is given
    bool provisional = false;         // a day was counted into a year without a notice
    bool extended = false;
    std::string silent = {};  // code of the unit whose silence resolved it
    std::optional<Date> concluded_on = {};
    std::vector<Point> points;
    std::vector<std::string> files = {};  // evidence, by id
};

// Whether the time for its answer was over on that day, so that only what is for the subject may
// follow: the clerk may not have said so yet.
bool silence_resolved(const Objection& objection, Date day);
// Code of whoever was silent: the unit to which it was passed on, or "register".
std::string silent_unit(const Objection& objection);

// As acts hold it.
JsonObject to_json(const Objection& objection);
Result<Objection> read_objection(const JsonObject& object);

}  // namespace credit::objections
