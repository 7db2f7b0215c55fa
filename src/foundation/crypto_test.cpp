// Published vectors, and boxes that must not open.

#include "foundation/crypto.h"

#include <gtest/gtest.h>

#include <string>

#include "foundation/bytes.h"

namespace credit::crypto {
namespace {

TEST(Crypto, sha256_of_the_standards_example) {
    EXPECT_EQ(to_hex(sha256(bytes_of("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Crypto, hmac_of_rfc_4231_case_1) {
    Key key{};
    for (int i = 0; i < 20; ++i) key[static_cast<std::size_t>(i)] = 0x0b;
    EXPECT_EQ(to_hex(hmac_sha256(key, bytes_of("Hi There"))),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST(Crypto, a_sealed_box_opens_only_whole_and_in_its_context) {
    const Key key = random_key();
    auto box = seal(key, bytes_of("facts"), bytes_of("act 1"));
    EXPECT_EQ(text_of(*open(key, box, bytes_of("act 1"))), "facts");
    EXPECT_FALSE(open(key, box, bytes_of("act 2")).has_value());
    EXPECT_FALSE(open(random_key(), box, bytes_of("act 1")).has_value());
    EXPECT_FALSE(open(key, BytesView(box).first(10), bytes_of("act 1")).has_value());
    box[14] ^= 1U;
    EXPECT_FALSE(open(key, box, bytes_of("act 1")).has_value());
}

TEST(Crypto, an_empty_message_is_sealed_and_signed_too) {
    const Key key = random_key();
    EXPECT_TRUE(open(key, seal(key, {}, {}), {})->empty());
    EXPECT_TRUE(verify(public_key_of(key), {}, sign(key, {})));
}

TEST(Crypto, a_signature_fits_one_message_only) {
    const Key seed = random_key();
    const auto signature = sign(seed, bytes_of("checkpoint"));
    EXPECT_TRUE(verify(public_key_of(seed), bytes_of("checkpoint"), signature));
    EXPECT_FALSE(verify(public_key_of(seed), bytes_of("checkpoinT"), signature));
    EXPECT_FALSE(verify(public_key_of(random_key()), bytes_of("checkpoint"), signature));
}

TEST(Crypto, a_password_matches_only_itself) {
    const auto encoded = hash_password("信衡 demo");
    EXPECT_TRUE(encoded.starts_with("$argon2id$"));
    EXPECT_TRUE(password_matches(encoded, "信衡 demo"));
    EXPECT_FALSE(password_matches(encoded, "信衡 Demo"));
}

TEST(Bytes, spellings_come_back) {
    const Bytes bytes{0x00, 0xff, 0x10, 0x80};
    EXPECT_EQ(*from_hex(to_hex(bytes)), bytes);
    EXPECT_EQ(*from_base64(to_base64(bytes)), bytes);
    EXPECT_EQ(to_base32(Bytes(16, 0xff)), std::string(25, 'Z') + "W");
    EXPECT_FALSE(from_hex("0g").has_value());
    EXPECT_FALSE(from_base64("a===").has_value());
}

}  // namespace
}  // namespace credit::crypto
