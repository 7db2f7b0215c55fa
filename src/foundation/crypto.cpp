#include "foundation/crypto.h"

#include <argon2.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/types.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"

namespace credit::crypto {
namespace {

constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;

// Argon2id as RFC 9106 advises where memory is limited: 64 MiB, three passes, one lane.
constexpr std::uint32_t argon2_passes = 3;
constexpr std::uint32_t argon2_kibibytes = 64U * 1024U;
constexpr std::size_t argon2_salt_size = 16;
constexpr std::size_t argon2_hash_size = 32;

struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

using DigestContext = std::unique_ptr<EVP_MD_CTX, Free>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Free>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Free>;

PrivateKey private_key(const Key& seed) {
    PrivateKey key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    CHECK(key != nullptr);
    return key;
}

// What EVP asks for where there is nothing: a pointer that may be read, and a length of zero.
const unsigned char* data_of(BytesView bytes) {
    static constexpr unsigned char nothing = 0;
    return bytes.empty() ? &nothing : bytes.data();
}

}  // namespace

Digest sha256(BytesView bytes) {
    return sha256(std::span(&bytes, 1));
}

Digest sha256(std::span<const BytesView> parts) {
    // Not EVP, which allocates its state anew for every digest.
    SHA256_CTX state;
    CHECK(SHA256_Init(&state) == 1);
    for (const auto part : parts) {
        CHECK(SHA256_Update(&state, data_of(part), part.size()) == 1);
    }
    Digest digest;
    CHECK(SHA256_Final(digest.data(), &state) == 1);
    return digest;
}

// RFC 2104, over sha256, so that nothing is allocated.
Digest hmac_sha256(const Key& key, BytesView bytes) {
    std::array<std::uint8_t, 64> inner{};
    std::ranges::copy(key, inner.begin());
    std::array<std::uint8_t, 64> outer = inner;
    for (auto& byte : inner) byte ^= 0x36U;
    for (auto& byte : outer) byte ^= 0x5cU;
    const std::array<BytesView, 2> first{BytesView(inner), bytes};
    const Digest digest = sha256(first);
    const std::array<BytesView, 2> second{BytesView(outer), BytesView(digest)};
    return sha256(second);
}

void fill_random(std::span<std::uint8_t> bytes) {
    CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
}

Key random_key() {
    Key key;
    fill_random(key);
    return key;
}

Bytes seal(const Key& key, BytesView plain, BytesView context) {
    Bytes sealed(nonce_size + plain.size() + tag_size);
    fill_random(std::span(sealed).first(nonce_size));
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    CHECK(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), sealed.data()) ==
          1);
    CHECK(EVP_EncryptUpdate(cipher.get(), nullptr, &written, data_of(context),
                            static_cast<int>(context.size())) == 1);
    CHECK(EVP_EncryptUpdate(cipher.get(), sealed.data() + nonce_size, &written, data_of(plain),
                            static_cast<int>(plain.size())) == 1);
    CHECK(EVP_EncryptFinal_ex(cipher.get(), sealed.data() + nonce_size + plain.size(), &written) ==
          1);
    CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_size,
                              sealed.data() + nonce_size + plain.size()) == 1);
    return sealed;
}

Result<Bytes> open(const Key& key, BytesView sealed, BytesView context) {
    if (sealed.size() < nonce_size + tag_size) {
        return fail(ErrorCode::InvalidInput, "foundation.seal_broken");
    }
    const auto secret = sealed.subspan(nonce_size, sealed.size() - nonce_size - tag_size);
    Bytes tag(sealed.end() - tag_size, sealed.end());
    Bytes plain(secret.size() + 1);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    CHECK(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), sealed.data()) ==
          1);
    CHECK(EVP_DecryptUpdate(cipher.get(), nullptr, &written, data_of(context),
                            static_cast<int>(context.size())) == 1);
    CHECK(EVP_DecryptUpdate(cipher.get(), plain.data(), &written, data_of(secret),
                            static_cast<int>(secret.size())) == 1);
    CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_size, tag.data()) == 1);
    if (EVP_DecryptFinal_ex(cipher.get(), plain.data() + secret.size(), &written) != 1) {
        return fail(ErrorCode::InvalidInput, "foundation.seal_broken");
    }
    plain.resize(secret.size());
    return plain;
}

PublicKey public_key_of(const Key& seed) {
    PublicKey key;
    std::size_t size = key.size();
    CHECK(EVP_PKEY_get_raw_public_key(private_key(seed).get(), key.data(), &size) == 1);
    return key;
}

Signature sign(const Key& seed, BytesView message) {
    const DigestContext context(EVP_MD_CTX_new());
    const PrivateKey key = private_key(seed);
    Signature signature;
    std::size_t size = signature.size();
    CHECK(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1);
    CHECK(EVP_DigestSign(context.get(), signature.data(), &size, data_of(message),
                         message.size()) == 1);
    return signature;
}

bool verify(const PublicKey& key, BytesView message, const Signature& signature) {
    const PrivateKey public_key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
    if (public_key == nullptr) return false;
    const DigestContext context(EVP_MD_CTX_new());
    CHECK(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.get()) == 1);
    return EVP_DigestVerify(context.get(), signature.data(), signature.size(), data_of(message),
                            message.size()) == 1;
}

std::string hash_password(std::string_view password) {
    std::array<std::uint8_t, argon2_salt_size> salt{};
    fill_random(salt);
    std::string encoded(argon2_encodedlen(argon2_passes, argon2_kibibytes, 1, argon2_salt_size,
                                          argon2_hash_size, Argon2_id),
                        '\0');
    CHECK(argon2id_hash_encoded(argon2_passes, argon2_kibibytes, 1, password.data(),
                                password.size(), salt.data(), salt.size(), argon2_hash_size,
                                encoded.data(), encoded.size()) == ARGON2_OK);
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool password_matches(std::string_view encoded, std::string_view password) {
    return argon2id_verify(std::string(encoded).c_str(), password.data(), password.size()) ==
           ARGON2_OK;
}

}  // namespace credit::crypto
