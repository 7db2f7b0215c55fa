#include "access/register.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

#include "access/token.h"

namespace credit::access {
namespace {

TEST(Register, KnowsATokenUntilItsLastMillisecond) {
    Register principals;
    const std::string secret = new_secret();
    principals.admit(digest_of(secret), {.account = "counter", .role = Role::ApprovalSystem},
                     Instant{1000});
    ASSERT_NE(principals.find(secret, Instant{999}), nullptr);
    EXPECT_EQ(principals.find(secret, Instant{999})->account, "counter");
    EXPECT_EQ(principals.find(secret, Instant{1000}), nullptr);
    EXPECT_EQ(principals.find(new_secret(), Instant{0}), nullptr);
}

TEST(Register, ForgetsWhatIsRevoked) {
    Register principals;
    const std::string first = new_secret();
    const std::string second = new_secret();
    for (const std::string& secret : {first, second}) {
        principals.admit(digest_of(secret), {.account = "counter"}, Instant{1000});
    }
    principals.revoke(digest_of(first));
    EXPECT_EQ(principals.find(first, Instant{0}), nullptr);
    EXPECT_NE(principals.find(second, Instant{0}), nullptr);
    principals.revoke_all("counter");
    EXPECT_EQ(principals.find(second, Instant{0}), nullptr);
}

TEST(Register, IsReadWhileItGrows) {
    Register principals;
    const std::string secret = new_secret();
    principals.admit(digest_of(secret), {.account = "counter"}, Instant{1000});
    std::atomic<bool> ending = false;
    std::jthread reader([&] {
        while (!ending) {
            ASSERT_NE(principals.find(secret, Instant{0}), nullptr);
        }
    });
    for (int count = 0; count < 5000; ++count) {
        principals.admit(crypto::random_key(), {.account = "other"}, Instant{1000});
    }
    ending = true;
}

}  // namespace
}  // namespace credit::access
