#include "consents/signed_statement.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::consents {
namespace {

// Neither begins any other text that a key of the register signs.
constexpr std::string_view statement_mark = "xinheng consent statement v1\n";
constexpr std::string_view key_mark = "xinheng consent key v1\n";

std::string marked(std::string_view statement) {
    std::string message(statement_mark);
    message += statement;
    return message;
}

}  // namespace

crypto::Key statement_seed(const ledger::Keys& keys) {
    return crypto::hmac_sha256(keys.log_seed, bytes_of(key_mark));
}

log::Verifier statement_verifier(const ledger::Keys& keys) {
    return {.name = keys.origin + "/consents", .key = crypto::public_key_of(statement_seed(keys))};
}

std::string note_of_key(const ledger::Keys& keys) {
    const std::string text = std::string(key_mark) + statement_verifier(keys).to_text() + "\n";
    return log::sign_note(text, keys.origin, keys.log_seed);
}

std::string sign_statement(const ledger::Keys& keys, std::string_view statement) {
    const std::string message = marked(statement);
    return to_base64(crypto::sign(statement_seed(keys), bytes_of(std::string_view(message))));
}

bool signed_statement(const log::Verifier& key, std::string_view statement,
                      std::string_view signature) {
    const auto bytes = from_base64(signature);
    crypto::Signature given{};
    if (!bytes || bytes->size() != given.size()) return false;
    std::ranges::copy(*bytes, given.begin());
    const std::string message = marked(statement);
    return crypto::verify(key.key, bytes_of(std::string_view(message)), given);
}

}  // namespace credit::consents
