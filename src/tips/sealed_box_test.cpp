// A box that the portal's script made, and boxes that must not open.

#include "tips/sealed_box.h"

#include <gtest/gtest.h>

#include <string>

#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "tips/key_file.h"

namespace credit::tips {
namespace {

constexpr auto vector_file = "tests/data/tips/box.json";

Content content_of(std::string text) {
    return {.told = {{"text", std::move(text)}}, .files = {{.name = "a", .content = "示例材料"}}};
}

TEST(SealedBox, opens_what_the_browser_sealed_with_the_key_file_of_the_command_line) {
    const auto vector = parse_object(*read_whole(vector_file));
    ASSERT_TRUE(vector.has_value());
    const auto pair =
        read_key_text(*read_text(*vector, "key_file"), *read_text(*vector, "passphrase"));
    ASSERT_TRUE(pair.has_value());
    const auto content = open_tip_box(*pair, *from_base64(*read_text(*vector, "box")));
    ASSERT_TRUE(content.has_value());
    EXPECT_EQ(*read_text(content->told, "text"), "示例经过");
    EXPECT_EQ(*read_text(content->told, "name"), "示例举报人");
    ASSERT_EQ(content->files.size(), 1U);
    EXPECT_EQ(content->files.front().content, "示例材料");
}

TEST(SealedBox, opens_with_its_own_key_alone_and_only_whole) {
    const auto pair = crypto::new_key_pair();
    auto box = seal_tip(pair.point, content_of("示例经过"));
    ASSERT_TRUE(open_tip_box(pair, box).has_value());
    EXPECT_FALSE(open_tip_box(crypto::new_key_pair(), box).has_value());
    EXPECT_EQ(*read_key_id(box), key_id_of(pair.point));
    for (const std::size_t place : {std::size_t{0}, std::size_t{5}, std::size_t{40},
                                    std::size_t{90}, std::size_t{200}, box.size() - 1}) {
        box.at(place) ^= 1U;
        EXPECT_FALSE(open_tip_box(pair, box).has_value()) << place;
        box.at(place) ^= 1U;
    }
    box.pop_back();
    EXPECT_FALSE(open_tip_box(pair, box).has_value());
}

TEST(SealedBox, tells_little_by_its_size) {
    const auto pair = crypto::new_key_pair();
    EXPECT_EQ(seal_tip(pair.point, content_of("a")).size(),
              seal_tip(pair.point, content_of(std::string(9000, 'a'))).size());
}

TEST(SealedBox, too_large_a_one_is_refused) {
    EXPECT_EQ(read_key_id(Bytes(box_max + 1)).error().grounds.front().word, "tips.box_too_large");
}

TEST(TipKeyFile, opens_with_its_passphrase_alone) {
    const auto pair = crypto::new_key_pair();
    const auto text = write_key_text(pair, "a long passphrase");
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(read_key_text(*text, "a long passphrase")->secret, pair.secret);
    EXPECT_EQ(*read_point_of(*text), pair.point);
    EXPECT_EQ(read_key_text(*text, "another passphrase").error().grounds.front().word,
              "tips.passphrase_wrong");
    EXPECT_EQ(read_key_text("{}", "a").error().grounds.front().word, "tips.key_file_broken");
    EXPECT_EQ(write_key_text(pair, "short").error().grounds.front().word, "tips.passphrase_weak");
}

}  // namespace
}  // namespace credit::tips
