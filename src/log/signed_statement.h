// Signed statement (签名数据): what somebody got from the register, so that whoever it is shown to
// can tell, without asking the register, that it is word for word what the register gave.
//
// The bytes that are signed are the line "xinheng WORD statement v1", a newline, and then the
// statement as it stands, in UTF-8, without anything added. Each form has a key of its own, made
// from the one that signs checkpoints: by it nothing else is signed. Its public half is published
// under a signature of the log's key (docs/consent-statement.md).

#pragma once

#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::log {

// What is signed with one key.
struct StatementForm {
    std::string_view word;  // "consent": in the lines that mark a statement and its key
    std::string_view name;  // "consents": of the key, behind the origin of the log
};

crypto::Key statement_seed(const ledger::Keys& keys, const StatementForm& form);
// Named after the log: "ORIGIN/consents".
Verifier statement_verifier(const ledger::Keys& keys, const StatementForm& form);
// A signed note of the log over the verifier's text: who trusts the log's key may trust this one.
std::string note_of_key(const ledger::Keys& keys, const StatementForm& form);

// In base64.
std::string sign_statement(const ledger::Keys& keys, const StatementForm& form,
                           std::string_view statement);
// Whether the key signed exactly this.
bool signed_statement(const Verifier& key, const StatementForm& form, std::string_view statement,
                      std::string_view signature);

}  // namespace credit::log
