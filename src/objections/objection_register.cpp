#include "objections/objection_register.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "objections/objection.h"
#include "objections/objection.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::objections {
namespace {

// The points stand in the row as acts hold them.
Result<Objection> objection_of(const sql::Row& row) {
    JsonObject object{{"subject", row.text(0)},
                      {"objection", row.text(1)},
                      {"about", row.text(2)},
                      {"about_id", row.text(3)},
                      {"source", row.text(4)},
                      {"filer", row.text(5)},
                      {"state", row.text(6)},
                      {"filed_on", row.text(7)},
                      {"silent", row.text(11)},
                      {"provisional", row.integer(9) != 0},
                      {"extended", row.integer(10) != 0}};
    object["item"] = row.text(16);
    if (const auto due_on = row.optional_text(8)) object["due_on"] = *due_on;
    if (const auto concluded_on = row.optional_text(12)) object["concluded_on"] = *concluded_on;
    object["points"] = TRY(parse_json(row.text(13)));
    object["files"] = TRY(parse_json(row.text(14)));
    object["filed_by"] = row.text(15);
    return read_objection(object);
}

Result<std::vector<Objection>> objections_in(const sql::Rows& rows) {
    std::vector<Objection> objections;
    for (const auto& row : rows) objections.push_back(TRY(objection_of(row)));
    return objections;
}

std::vector<std::string> ids_in(const sql::Rows& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.text(0));
    return ids;
}

}  // namespace

Result<std::string> ObjectionRegister::home_of(std::string_view objection_id) {
    const auto row = TRY(session_.find(statements::find_home, {objection_id}));
    if (!row) return fail(ErrorCode::NotFound, "objections.no_such_objection");
    return row->text(0);
}

Result<Objection> ObjectionRegister::find(std::string_view subject_key,
                                          std::string_view objection_id) {
    const auto row = TRY(session_.find(statements::find_objection, {subject_key, objection_id}));
    if (!row) return fail(ErrorCode::NotFound, "objections.no_such_objection");
    return objection_of(*row);
}

Result<std::vector<Objection>> ObjectionRegister::of_subject(std::string_view subject_key) {
    return objections_in(TRY(session_.query(statements::objections_of, {subject_key})));
}

Result<std::vector<Objection>> ObjectionRegister::open_at(std::string_view source,
                                                          std::string_view after,
                                                          std::int64_t limit) {
    return objections_in(TRY(session_.query(statements::open_at, {source, after, limit})));
}

Result<std::vector<Objection>> ObjectionRegister::open_at_register(std::string_view after,
                                                                   std::int64_t limit) {
    return objections_in(TRY(session_.query(statements::open_unforwarded, {after, limit})));
}

// Of most subjects nothing is held or closed, which is quickly told.
Result<std::vector<std::string>> ObjectionRegister::held(std::string_view subject_key) {
    if (!TRY(session_.find(statements::any_held, {subject_key}))) {
        return std::vector<std::string>{};
    }
    return ids_in(TRY(session_.query(statements::held_by_objection, {subject_key, "failed"})));
}

Result<std::vector<std::string>> ObjectionRegister::objected(std::string_view subject_key) {
    return ids_in(TRY(session_.query(statements::held_by_objection, {subject_key, ""})));
}

Result<std::optional<std::string>> ObjectionRegister::failed_since(std::string_view subject_key) {
    const auto row = TRY(session_.find(statements::first_failure, {subject_key}));
    if (!row || row->is_null(0)) return std::nullopt;
    return row->text(0);
}

Result<std::vector<std::string>> ObjectionRegister::closed(std::string_view subject_key) {
    if (!TRY(session_.find(statements::any_closed, {subject_key}))) {
        return std::vector<std::string>{};
    }
    return ids_in(TRY(session_.query(statements::closed_of, {subject_key})));
}

Result<void> ObjectionRegister::save(const Objection& objection) {
    const auto object = to_json(objection);
    const auto points = to_text(object.at("points"));
    const auto files = to_text(object.at("files"));
    TRY(session_.execute(
        statements::save_objection,
        {objection.subject_key, objection.objection_id, name_of(objection.about),
         objection.about_id, objection.source, name_of(objection.filer), name_of(objection.state),
         is_open(objection.state) ? 1 : 0, objection.filed_on, objection.due_on,
         objection.provisional ? 1 : 0, objection.extended ? 1 : 0, objection.silent,
         objection.concluded_on, points, files, objection.filed_by, objection.item_id}));
    TRY(session_.execute(statements::save_home, {objection.objection_id, objection.subject_key}));
    return {};
}

Result<void> ObjectionRegister::close_publicity(std::string_view subject_key,
                                                std::string_view about_id,
                                                std::string_view act_id) {
    TRY(session_.execute(statements::close_publicity, {subject_key, about_id, act_id}));
    return {};
}

}  // namespace credit::objections
