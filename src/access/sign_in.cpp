#include "access/sign_in.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "access/account.h"
#include "access/token.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::access {
namespace {

constexpr int failures_free = 5;
constexpr std::chrono::milliseconds wait = std::chrono::minutes{1};
constexpr std::chrono::milliseconds session_length = std::chrono::hours{10};
constexpr std::size_t failures_remembered = 10'000;

Instant after(Instant instant, std::chrono::milliseconds time) {
    return {instant.milliseconds + time.count()};
}

}  // namespace

Result<SignedIn> SignIn::open(sql::Session& session, std::string_view account,
                              std::string_view password, Instant now) {
    const std::string name(account);
    if (must_wait(name, now)) return fail(ErrorCode::NotPermitted, "access.sign_in_wait");
    static const std::string nobody = crypto::hash_password("a password that nobody has");
    auto found = find_account(session, account);
    if (!found && found.error().code != ErrorCode::NotFound) {
        return std::unexpected(std::move(found).error());
    }
    const bool matches = crypto::password_matches(found ? found->password : nobody, password);
    if (!found || !matches) {
        note_failure(name, now);
        return fail(ErrorCode::NotPermitted, "access.sign_in_refused");
    }
    forget_failures(name);
    SignedIn signed_in{.secret = new_secret(),
                       .principal = std::move(found->principal),
                       .ends_at = after(now, session_length)};
    principals_.admit_session(digest_of(signed_in.secret), signed_in.principal, signed_in.ends_at);
    return signed_in;
}

bool SignIn::must_wait(const std::string& account, Instant now) {
    const std::scoped_lock lock(mutex_);
    const auto known = failures_.find(account);
    return known != failures_.end() && known->second.count >= failures_free &&
           now < after(known->second.last, wait);
}

void SignIn::note_failure(const std::string& account, Instant now) {
    const std::scoped_lock lock(mutex_);
    if (failures_.size() >= failures_remembered) failures_.clear();
    Failures& failures = failures_[account];
    ++failures.count;
    failures.last = now;
}

void SignIn::forget_failures(const std::string& account) {
    const std::scoped_lock lock(mutex_);
    failures_.erase(account);
}

}  // namespace credit::access
