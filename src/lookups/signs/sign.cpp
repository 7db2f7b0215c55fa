#include "lookups/signs/sign.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lookups/signs/sign.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = signs::statements;

constexpr std::array<std::pair<SignKind, std::string_view>, 7> kinds{{
    {SignKind::NoLiveCase, "no_live_case"},
    {SignKind::CaseOfMany, "case_of_many"},
    {SignKind::Burst, "burst"},
    {SignKind::Colleague, "colleague"},
    {SignKind::WellKnown, "well_known"},
    {SignKind::QuestionOverdue, "question_overdue"},
    {SignKind::NotAllowed, "not_allowed"},
}};

using Field = std::pair<std::string_view, std::string Sign::*>;

constexpr std::array<Field, 7> texts{{
    {"home", &Sign::home_key},
    {"sign", &Sign::sign_id},
    {"authority", &Sign::authority},
    {"kind", &Sign::kind},
    {"account", &Sign::account},
    {"about", &Sign::about},
    {"lookups", &Sign::lookups},
}};

Sign read_sign(const sql::Row& row) {
    return {.home_key = row.text(0),
            .sign_id = row.text(1),
            .authority = row.text(2),
            .kind = row.text(3),
            .account = row.text(4),
            .about = row.text(5),
            .happened_on = row.date(6),
            .raised_on = row.date(7),
            .lookups = row.text(8),
            .closed_on = row.optional_date(9),
            .finding = row.optional_text(10),
            .words = row.optional_text(11)};
}

}  // namespace

std::string_view name_of(SignKind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).second;
}

JsonObject to_json(const Sign& sign) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = sign.*member;
    object["happened_on"] = calendar::to_text(sign.happened_on);
    object["raised_on"] = calendar::to_text(sign.raised_on);
    if (sign.closed_on) object["closed_on"] = calendar::to_text(*sign.closed_on);
    if (sign.finding) object["finding"] = *sign.finding;
    if (sign.words) object["words"] = *sign.words;
    return object;
}

Result<Sign> read_sign(const JsonObject& object) {
    Sign sign;
    for (const auto& [name, member] : texts) sign.*member = TRY(read_text(object, name));
    sign.happened_on = TRY(calendar::read_date(object, "happened_on"));
    sign.raised_on = TRY(calendar::read_date(object, "raised_on"));
    sign.closed_on = TRY(calendar::read_optional_date(object, "closed_on"));
    sign.finding = TRY(read_optional_text(object, "finding"));
    sign.words = TRY(read_optional_text(object, "words"));
    return sign;
}

Result<std::string> SignRegister::home_of(std::string_view sign_id) {
    const auto row = TRY(session_.find(statements::find_sign_home, {sign_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_sign");
    return row->text(0);
}

Result<Sign> SignRegister::find(std::string_view home_key, std::string_view sign_id) {
    const auto row = TRY(session_.find(statements::find_sign, {home_key, sign_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_sign");
    return read_sign(*row);
}

Result<bool> SignRegister::stands(const Sign& sign) {
    const auto row =
        TRY(session_.find(statements::find_same_sign,
                          {sign.home_key, sign.kind, sign.account, sign.about, sign.happened_on}));
    return row.has_value();
}

Result<std::vector<Sign>> SignRegister::of_authority(std::string_view authority,
                                                     std::string_view before, std::int64_t limit) {
    const std::string_view start = before.empty() ? std::string_view("Z") : before;
    std::vector<Sign> all;
    for (const auto& row : TRY(session_.query(statements::signs_of, {authority, start, limit}))) {
        all.push_back(read_sign(row));
    }
    return all;
}

Result<void> SignRegister::save(const Sign& sign) {
    const std::array<sql::Value, 12> values{
        sign.home_key,    sign.sign_id,   sign.authority, sign.kind,      sign.account, sign.about,
        sign.happened_on, sign.raised_on, sign.lookups,   sign.closed_on, sign.finding, sign.words};
    TRY(session_.execute(statements::save_sign, values));
    return {};
}

}  // namespace credit::lookups
