// What is kept of objections (异议台账). Its statements are in objection.sql.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "objections/objection.h"
#include "sql/session.h"

namespace credit::objections {

class ObjectionRegister {
public:
    explicit ObjectionRegister(sql::Session& session) : session_(session) {}

    // The subject of an objection. NotFound "objections.no_such_objection".
    Result<std::string> home_of(std::string_view objection_id);
    // NotFound "objections.no_such_objection".
    Result<Objection> find(std::string_view subject_key, std::string_view objection_id);
    // All of a subject, concluded ones included, in the order in which they were filed.
    Result<std::vector<Objection>> of_subject(std::string_view subject_key);
    // Open ones that one authority must answer, after that id, at most `limit`.
    Result<std::vector<Objection>> open_at(std::string_view source, std::string_view after,
                                           std::int64_t limit);

    // Open ones that the register itself examines.
    Result<std::vector<Objection>> open_at_register(std::string_view after, std::int64_t limit);

    // Ids of the subject's items whose measures are suspended: while an objection to them is open,
    // and while an answer against the subject is known not to have reached it.
    Result<std::vector<std::string>> held(std::string_view subject_key);
    // The same, of open objections alone.
    Result<std::vector<std::string>> objected(std::string_view subject_key);
    // The first act that found such an answer not served; none where none waits.
    Result<std::optional<std::string>> failed_since(std::string_view subject_key);
    // Ids of the subject's items that an upheld objection took out of publicity.
    Result<std::vector<std::string>> closed(std::string_view subject_key);

    // For apply alone.
    Result<void> save(const Objection& objection);
    Result<void> close_publicity(std::string_view subject_key, std::string_view about_id,
                                 std::string_view act_id);

private:
    sql::Session& session_;
};

}  // namespace credit::objections
