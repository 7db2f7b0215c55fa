// What is kept of complaints (投诉台账). Its statements are in complaint.sql.
//
// Nothing here counts, and nothing is asked about a subject but by that subject and by the unit
// that must answer it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "complaints/complaint.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::complaints {

class ComplaintRegister {
public:
    explicit ComplaintRegister(sql::Session& session) : session_(session) {}

    // The subject of a complaint. NotFound "complaints.no_such_complaint".
    Result<std::string> home_of(std::string_view complaint_id);
    // NotFound "complaints.no_such_complaint".
    Result<Complaint> find(std::string_view subject_key, std::string_view complaint_id);
    // All of a subject, concluded ones included, in the order in which they were filed.
    Result<std::vector<Complaint>> of_subject(std::string_view subject_key);
    // Open ones that a unit must decide, after that id, at most `limit`.
    Result<std::vector<Complaint>> open_at(std::string_view unit, std::string_view after,
                                           std::int64_t limit);
    // Those of a unit that are over, the newest first, from before `before` where that is not
    // empty; at most `limit`.
    Result<std::vector<Complaint>> concluded_at(std::string_view unit, std::string_view before,
                                                std::int64_t limit);

    // For apply alone.
    Result<void> save(const Complaint& complaint);

private:
    sql::Session& session_;
};

}  // namespace credit::complaints
