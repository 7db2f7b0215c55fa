#include "consents/consent_register.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "consents/consent.h"
#include "consents/consent.sql.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::consents {
namespace {

// The content is the whole of it, as acts hold it; the other columns are what is searched by.
Result<Consent> consent_of(const sql::Row& row) {
    const auto content = TRY(parse_object(row.text(0)));
    return read_consent(content);
}

Result<std::vector<Consent>> consents_in(const sql::Rows& rows) {
    std::vector<Consent> consents;
    consents.reserve(rows.size());
    for (const auto& row : rows) consents.push_back(TRY(consent_of(row)));
    return consents;
}

}  // namespace

Result<std::string> ConsentRegister::home_of(std::string_view consent_id) {
    const auto row = TRY(session_.find(statements::find_home, {consent_id}));
    if (!row) return fail(ErrorCode::NotFound, "consents.no_such_consent");
    return row->text(0);
}

Result<Consent> ConsentRegister::find(std::string_view subject_key, std::string_view consent_id) {
    const auto row = TRY(session_.find(statements::find_consent, {subject_key, consent_id}));
    if (!row) return fail(ErrorCode::NotFound, "consents.no_such_consent");
    return consent_of(*row);
}

Result<std::vector<Consent>> ConsentRegister::of_subject(std::string_view subject_key) {
    return consents_in(TRY(session_.query(statements::consents_of, {subject_key})));
}

Result<std::vector<Consent>> ConsentRegister::given_to(std::string_view bank,
                                                       std::string_view after, std::int64_t limit) {
    return consents_in(TRY(session_.query(statements::consents_to, {bank, after, limit})));
}

Result<void> ConsentRegister::save(const Consent& consent) {
    const auto content = to_text(to_json(consent));
    const std::array<sql::Value, 8> values{
        consent.subject_key, consent.consent_id, consent.bank,     consent.purpose,
        consent.from_on,     consent.through_on, consent.ended_on, content};
    TRY(session_.execute(statements::save_consent, values));
    TRY(session_.execute(statements::save_home, {consent.consent_id, consent.subject_key}));
    return {};
}

}  // namespace credit::consents
