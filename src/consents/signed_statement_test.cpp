#include "consents/signed_statement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "consents/consent_item.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"

namespace credit::consents {
namespace {

ledger::Keys keys_of(std::uint8_t seed) {
    ledger::Keys keys;
    keys.log_seed.fill(seed);
    keys.origin = "example/register";
    return keys;
}

TEST(SignedStatement, IsVerifiedByItsKeyWordForWordAlone) {
    const auto keys = keys_of(7);
    const auto key = statement_verifier(keys);
    const auto signature = sign_statement(keys, "{\"a\":\"甲\"}");
    EXPECT_TRUE(signed_statement(key, "{\"a\":\"甲\"}", signature));
    EXPECT_FALSE(signed_statement(key, "{\"a\": \"甲\"}", signature));
    EXPECT_FALSE(signed_statement(key, "", signature));
    EXPECT_FALSE(signed_statement(key, "{\"a\":\"甲\"}", ""));
    EXPECT_FALSE(signed_statement(key, "{\"a\":\"甲\"}", signature.substr(4)));
    EXPECT_FALSE(signed_statement(statement_verifier(keys_of(8)), "{\"a\":\"甲\"}", signature));
}

// The vector of docs/consent-statement.md: whoever writes a verifier may compare with it.
TEST(SignedStatement, SignsExactlyTheBytesThatAreDocumented) {
    const auto keys = keys_of(1);
    const std::string message = "xinheng consent statement v1\n{}";
    const auto signature = from_base64(sign_statement(keys, "{}"));
    ASSERT_TRUE(signature.has_value());
    crypto::Signature given{};
    ASSERT_EQ(signature->size(), given.size());
    std::ranges::copy(*signature, given.begin());
    EXPECT_TRUE(
        crypto::verify(statement_verifier(keys).key, bytes_of(std::string_view(message)), given));
    const std::string derived = "xinheng consent key v1\n";
    EXPECT_EQ(statement_seed(keys),
              crypto::hmac_sha256(keys.log_seed, bytes_of(std::string_view(derived))));
}

// Nothing that the log signed, or would, passes for a statement, and the other way round.
TEST(SignedStatement, HasAKeyOfItsOwn) {
    const auto keys = keys_of(7);
    EXPECT_NE(statement_verifier(keys).key, crypto::public_key_of(keys.log_seed));
    const log::Verifier of_log{.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)};
    EXPECT_FALSE(signed_statement(of_log, "{}", sign_statement(keys, "{}")));
    const auto note = log::parse_note(note_of_key(keys));
    ASSERT_TRUE(note.has_value());
    EXPECT_TRUE(log::signed_by(*note, of_log));
    EXPECT_EQ(note->text, "xinheng consent key v1\n" + statement_verifier(keys).to_text() + "\n");
}

TEST(ConsentItem, EveryKindOfRecordButGradesIsReadUnderOne) {
    for (const auto item : all_items()) EXPECT_EQ(*parse_item(name_of(item)), item);
    EXPECT_FALSE(parse_item("evaluations").has_value());
    const auto law = law::Library::load();
    ASSERT_TRUE(law.has_value());
    const auto catalogue = catalogue::Catalogue::load(*law);
    ASSERT_TRUE(catalogue.has_value());
    for (const auto& kind : catalogue->kinds.all()) {
        EXPECT_EQ(item_of_kind(kind.id).has_value(), kind.id != "evaluation" && !kind.reference)
            << kind.id;
    }
}

}  // namespace
}  // namespace credit::consents
