// Addresses of subjects (送达地址): where a subject wants to be written to, sealed.
//
// They stand here alone: in no act, no log, no answer. Not derived and never rebuilt, like the
// vault.
//
// Law: personal-information-protection-law-2021 art. 51 — encryption and de-identification

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::notices {

class AddressBook {
public:
    explicit AddressBook(const crypto::Key& wrapping) : wrapping_(wrapping) {}

    Result<void> save(sql::Session& session, std::string_view subject_key, std::string_view channel,
                      std::string_view address) const;
    static Result<void> remove(sql::Session& session, std::string_view subject_key,
                               std::string_view channel);
    // None where the subject gave none. InvalidInput "foundation.seal_broken".
    Result<std::optional<std::string>> find(sql::Session& session, std::string_view subject_key,
                                            std::string_view channel) const;

private:
    const crypto::Key& wrapping_;
};

// Whether an address is one that the channel can write to: "notices.not_an_address".
Grounds judge_address(std::string_view channel, std::string_view address);

}  // namespace credit::notices
