#include "notices/consent.h"

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::notices {
namespace {

Result<bool> consents(const access::Occasion& occasion) {
    return ServiceRegister(occasion.session)
        .consents_on(occasion.principal.subject_key, occasion.day);
}

ledger::Draft draft_of(const access::Occasion& occasion, std::string_view kind) {
    return {.kind = std::string(kind),
            .home_key = occasion.principal.subject_key,
            .occurred_on = occasion.day,
            .body = to_text(JsonObject{{"day", calendar::to_text(occasion.day)}})};
}

}  // namespace

Result<ledger::Draft> consent_to_electronic_service(const access::Occasion& occasion) {
    TRY(access::authorise(occasion.principal, "consent_to_electronic_service",
                          occasion.principal.authority));
    if (TRY(consents(occasion))) return refuse({{.word = "notices.consents_already"}});
    return draft_of(occasion, "notices.consent_to_electronic_service");
}

Result<void> apply_consent(sql::Session& session, const ledger::Act& act) {
    return ServiceRegister(session).save_consent(act.home_key, act.id + "-1", act.occurred_on);
}

Result<ledger::Draft> withdraw_consent(const access::Occasion& occasion) {
    TRY(access::authorise(occasion.principal, "withdraw_consent", occasion.principal.authority));
    if (!TRY(consents(occasion))) return refuse({{.word = "notices.no_consent"}});
    return draft_of(occasion, "notices.withdraw_consent");
}

Result<void> apply_withdrawal(sql::Session& session, const ledger::Act& act) {
    return ServiceRegister(session).end_consent(act.home_key, act.occurred_on);
}

}  // namespace credit::notices
