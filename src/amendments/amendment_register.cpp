#include "amendments/amendment_register.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "amendments/amendment.h"
#include "amendments/amendment.sql.h"
#include "catalogue/amended/amendment.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::amendments {
namespace {

Result<Amendment> amendment_of(const sql::Row& row) {
    const auto object = TRY(parse_object(row.text(0)));
    return read_amendment(object);
}

Result<std::vector<Amendment>> amendments_of(const sql::Rows& rows) {
    std::vector<Amendment> amendments;
    amendments.reserve(rows.size());
    for (const auto& row : rows) amendments.push_back(TRY(amendment_of(row)));
    return amendments;
}

}  // namespace

Result<Amendment> AmendmentRegister::find(std::string_view amendment_id) {
    const auto row = TRY(session_.find(statements::find_amendment, {catalogue_home, amendment_id}));
    if (!row) return fail(ErrorCode::NotFound, "amendments.no_such_amendment");
    return amendment_of(*row);
}

Result<std::vector<Amendment>> AmendmentRegister::all(std::string_view after, std::int64_t limit) {
    const auto rows =
        TRY(session_.query(statements::all_amendments, {catalogue_home, after, limit}));
    return amendments_of(rows);
}

Result<std::vector<Amendment>> AmendmentRegister::binding() {
    const auto rows = TRY(session_.query(statements::binding, {catalogue_home}));
    return amendments_of(rows);
}

Result<void> AmendmentRegister::visit_rows(
    std::string_view amendment_id, const std::function<Result<void>(std::string_view)>& visitor) {
    return session_.scan(
        statements::rows_of, {amendment_id},
        [&](const sql::RowView& row) -> Result<void> { return visitor(row.text(0)); });
}

Result<bool> AmendmentRegister::has_row(std::string_view subject_key, std::string_view amendment_id,
                                        std::string_view listing_id) {
    const auto row =
        TRY(session_.find(statements::find_row, {subject_key, amendment_id, listing_id}));
    return row.has_value();
}

Result<void> AmendmentRegister::save(const Amendment& amendment) {
    TRY(session_.execute(statements::save_amendment,
                         {catalogue_home, amendment.amendment_id, amendment.state, amendment.from(),
                          to_text(to_json(amendment))}));
    return {};
}

Result<void> AmendmentRegister::save(const TouchedRow& row) {
    TRY(session_.execute(statements::save_row, {row.subject_key, row.amendment_id, row.listing_id,
                                                row.standard, row.facts}));
    return {};
}

Result<std::vector<catalogue::Amendment>> binding_but(sql::Session& session,
                                                      const law::Library& law,
                                                      std::string_view amendment_id) {
    std::vector<catalogue::Amendment> contents;
    for (const auto& amendment : TRY(AmendmentRegister(session).binding())) {
        if (amendment.amendment_id == amendment_id) continue;
        contents.push_back(TRY(read_content(amendment.content, law)));
    }
    return contents;
}

}  // namespace credit::amendments
