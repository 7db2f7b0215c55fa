// Register of callers (访问主体登记): who stands behind a token, in memory, read without a lock.
//
// Tokens of API clients are loaded from the store and follow its acts; sessions by sign-in live
// here only and end when the program does. Only digests of tokens are held.

#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"

namespace credit::access {

class Register {
public:
    Register();
    Register(const Register&) = delete;
    Register& operator=(const Register&) = delete;
    ~Register();

    // The caller behind the token, or null when it is unknown, expired or revoked. What it points
    // to stands as long as the register. Lock-free; allocates nothing.
    const Principal* find(std::string_view token, Instant now) const;

    // From here on the token with this digest stands for the principal.
    void admit(const crypto::Digest& digest, Principal principal, Instant ends_at);
    // The same for a sign-in, which end_session may end; that is false for any other token.
    void admit_session(const crypto::Digest& digest, Principal principal, Instant ends_at);
    bool end_session(const crypto::Digest& digest);
    void revoke(const crypto::Digest& digest);
    // Every token of the account, as when it is closed.
    void revoke_all(std::string_view account);

private:
    struct Entry;
    struct Table;
    Entry* find(const crypto::Digest& digest) const;
    void admit_as(const crypto::Digest& digest, Principal principal, Instant ends_at, bool session);
    static void insert(Table& table, Entry& entry);

    std::atomic<const Table*> table_;
    std::mutex writing_;
    // Entries and outgrown tables stay until the end, so that a reader needs no lock.
    std::vector<std::unique_ptr<Entry>> entries_;
    std::vector<std::unique_ptr<Table>> tables_;
};

}  // namespace credit::access
