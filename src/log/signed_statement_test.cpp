#include "log/signed_statement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::log {
namespace {

constexpr StatementForm form{.word = "consent", .name = "consents"};
constexpr StatementForm other{.word = "credit reporting", .name = "credit-reporting"};

ledger::Keys keys_of(std::uint8_t seed) {
    ledger::Keys keys;
    keys.log_seed.fill(seed);
    keys.origin = "example/register";
    return keys;
}

TEST(SignedStatement, IsVerifiedByItsKeyWordForWordAlone) {
    const auto keys = keys_of(7);
    const auto key = statement_verifier(keys, form);
    const auto signature = sign_statement(keys, form, "{\"a\":\"甲\"}");
    EXPECT_TRUE(signed_statement(key, form, "{\"a\":\"甲\"}", signature));
    EXPECT_FALSE(signed_statement(key, form, "{\"a\": \"甲\"}", signature));
    EXPECT_FALSE(signed_statement(key, form, "", signature));
    EXPECT_FALSE(signed_statement(key, form, "{\"a\":\"甲\"}", ""));
    EXPECT_FALSE(signed_statement(key, form, "{\"a\":\"甲\"}", signature.substr(4)));
    EXPECT_FALSE(
        signed_statement(statement_verifier(keys_of(8), form), form, "{\"a\":\"甲\"}", signature));
}

// The vector of docs/consent-statement.md: whoever writes a verifier may compare with it.
TEST(SignedStatement, SignsExactlyTheBytesThatAreDocumented) {
    const auto keys = keys_of(1);
    const std::string message = "xinheng consent statement v1\n{}";
    const auto signature = from_base64(sign_statement(keys, form, "{}"));
    ASSERT_TRUE(signature.has_value());
    crypto::Signature given{};
    ASSERT_EQ(signature->size(), given.size());
    std::ranges::copy(*signature, given.begin());
    EXPECT_TRUE(crypto::verify(statement_verifier(keys, form).key,
                               bytes_of(std::string_view(message)), given));
    const std::string derived = "xinheng consent key v1\n";
    EXPECT_EQ(statement_seed(keys, form),
              crypto::hmac_sha256(keys.log_seed, bytes_of(std::string_view(derived))));
}

// Nothing that the log signed, or would, passes for a statement, and the other way round.
TEST(SignedStatement, HasAKeyOfItsOwn) {
    const auto keys = keys_of(7);
    EXPECT_NE(statement_verifier(keys, form).key, crypto::public_key_of(keys.log_seed));
    const Verifier of_log{.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)};
    EXPECT_FALSE(signed_statement(of_log, form, "{}", sign_statement(keys, form, "{}")));
    EXPECT_NE(statement_seed(keys, form), statement_seed(keys, other));
    EXPECT_FALSE(signed_statement(statement_verifier(keys, form), other, "{}",
                                  sign_statement(keys, form, "{}")));
    const auto note = parse_note(note_of_key(keys, form));
    ASSERT_TRUE(note.has_value());
    EXPECT_TRUE(signed_by(*note, of_log));
    EXPECT_EQ(note->text,
              "xinheng consent key v1\n" + statement_verifier(keys, form).to_text() + "\n");
}

}  // namespace
}  // namespace credit::log
