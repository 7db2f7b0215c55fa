// Published vectors, and keys that are none.

#include "foundation/agreement/key_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"

namespace credit::crypto {
namespace {

Key key_of(std::string_view hex) {
    Key key{};
    std::ranges::copy(*from_hex(hex), key.begin());
    return key;
}

// The first of the validation system's vectors for P-256.
TEST(KeyAgreement, comes_to_the_x_of_the_published_vector) {
    const Key secret = key_of("7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534");
    const auto other =
        read_point(*from_hex("04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287"
                             "db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac"));
    ASSERT_TRUE(other.has_value());
    EXPECT_EQ(to_hex(*agree(secret, *other)),
              "46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b");
}

TEST(KeyAgreement, both_sides_come_to_the_same) {
    const auto one = new_key_pair();
    const auto other = new_key_pair();
    EXPECT_EQ(*agree(one.secret, other.point), *agree(other.secret, one.point));
    EXPECT_EQ(*point_of(one.secret), one.point);
}

TEST(KeyAgreement, takes_no_point_that_is_not_on_the_curve) {
    auto point = new_key_pair().point;
    point.back() ^= 1U;
    EXPECT_FALSE(read_point(point).has_value());
    EXPECT_FALSE(agree(new_key_pair().secret, point).has_value());
    EXPECT_FALSE(read_point(BytesView(point).first(64)).has_value());
    EXPECT_FALSE(read_point(Bytes{0}).has_value());
}

TEST(KeyAgreement, takes_no_secret_outside_the_order) {
    EXPECT_FALSE(point_of(Key{}).has_value());
    Key large;
    large.fill(0xff);
    EXPECT_FALSE(point_of(large).has_value());
}

TEST(KeyAgreement, stretches_as_the_published_vector) {
    EXPECT_EQ(to_hex(stretch_password("password", bytes_of("salt"), 1)),
              "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b");
}

}  // namespace
}  // namespace credit::crypto
