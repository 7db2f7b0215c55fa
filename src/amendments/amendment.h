// Amendment (目录变更) as the register keeps it: what it changes, how far it has come, and who did
// which step of it.
//
// drafted → (consultation, approvals) → approved → completed; withdrawn before its day. It takes
// force on its first day by itself: every row of the catalogue is read by day.
//
// Law:     luzhengfa-2017-44 item 5 — a local standard is carried out once the national authority
//          and the provincial government have examined it
//          guobanfa-2020-49 item 7 — the standard is open to public comment
// Reading: decision 0165: what an amendment may do, and to whom it applies

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/amended/amendment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::amendments {

// The one home of all of them: the catalogue.
inline constexpr std::string_view catalogue_home = "R";

struct Consultation {
    std::optional<Date> opened_on = {};
    std::optional<Date> through = {};    // last day for comments
    std::optional<Date> closed_on = {};  // what came in was considered
};

struct Amendment {
    std::string amendment_id = {};
    std::string state = {};  // "drafted", "approved", "withdrawn", "completed"
    std::string title = {};
    std::string document_number = {};
    std::string reasons = {};
    bool local = false;  // a local standard or measure takes force by it
    std::string drafted_by = {};
    Date drafted_on{};
    Consultation consultation = {};
    std::optional<Date> national_on = {};  // 国家主管部门审定
    std::optional<Date> province_on = {};  // 省政府审定
    std::string approved_by = {};
    std::optional<Date> approved_on = {};
    std::optional<Date> completed_on = {};
    JsonObject content = {};  // as read_content reads it

    Date from() const;
};

// As acts hold it.
JsonObject to_json(const Amendment& amendment);
Result<Amendment> read_amendment(const JsonObject& object);

// What it changes: { from_on, ends: [{row, id}], begins: [{row, id, basis}], defines (rows as
// law/standards and law/measures have them), memorandum, agreement }. The status of an article that
// an officer cites is "reported". InvalidInput: the faults of the reader,
// "amendments.unknown_row_kind", "law.unknown_instrument", "catalogue.unknown_word" for a kind of
// subject, and those of catalogue/amended/definitions.h.
Result<catalogue::Amendment> read_content(const JsonObject& content, const law::Library& law);

}  // namespace credit::amendments
