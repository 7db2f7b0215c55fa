#include "lookups/signs/protected_subject.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/signs/curiosity.h"
#include "lookups/signs/protected_subject.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = signs::statements;

constexpr std::string_view colleague = "colleague";
constexpr std::string_view well_known_kind = "well_known";

Protection read_protection(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .protection_id = row.text(1),
            .kind = row.text(2),
            .authority = row.text(3),
            .from_on = row.date(4),
            .ended_on = row.optional_date(5)};
}

std::vector<Protection> read_protections(const sql::Rows& rows) {
    std::vector<Protection> all;
    for (const auto& row : rows) all.push_back(read_protection(row));
    return all;
}

Keys keys_in(const sql::Rows& rows) {
    Keys keys;
    for (const auto& row : rows) keys.insert(row.text(0));
    return keys;
}

ledger::Draft draft_of(std::string_view kind, const Protection& protection, Date day) {
    JsonObject body{{"subject", protection.subject_key},
                    {"protection", protection.protection_id},
                    {"kind", protection.kind},
                    {"authority", protection.authority},
                    {"from_on", calendar::to_text(protection.from_on)}};
    if (protection.ended_on) body["ended_on"] = calendar::to_text(*protection.ended_on);
    return {.kind = std::string(kind),
            .home_key = protection.subject_key,
            .occurred_on = day,
            .body = to_text(body)};
}

bool of_credit_office(const access::Occasion& occasion) {
    const auto authority =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    return authority && (*authority)->has_function("credit_office");
}

}  // namespace

Result<std::string> ProtectionRegister::home_of(std::string_view protection_id) {
    const auto row = TRY(session_.find(statements::find_protection_home, {protection_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_protection");
    return row->text(0);
}

Result<Protection> ProtectionRegister::find(std::string_view subject_key,
                                            std::string_view protection_id) {
    const auto row = TRY(session_.find(statements::find_protection, {subject_key, protection_id}));
    if (!row) return fail(ErrorCode::NotFound, "lookups.no_such_protection");
    return read_protection(*row);
}

Result<std::vector<Protection>> ProtectionRegister::of_subject(std::string_view subject_key) {
    return read_protections(TRY(session_.query(statements::protections_of, {subject_key})));
}

Result<std::vector<Protection>> ProtectionRegister::kept_by(std::string_view authority) {
    return read_protections(TRY(session_.query(statements::protections_kept_by, {authority})));
}

Result<Keys> ProtectionRegister::colleagues_of(std::string_view authority) {
    return keys_in(TRY(session_.query(statements::protected_colleagues, {authority})));
}

Result<Keys> ProtectionRegister::well_known() {
    return keys_in(TRY(session_.query(statements::protected_well_known)));
}

Result<void> ProtectionRegister::save(const Protection& protection) {
    TRY(session_.execute(statements::save_protection,
                         {protection.subject_key, protection.protection_id, protection.kind,
                          protection.authority, protection.from_on, protection.ended_on}));
    return {};
}

Result<ledger::Draft> protect_subject(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view kind) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "protect_subject", authority));
    const auto standing = TRY(ProtectionRegister(occasion.session).of_subject(subject_key));
    Grounds grounds;
    require(grounds, kind == colleague || kind == well_known_kind, "lookups.protection_kind");
    require(grounds, kind != well_known_kind || of_credit_office(occasion),
            "lookups.not_register_auditor");
    require(grounds,
            std::ranges::none_of(standing,
                                 [&](const Protection& each) {
                                     return each.kind == kind && each.authority == authority &&
                                            !each.ended_on;
                                 }),
            "lookups.protected_already");
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of("lookups.protect_subject",
                    {.subject_key = std::string(subject_key),
                     .protection_id = occasion.act_id + "-1",
                     .kind = std::string(kind),
                     .authority = authority,
                     .from_on = occasion.day},
                    occasion.day);
}

Result<ledger::Draft> end_protection(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view protection_id) {
    TRY(access::authorise(occasion.principal, "end_protection", occasion.principal.authority));
    auto protection = TRY(ProtectionRegister(occasion.session).find(subject_key, protection_id));
    Grounds grounds;
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, protection.authority),
        "lookups.not_your_protection");
    require(grounds, !protection.ended_on.has_value(), "lookups.protection_over");
    if (!grounds.empty()) return refuse(std::move(grounds));
    protection.ended_on = occasion.day;
    return draft_of("lookups.end_protection", protection, occasion.day);
}

Result<void> apply_protection(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    Protection protection{.subject_key = TRY(read_text(body, "subject")),
                          .protection_id = TRY(read_text(body, "protection")),
                          .kind = TRY(read_text(body, "kind")),
                          .authority = TRY(read_text(body, "authority")),
                          .from_on = TRY(calendar::read_date(body, "from_on"))};
    protection.ended_on = TRY(calendar::read_optional_date(body, "ended_on"));
    return ProtectionRegister(session).save(protection);
}

}  // namespace credit::lookups
