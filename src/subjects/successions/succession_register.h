// What is kept of successions (合并分立台账). Its statements are in succession.sql.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "subjects/successions/succession.h"

namespace credit::sql {
class Session;
}

namespace credit::subjects {

class SuccessionRegister {
public:
    explicit SuccessionRegister(sql::Session& session) : session_(session) {}

    // One of its sides. NotFound "subjects.no_such_succession".
    Result<std::string> home_of(std::string_view succession_id);
    // NotFound "subjects.no_such_succession".
    Result<Succession> find(std::string_view subject_key, std::string_view succession_id);
    // Those that the subject is a side of, annulled or not, in the order of their days.
    Result<std::vector<Succession>> of_subject(std::string_view subject_key);

    // For apply alone: under one of its sides.
    Result<void> save(std::string_view subject_key, const Succession& succession);

private:
    sql::Session& session_;
};

}  // namespace credit::subjects
