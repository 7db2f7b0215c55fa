#include "log/checkpoint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "foundation/bytes.h"

namespace credit::log {
namespace {

// The example of Go's package note, whose format the specification took over.
constexpr std::string_view go_verifier =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view go_seed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view go_text =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
constexpr std::string_view go_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    "\n";

crypto::Key seed_of(std::string_view base64) {
    const auto bytes = from_base64(base64).value();
    crypto::Key seed{};
    std::copy(bytes.begin() + 1, bytes.end(), seed.begin());
    return seed;
}

TEST(Note, AgreesWithGo) {
    const auto verifier = Verifier::parse(go_verifier).value();
    EXPECT_EQ(verifier.to_text(), go_verifier);
    EXPECT_EQ(sign_note(go_text, "PeterNeumann", seed_of(go_seed)), go_note);
    const auto note = parse_note(go_note).value();
    EXPECT_EQ(note.text, go_text);
    EXPECT_TRUE(signed_by(note, verifier));
}

TEST(Note, KeepsEmptyLinesOfItsText) {
    const auto note = parse_note("a\n\nb\n\n\u2014 k AAAAAQE=\n").value();
    EXPECT_EQ(note.text, "a\n\nb\n");
    ASSERT_EQ(note.signatures.size(), 1U);
    EXPECT_EQ(note.signatures[0].key_id, 1U);
}

TEST(Note, RefusesWhatTheSpecificationDoesNotAllow) {
    for (const std::string_view broken : {
             "",
             "\n",
             "text\n",
             "text\n\n",
             "text\n\n\u2014 k AAAAAQE=",          // no last newline
             "text\n\n- k AAAAAQE=\n",             // a hyphen
             "text\n\n\u2014 k  AAAAAQE=\n",       // two spaces
             "text\n\n\u2014 k AAAAAQ==\n",        // a key id and nothing else
             "text\n\n\u2014 k AAAAAQE\n",         // no padding
             "text\n\n\u2014 k+ AAAAAQE=\n",       // a plus sign
             "text\n\n\u2014 k\u3000 AAAAAQE=\n",  // a wide space
             "te\txt\n\n\u2014 k AAAAAQE=\n",      // a control character
             "te\r\n\n\u2014 k AAAAAQE=\n",
             "te\xC0\x80\n\n\u2014 k AAAAAQE=\n",  // not UTF-8
             "te\xED\xA0\x80\n\n\u2014 k AAAAAQE=\n",
         }) {
        EXPECT_FALSE(parse_note(broken).has_value()) << broken;
    }
}

TEST(Note, IgnoresUnknownKeysAndRefusesAFalseSignatureOfAKnownOne) {
    const auto verifier = Verifier::parse(go_verifier).value();
    const std::string witnessed = std::string(go_note) + "\u2014 witness.example AAAAAQE=\n";
    EXPECT_TRUE(signed_by(parse_note(witnessed).value(), verifier));
    std::string changed(go_note);
    changed.replace(0, 2, "As");
    EXPECT_FALSE(signed_by(parse_note(changed).value(), verifier));
    const auto again = std::string(go_note) + "\u2014 PeterNeumann x08go/ZJkg==\n";
    EXPECT_FALSE(signed_by(parse_note(again).value(), verifier));
}

TEST(Checkpoint, ReadsTheSpecificationsExample) {
    const auto checkpoint =
        parse_checkpoint_text(
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")
            .value();
    EXPECT_EQ(checkpoint.origin, "example.com/behind-the-sofa");
    EXPECT_EQ(checkpoint.head.size, 20852163U);
}

TEST(Checkpoint, IsReadBackAsSigned) {
    const auto seed = crypto::random_key();
    const Checkpoint checkpoint{.origin = "register.example/log",
                                .head = {.size = 7, .root = empty_root()}};
    const Verifier verifier{.name = checkpoint.origin, .key = crypto::public_key_of(seed)};
    const auto note = sign_checkpoint(checkpoint, seed);
    EXPECT_EQ(open_checkpoint(note, verifier).value().head, checkpoint.head);

    std::string larger = note;
    larger.replace(larger.find("\n7\n"), 3, "\n8\n");
    EXPECT_EQ(open_checkpoint(larger, verifier).error().grounds.front().word,
              "log.wrong_signature");
    const Verifier other{.name = checkpoint.origin,
                         .key = crypto::public_key_of(crypto::random_key())};
    EXPECT_FALSE(open_checkpoint(note, other).has_value());
}

TEST(Checkpoint, RefusesWhatTheSpecificationDoesNotAllow) {
    constexpr std::string_view root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    const auto text = [&](std::string_view size) {
        return "o\n" + std::string(size) + "\n" + std::string(root);
    };
    EXPECT_TRUE(parse_checkpoint_text(text("0")).has_value());
    EXPECT_TRUE(parse_checkpoint_text(text("18446744073709551615") + "ext\n").has_value());
    for (const std::string_view size : {"", "-1", "+1", "01", "00", "1 ", "18446744073709551616"})
        EXPECT_FALSE(parse_checkpoint_text(text(size)).has_value()) << size;
    EXPECT_FALSE(parse_checkpoint_text("\n1\n" + std::string(root)).has_value());
    EXPECT_FALSE(parse_checkpoint_text("o\n1\nAAAA\n").has_value());
    EXPECT_FALSE(parse_checkpoint_text("o\n1\n").has_value());
    EXPECT_FALSE(parse_checkpoint_text(text("1") + "\n").has_value());
    EXPECT_FALSE(parse_checkpoint_text(text("1") + "ext").has_value());
}

}  // namespace
}  // namespace credit::log
