// Sign-in (登录): an account and its password for a session, which is a token of some hours.
//
// Sessions live in memory and end with the program. An account that failed often waits.

#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "access/register.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::sql {
class Session;
}

namespace credit::access {

struct SignedIn {
    std::string secret;  // shown once
    Principal principal;
    Instant ends_at;
};

class SignIn {
public:
    explicit SignIn(Register& principals) : principals_(principals) {}

    // NotPermitted "access.sign_in_refused" for an unknown account and for a wrong password alike,
    // in like time; "access.sign_in_wait" after several failures.
    Result<SignedIn> open(sql::Session& session, std::string_view account,
                          std::string_view password, Instant now);

private:
    struct Failures {
        int count = 0;
        Instant last{};
    };
    bool must_wait(const std::string& account, Instant now);
    void note_failure(const std::string& account, Instant now);
    void forget_failures(const std::string& account);

    Register& principals_;
    std::mutex mutex_;
    std::map<std::string, Failures> failures_;
};

}  // namespace credit::access
