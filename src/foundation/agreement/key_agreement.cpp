#include "foundation/agreement/key_agreement.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/obj_mac.h>
#include <openssl/types.h>

#include <algorithm>
#include <cstddef>
#include <expected>
#include <memory>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::crypto {
namespace {

struct Free {
    void operator()(EC_GROUP* group) const { EC_GROUP_free(group); }
    void operator()(EC_POINT* point) const { EC_POINT_clear_free(point); }
    void operator()(BIGNUM* number) const { BN_clear_free(number); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};

using Group = std::unique_ptr<EC_GROUP, Free>;
using CurvePoint = std::unique_ptr<EC_POINT, Free>;
using Number = std::unique_ptr<BIGNUM, Free>;

const EC_GROUP* curve() {
    static const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    CHECK(group != nullptr);
    return group.get();
}

std::unexpected<Error> not_a_point() {
    return fail(ErrorCode::InvalidInput, "foundation.not_a_point");
}

// A secret is a number from one to the order, less one.
Result<Number> number_of(const Key& secret) {
    Number number(BN_secure_new());
    CHECK(number != nullptr);
    CHECK(BN_bin2bn(secret.data(), static_cast<int>(secret.size()), number.get()) != nullptr);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    const bool within =
        BN_is_zero(number.get()) == 0 && BN_cmp(number.get(), EC_GROUP_get0_order(curve())) < 0;
    if (!within) return not_a_point();
    return number;
}

Point bytes_of_point(const EC_POINT* point) {
    Point bytes;
    CHECK(EC_POINT_point2oct(curve(), point, POINT_CONVERSION_UNCOMPRESSED, bytes.data(),
                             bytes.size(), nullptr) == bytes.size());
    return bytes;
}

}  // namespace

KeyPair new_key_pair() {
    const Number number(BN_secure_new());
    CHECK(number != nullptr);
    do {
        CHECK(BN_priv_rand_range(number.get(), EC_GROUP_get0_order(curve())) == 1);
    } while (BN_is_zero(number.get()) != 0);
    KeyPair pair{};
    CHECK(BN_bn2binpad(number.get(), pair.secret.data(), static_cast<int>(pair.secret.size())) ==
          static_cast<int>(pair.secret.size()));
    pair.point = *point_of(pair.secret);
    return pair;
}

Result<Point> point_of(const Key& secret) {
    const auto number = TRY(number_of(secret));
    const CurvePoint point(EC_POINT_new(curve()));
    CHECK(EC_POINT_mul(curve(), point.get(), number.get(), nullptr, nullptr, nullptr) == 1);
    return bytes_of_point(point.get());
}

Result<Point> read_point(BytesView bytes) {
    Point point;
    const CurvePoint on_curve(EC_POINT_new(curve()));
    // The point at infinity has one byte.
    if (bytes.size() != point.size() ||
        EC_POINT_oct2point(curve(), on_curve.get(), bytes.data(), bytes.size(), nullptr) != 1) {
        return not_a_point();
    }
    std::ranges::copy(bytes, point.begin());
    return point;
}

Result<Key> agree(const Key& secret, const Point& other) {
    const auto number = TRY(number_of(secret));
    const CurvePoint theirs(EC_POINT_new(curve()));
    if (EC_POINT_oct2point(curve(), theirs.get(), other.data(), other.size(), nullptr) != 1) {
        return not_a_point();
    }
    const CurvePoint both(EC_POINT_new(curve()));
    CHECK(EC_POINT_mul(curve(), both.get(), nullptr, theirs.get(), number.get(), nullptr) == 1);
    Point point = bytes_of_point(both.get());
    Key shared;
    std::copy_n(point.begin() + 1, shared.size(), shared.begin());
    return shared;
}

Key derive_key(const Key& shared, const Digest& salt, std::string_view info) {
    const std::unique_ptr<EVP_PKEY_CTX, Free> context(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
    CHECK(context != nullptr && EVP_PKEY_derive_init(context.get()) == 1);
    CHECK(EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1);
    CHECK(EVP_PKEY_CTX_set1_hkdf_salt(context.get(), salt.data(), static_cast<int>(salt.size())) ==
          1);
    CHECK(EVP_PKEY_CTX_set1_hkdf_key(context.get(), shared.data(),
                                     static_cast<int>(shared.size())) == 1);
    const auto words = bytes_of(info);
    CHECK(EVP_PKEY_CTX_add1_hkdf_info(context.get(), words.data(),
                                      static_cast<int>(words.size())) == 1);
    Key key;
    std::size_t size = key.size();
    CHECK(EVP_PKEY_derive(context.get(), key.data(), &size) == 1 && size == key.size());
    return key;
}

Key stretch_password(std::string_view password, BytesView salt, int iterations) {
    Key key;
    CHECK(PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), salt.data(),
                            static_cast<int>(salt.size()), iterations, EVP_sha256(),
                            static_cast<int>(key.size()), key.data()) == 1);
    return key;
}

}  // namespace credit::crypto
