// Repair case (信用修复办件): one application about one item, and how far it has come.
//
// applied → accepted, or not accepted → granted, refused, or shielded while a court-approved plan
// is carried out; a grant that rested on false material is revoked. Until the result it can be
// withdrawn, or taken as an objection; a result that an objection found wrong falls, and the case
// is taken up again. A case is closed when everyone who was told of the item has acknowledged; that
// is derived, and stands in no column.
//
// Law: guobanfa-2025-22 — one entrance, acceptance, result; who found it repairs it

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "repair/item.h"

namespace credit::repair {

enum class State {
    Applied,           // 已申请, dispatched to the deciding authority
    Accepted,          // 已受理
    NotAccepted,       // 不予受理: papers are missing
    Granted,           // 准予修复
    Refused,           // 不予修复
    Shielded,          // 暂时屏蔽、暂时解除: while a plan approved by a court is carried out
    Resumed,           // 恢复: the plan failed
    Revoked,           // 撤销修复
    Withdrawn,         // 撤回申请
    Annulled,          // 原结果不成立: found wrong, and nothing is left to decide
    TakenAsObjection,  // 转为异议: with the applicant's consent
};

std::string_view name_of(State state);  // "applied", "not_accepted" …
Result<State> parse_state(std::string_view name);

enum class Way {
    Ordinary,  // 纠正失信行为
    Service,   // 参加公益服务: a person, on the certificate of an authority
    Court,     // 破产重整、和解: on the ruling of a court
};

std::string_view name_of(Way way);  // "ordinary", "service", "court"
Result<Way> parse_way(std::string_view name);

struct RepairCase {
    std::string subject_key = {};
    std::string case_id = {};
    ItemKind item_kind = ItemKind::Record;
    std::string item_id = {};
    std::string authority = {};  // that decides
    Way way = Way::Ordinary;
    State state = State::Applied;
    std::string filed_by = {};  // the account that brought it
    std::string filed_at = {};  // of a window: its authority; empty where the subject applied
    Date applied_on{};
    Date acceptance_due{};     // last day for deciding on acceptance
    bool provisional = false;  // a day was counted into a year without an official notice
    std::optional<Date> accepted_on = {};
    std::optional<Date> result_due = {};  // last day for the result
    bool extended = false;
    std::optional<Date> overdue_on = {};  // from which day the authority is named as overdue
    std::optional<Date> decided_on = {};
    std::optional<std::string> decided_by = {};  // the act that granted or shielded
    std::optional<Date> reevaluate_on = {};      // of a shielded item
    std::optional<Date> wait_through = {};       // no repair until then, after false material

    bool open() const { return state == State::Applied || state == State::Accepted; }
    // Silence past the last day accepts: the clerk may not have said so yet.
    bool taken_as_accepted(Date day) const {
        return state == State::Applied && day > acceptance_due;
    }
};

// As acts hold it.
JsonObject to_json(const RepairCase& repair);
Result<RepairCase> read_case(const JsonObject& object);

}  // namespace credit::repair
