#include "log/signed_statement.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::log {
namespace {

// Neither begins any other text that a key of the register signs.
std::string mark_of(const StatementForm& form, std::string_view what) {
    std::string mark = "xinheng ";
    mark.append(form.word).append(" ").append(what).append(" v1\n");
    return mark;
}

std::string key_mark(const StatementForm& form) {
    return mark_of(form, "key");
}

std::string marked(const StatementForm& form, std::string_view statement) {
    return mark_of(form, "statement").append(statement);
}

}  // namespace

crypto::Key statement_seed(const ledger::Keys& keys, const StatementForm& form) {
    const auto mark = key_mark(form);
    return crypto::hmac_sha256(keys.log_seed, bytes_of(std::string_view(mark)));
}

Verifier statement_verifier(const ledger::Keys& keys, const StatementForm& form) {
    std::string name = keys.origin;
    name.append("/").append(form.name);
    return {.name = std::move(name), .key = crypto::public_key_of(statement_seed(keys, form))};
}

std::string note_of_key(const ledger::Keys& keys, const StatementForm& form) {
    const std::string text = key_mark(form) + statement_verifier(keys, form).to_text() + "\n";
    return sign_note(text, keys.origin, keys.log_seed);
}

std::string sign_statement(const ledger::Keys& keys, const StatementForm& form,
                           std::string_view statement) {
    const std::string message = marked(form, statement);
    return to_base64(crypto::sign(statement_seed(keys, form), bytes_of(std::string_view(message))));
}

bool signed_statement(const Verifier& key, const StatementForm& form, std::string_view statement,
                      std::string_view signature) {
    const auto bytes = from_base64(signature);
    crypto::Signature given{};
    if (!bytes || bytes->size() != given.size()) return false;
    std::ranges::copy(*bytes, given.begin());
    const std::string message = marked(form, statement);
    return crypto::verify(key.key, bytes_of(std::string_view(message)), given);
}

}  // namespace credit::log
