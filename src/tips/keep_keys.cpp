#include "tips/keep_keys.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/account.h"
#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/competence.h"
#include "tips/sealed_box.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::tips {
namespace {

bool office_takes_tips(const access::Occasion& occasion) {
    const auto office =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    return office && takes_tips(**office);
}

Result<bool> is_known(const access::Occasion& occasion, std::string_view home_key,
                      const crypto::Point& point) {
    const auto keys = TRY(TipRegister(occasion.session).keys_of(home_key));
    return std::ranges::find(keys, key_id_of(point), &TipKey::key_id) != keys.end();
}

Result<bool> is_officer(const access::Occasion& occasion, const std::string& account) {
    const auto found = access::find_account(occasion.session, account);
    if (!found) {
        if (found.error().code == ErrorCode::NotFound) return false;
        return std::unexpected(found.error());
    }
    return found->principal.role == access::Role::Officer &&
           found->principal.authority == occasion.principal.authority;
}

}  // namespace

Result<ledger::Draft> register_key(const access::Occasion& occasion, const NewKey& key) {
    TRY(access::authorise(occasion.principal, "register_tip_key", occasion.principal.authority));
    const auto home_key = home_of_authority(occasion.principal.authority);
    const auto bytes = from_hex(key.point);
    const auto point = bytes ? crypto::read_point(*bytes) : std::unexpected(bytes.error());
    const auto longest = TRY(occasion.law.period("tip.key", occasion.day));
    const auto last = occasion.law.calendar().last_day_of(longest, occasion.day).day;
    const bool known = point && TRY(is_known(occasion, home_key, *point));
    Grounds grounds;
    require(grounds, office_takes_tips(occasion), "tips.takes_none");
    require(grounds, point.has_value(), "tips.not_a_key");
    require(grounds, !known, "tips.key_known");
    require(grounds, key.through_on && *key.through_on >= occasion.day && *key.through_on <= last,
            "tips.key_end", {calendar::to_text(last)});
    if (!grounds.empty() || !point || !key.through_on) return refuse(std::move(grounds));
    return ledger::Draft{
        .kind = "tips.register_key",
        .home_key = home_key,
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{{"key", key_id_of(*point)},
                                   {"point", to_hex(*point)},
                                   {"from_on", calendar::to_text(occasion.day)},
                                   {"through_on", calendar::to_text(*key.through_on)}})};
}

Result<ledger::Draft> name_handlers(const access::Occasion& occasion,
                                    const std::vector<std::string>& accounts) {
    TRY(access::authorise(occasion.principal, "name_tip_handlers", occasion.principal.authority));
    Grounds grounds;
    require(grounds, office_takes_tips(occasion), "tips.takes_none");
    require(grounds, !accounts.empty(), "tips.handlers_missing");
    for (const auto& account : accounts) {
        const bool officer = TRY(is_officer(occasion, account));
        if (!officer) require(grounds, false, "tips.not_an_officer");
    }
    if (!grounds.empty()) return refuse(std::move(grounds));
    return ledger::Draft{
        .kind = "tips.name_handlers",
        .home_key = home_of_authority(occasion.principal.authority),
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{{"accounts", JsonArray(accounts.begin(), accounts.end())}})};
}

Result<void> apply_register_key(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto point = TRY(read_text(body, "point"));
    const auto bytes = TRY(from_hex(point));
    const TipKey key{.home_key = act.home_key,
                     .act_id = act.id,
                     .key_id = TRY(read_text(body, "key")),
                     .point = TRY(crypto::read_point(bytes)),
                     .from_on = TRY(calendar::read_date(body, "from_on")),
                     .through_on = TRY(calendar::read_date(body, "through_on"))};
    return TipRegister(session).save(key);
}

Result<void> apply_name_handlers(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const accounts = TRY(read_array(body, "accounts"));
    return TipRegister(session).save_handlers(act.home_key, to_text(Json(*accounts)), act.id);
}

}  // namespace credit::tips
