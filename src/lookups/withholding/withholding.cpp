#include "lookups/withholding/withholding.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "lookups/withholding/withholding.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

using Field = std::pair<std::string_view, std::string Withholding::*>;

constexpr std::array<Field, 8> texts{{
    {"home", &Withholding::home_key},
    {"withholding", &Withholding::withholding_id},
    {"authority", &Withholding::authority},
    {"lookup", &Withholding::lookup_id},
    {"case", &Withholding::case_number},
    {"basis", &Withholding::basis},
    {"article", &Withholding::article},
    {"document", &Withholding::document},
}};

Withholding read_row(const sql::Row& row) {
    return {.home_key = row.text(0),
            .withholding_id = row.text(1),
            .authority = row.text(2),
            .lookup_id = row.text(3),
            .case_number = row.text(4),
            .basis = row.text(5),
            .article = row.text(6),
            .document = row.text(7),
            .from_on = row.date(8),
            .through_on = row.date(9),
            .ended_on = row.optional_date(10)};
}

}  // namespace

bool Withholding::names(const Lookup& lookup) const {
    if (lookup.authority != authority) return false;
    if (!lookup_id.empty()) return lookup.id == lookup_id;
    return lookup.reason.case_number == case_number && day_of(lookup.looked_at) >= from_on;
}

JsonObject to_json(const Withholding& withholding) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = withholding.*member;
    object["from_on"] = calendar::to_text(withholding.from_on);
    object["through_on"] = calendar::to_text(withholding.through_on);
    if (withholding.ended_on) object["ended_on"] = calendar::to_text(*withholding.ended_on);
    return object;
}

Result<Withholding> read_withholding(const JsonObject& object) {
    Withholding withholding;
    for (const auto& [name, member] : texts) withholding.*member = TRY(read_text(object, name));
    withholding.from_on = TRY(calendar::read_date(object, "from_on"));
    withholding.through_on = TRY(calendar::read_date(object, "through_on"));
    withholding.ended_on = TRY(calendar::read_optional_date(object, "ended_on"));
    return withholding;
}

Result<Withholding> WithholdingRegister::find(std::string_view home_key,
                                              std::string_view withholding_id) {
    const auto row =
        TRY(session_.find(withholding::statements::find_withholding, {home_key, withholding_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_withholding");
    return read_row(*row);
}

Result<std::vector<Withholding>> WithholdingRegister::of_authority(std::string_view authority) {
    std::vector<Withholding> all;
    const auto home = home_of_authority(authority);
    for (const auto& row : TRY(session_.query(withholding::statements::withholdings_of, {home}))) {
        all.push_back(read_row(row));
    }
    return all;
}

Result<void> WithholdingRegister::save(const Withholding& withholding) {
    TRY(session_.execute(
        withholding::statements::save_withholding,
        {withholding.home_key, withholding.withholding_id, withholding.authority,
         withholding.lookup_id, withholding.case_number, withholding.basis, withholding.article,
         withholding.document, withholding.from_on, withholding.through_on, withholding.ended_on}));
    return {};
}

std::string home_of_authority(std::string_view authority) {
    return "A" + std::string(authority);
}

}  // namespace credit::lookups
