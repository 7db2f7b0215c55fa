// What goes over the wire, and which addresses do.

#include "notices/channels/mail_channel.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "notices/channels/address_book.h"
#include "notices/channels/channel.h"

namespace credit::notices {
namespace {

TEST(MailMessage, HasItsHeadersAndKeepsItsLinesShort) {
    const Letter letter{
        .id = "01J-n",
        .address = "clerk@company.example",
        .title = "列入名单决定书与信用修复告知书 · Decision on the list, with the notice",
        .text = std::string(3000, 'x') + "\n信衡\n"};
    // 2026-11-23 16:30:05 in China.
    const auto message = message_of(
        letter, "register@xinheng.example",
        Instant{start_of(Date{std::chrono::year{2026} / 11 / 23}).milliseconds + 59'405'000LL});
    EXPECT_TRUE(message.starts_with("Date: Mon, 23 Nov 2026 16:30:05 +0800\r\n"));
    EXPECT_TRUE(message.contains("\r\nFrom: <register@xinheng.example>\r\n"));
    EXPECT_TRUE(message.contains("\r\nMessage-ID: <01J-n@xinheng.example>\r\n"));
    EXPECT_TRUE(message.contains("\r\nSubject: =?UTF-8?B?"));
    for (std::size_t at = 0; at < message.size();) {
        const auto end = message.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 78U);
        at = end + 2;
    }
}

TEST(MailAddress, HasNothingThatBreaksOutOfItsEnvelope) {
    for (const std::string_view address :
         {"", "a", "@b.example", "a@", "a@b@c", "a b@c.example", "a@b.example\r\nRCPT TO:<c@d>",
          "<a@b.example>", "a@b.example,c@d.example", "\"a\"@b.example"}) {
        EXPECT_FALSE(judge_address(mail_channel, address).empty()) << address;
    }
    EXPECT_TRUE(judge_address(mail_channel, "clerk.2+x@company.example").empty());
    EXPECT_TRUE(judge_address(text_message_channel, "+8613800000000").empty());
    EXPECT_FALSE(judge_address(text_message_channel, "1380000000a").empty());
}

TEST(MailChannel, WantsAnAddressOfAMailServer) {
    const SystemClock clock;
    const auto opened =
        MailChannel::open({.server = "http://127.0.0.1", .from = "a@b.example"}, clock);
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().grounds.front().word, "notices.not_a_mail_server");
}

TEST(MailChannel, SaysThatAServerIsAway) {
    const SystemClock clock;
    auto channel =
        MailChannel::open({.server = "smtp://127.0.0.1:1", .from = "a@b.example"}, clock);
    ASSERT_TRUE(channel.has_value());
    const auto sent = (*channel)->send(
        {.id = "01J-n", .address = "clerk@company.example", .title = "t", .text = "t\n"});
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(sent.error().grounds.front().word, "notices.channel_away");
}

}  // namespace
}  // namespace credit::notices
