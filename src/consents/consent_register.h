// What is kept of consents (授权台账). Its statements are in consent.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "consents/consent.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::consents {

class ConsentRegister {
public:
    explicit ConsentRegister(sql::Session& session) : session_(session) {}

    // The subject of a consent. NotFound "consents.no_such_consent".
    Result<std::string> home_of(std::string_view consent_id);
    // NotFound "consents.no_such_consent".
    Result<Consent> find(std::string_view subject_key, std::string_view consent_id);
    // All of a subject, running or ended, the newest first.
    Result<std::vector<Consent>> of_subject(std::string_view subject_key);
    // All that were given to a bank, after that id, at most `limit`.
    Result<std::vector<Consent>> given_to(std::string_view bank, std::string_view after,
                                          std::int64_t limit);

    // For apply alone.
    Result<void> save(const Consent& consent);

private:
    sql::Session& session_;
};

}  // namespace credit::consents
