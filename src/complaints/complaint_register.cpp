#include "complaints/complaint_register.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "complaints/complaint.h"
#include "complaints/complaint.sql.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::complaints {
namespace {

using Column = std::pair<std::size_t, std::string_view>;

constexpr std::array<Column, 11> text_columns{{{0, "subject"},
                                               {1, "complaint"},
                                               {2, "respondent"},
                                               {3, "unit"},
                                               {4, "filer"},
                                               {5, "window"},
                                               {18, "about"},
                                               {19, "about_id"},
                                               {20, "objection"},
                                               {21, "question"},
                                               {22, "reply"}}};
constexpr std::array<Column, 4> flag_columns{
    {{6, "confidential"}, {10, "provisional"}, {11, "extended"}, {12, "referred"}}};
constexpr std::array<Column, 6> day_columns{{{9, "due_on"},
                                             {13, "accepted_on"},
                                             {14, "overdue_on"},
                                             {15, "asked_on"},
                                             {16, "answered_on"},
                                             {17, "concluded_on"}}};

// In the order of the columns of every SELECT in complaint.sql.
Result<Complaint> complaint_of(const sql::Row& row) {
    JsonObject object{{"state", row.text(7)}, {"filed_on", row.text(8)}};
    for (const auto& [column, name] : text_columns) object[name] = row.text(column);
    for (const auto& [column, name] : flag_columns) object[name] = row.integer(column) != 0;
    for (const auto& [column, name] : day_columns) {
        if (const auto day = row.optional_text(column)) object[name] = *day;
    }
    object["points"] = TRY(parse_json(row.text(23)));
    object["files"] = TRY(parse_json(row.text(24)));
    return read_complaint(object);
}

Result<std::vector<Complaint>> complaints_in(const sql::Rows& rows) {
    std::vector<Complaint> complaints;
    for (const auto& row : rows) complaints.push_back(TRY(complaint_of(row)));
    return complaints;
}

}  // namespace

Result<std::string> ComplaintRegister::home_of(std::string_view complaint_id) {
    const auto row = TRY(session_.find(statements::find_home, {complaint_id}));
    if (!row) return fail(ErrorCode::NotFound, "complaints.no_such_complaint");
    return row->text(0);
}

Result<Complaint> ComplaintRegister::find(std::string_view subject_key,
                                          std::string_view complaint_id) {
    const auto row = TRY(session_.find(statements::find_complaint, {subject_key, complaint_id}));
    if (!row) return fail(ErrorCode::NotFound, "complaints.no_such_complaint");
    return complaint_of(*row);
}

Result<std::vector<Complaint>> ComplaintRegister::of_subject(std::string_view subject_key) {
    return complaints_in(TRY(session_.query(statements::complaints_of, {subject_key})));
}

Result<std::vector<Complaint>> ComplaintRegister::open_at(std::string_view unit,
                                                          std::string_view after,
                                                          std::int64_t limit) {
    return complaints_in(TRY(session_.query(statements::open_at, {unit, after, limit})));
}

Result<std::vector<Complaint>> ComplaintRegister::concluded_at(std::string_view unit,
                                                               std::string_view before,
                                                               std::int64_t limit) {
    return complaints_in(TRY(session_.query(statements::concluded_at, {unit, before, limit})));
}

Result<void> ComplaintRegister::save(const Complaint& complaint) {
    const auto object = to_json(complaint);
    const auto points = to_text(object.at("points"));
    const auto files = to_text(object.at("files"));
    const std::array<sql::Value, 26> values{complaint.subject_key,
                                            complaint.complaint_id,
                                            complaint.respondent,
                                            complaint.unit,
                                            complaint.filer,
                                            complaint.window,
                                            complaint.confidential ? 1 : 0,
                                            name_of(complaint.state),
                                            is_open(complaint.state) ? 1 : 0,
                                            complaint.filed_on,
                                            complaint.due_on,
                                            complaint.provisional ? 1 : 0,
                                            complaint.extended ? 1 : 0,
                                            complaint.referred ? 1 : 0,
                                            complaint.accepted_on,
                                            complaint.overdue_on,
                                            complaint.asked_on,
                                            complaint.answered_on,
                                            complaint.concluded_on,
                                            complaint.about,
                                            complaint.about_id,
                                            complaint.objection_id,
                                            complaint.question,
                                            complaint.reply,
                                            points,
                                            files};
    TRY(session_.execute(statements::save_complaint, values));
    TRY(session_.execute(statements::save_home, {complaint.complaint_id, complaint.subject_key}));
    return {};
}

}  // namespace credit::complaints
