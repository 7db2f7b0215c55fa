// Signed statement (签名数据): what a bank got under a consent, so that whoever it shows it to can
// tell, without asking the register, that it is word for word what the register gave.
//
// The bytes that are signed are the line "xinheng consent statement v1", a newline, and then the
// statement as it stands, in UTF-8, without anything added. The key is made from the one that signs
// checkpoints and is another: by it nothing else is signed. Its public half is published under a
// signature of the log's key (docs/consent-statement.md).

#pragma once

#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::consents {

crypto::Key statement_seed(const ledger::Keys& keys);
// Named after the log: "ORIGIN/consents".
log::Verifier statement_verifier(const ledger::Keys& keys);
// A signed note of the log over the verifier's text: who trusts the log's key may trust this one.
std::string note_of_key(const ledger::Keys& keys);

// In base64.
std::string sign_statement(const ledger::Keys& keys, std::string_view statement);
// Whether the key signed exactly this.
bool signed_statement(const log::Verifier& key, std::string_view statement,
                      std::string_view signature);

}  // namespace credit::consents
