#include "lookups/signs/close_sign.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/signs/curiosity.h"
#include "lookups/signs/sign.h"
#include "lookups/withholding/withholding.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

constexpr std::array<std::string_view, 2> all_findings{
    "explained",  // 属正常办理
    "misuse",     // 属违规查询
};

ledger::Draft draft_of(std::string_view kind, const Sign& sign, const access::Occasion& occasion) {
    return {.kind = std::string(kind),
            .home_key = sign.home_key,
            .occurred_on = occasion.day,
            .body = to_text(JsonObject{{"sign", to_json(sign)}})};
}

}  // namespace

Sign sign_of(const Finding& finding, Date raised_on) {
    return {.home_key = home_of_authority(finding.authority),
            .sign_id = {},
            .authority = finding.authority,
            .kind = std::string(name_of(finding.kind)),
            .account = finding.account,
            .about = finding.about,
            .happened_on = finding.happened_on,
            .raised_on = raised_on,
            .lookups = finding.lookups};
}

Result<ledger::Draft> raise_sign(const access::Occasion& occasion, const Finding& finding) {
    Sign sign = sign_of(finding, occasion.day);
    sign.sign_id = occasion.act_id + "-1";
    if (TRY(SignRegister(occasion.session).stands(sign))) {
        return fail(ErrorCode::Conflict, "lookups.sign_stands");
    }
    return draft_of("lookups.raise_sign", sign, occasion);
}

std::span<const std::string_view> findings() {
    return all_findings;
}

Result<ledger::Draft> close_sign(const access::Occasion& occasion, std::string_view home_key,
                                 std::string_view sign_id, std::string_view finding,
                                 std::string_view words) {
    TRY(access::authorise(occasion.principal, "close_sign", occasion.principal.authority));
    auto sign = TRY(SignRegister(occasion.session).find(home_key, sign_id));
    Grounds grounds;
    require(grounds,
            occasion.catalogue.authorities.succeeds(occasion.principal.authority, sign.authority),
            "lookups.not_your_sign");
    require(grounds, !sign.closed_on.has_value(), "lookups.sign_closed");
    require(grounds, std::ranges::find(all_findings, finding) != all_findings.end(),
            "lookups.finding_unknown");
    require(grounds, !words.empty(), "lookups.finding_words_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    sign.closed_on = occasion.day;
    sign.finding = finding;
    sign.words = words;
    return draft_of("lookups.close_sign", sign, occasion);
}

Result<void> apply_sign(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "sign"));
    const auto sign = TRY(read_sign(*object));
    return SignRegister(session).save(sign);
}

}  // namespace credit::lookups
