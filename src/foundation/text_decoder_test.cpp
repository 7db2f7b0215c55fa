#include "foundation/text_decoder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace credit::text {
namespace {

using namespace std::string_view_literals;

Result<std::string> decode(Encoding encoding, std::string_view bytes, std::size_t piece) {
    Decoder decoder(encoding);
    std::string text;
    while (bytes.size() > piece) {
        text += TRY(decoder.feed(bytes_of(bytes.substr(0, piece)), false));
        bytes.remove_prefix(piece);
    }
    text += TRY(decoder.feed(bytes_of(bytes), true));
    return text;
}

struct Sample {
    Encoding encoding;
    std::string_view bytes;
};

class Pieces : public testing::TestWithParam<Sample> {};

// However a file is cut, it reads the same.
TEST_P(Pieces, ReadTheSameInEveryCut) {
    for (std::size_t piece = 1; piece <= GetParam().bytes.size(); ++piece) {
        const auto text = decode(GetParam().encoding, GetParam().bytes, piece);
        ASSERT_TRUE(text.has_value()) << piece;
        EXPECT_EQ(*text, "信用,𬱖\n") << piece;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Decoder, Pieces,
    testing::Values(
        Sample{Encoding::Utf8, "信用,𬱖\n"}, Sample{Encoding::Utf8, "\xEF\xBB\xBF信用,𬱖\n"},
        Sample{Encoding::Gb18030, "\xD0\xC5\xD3\xC3,\x99\x33\xC3\x36\n"},
        Sample{Encoding::Utf16LittleEndian, "\xFF\xFE\xE1\x4F\x28\x75,\0\x73\xD8\x56\xDC\n\0"sv},
        Sample{Encoding::Utf16LittleEndian, "\xE1\x4F\x28\x75,\0\x73\xD8\x56\xDC\n\0"sv},
        Sample{Encoding::Utf16BigEndian, "\xFE\xFF\x4F\xE1\x75\x28\0,\xD8\x73\xDC\x56\0\n"sv}));

Ground ground_of(Encoding encoding, std::string_view bytes, std::size_t piece) {
    const auto text = decode(encoding, bytes, piece);
    return text ? Ground{} : text.error().grounds.front();
}

TEST(Decoder, NamesThePlaceOfTheFirstBrokenByte) {
    const auto broken = [](std::string encoding, std::string place) {
        return Ground{"foundation.not_in_encoding", {std::move(encoding), std::move(place)}, {}};
    };
    for (const std::size_t piece : {1U, 2U, 100U}) {
        EXPECT_EQ(ground_of(Encoding::Utf8, "ab\xFFz", piece), broken("UTF-8", "2"));
        EXPECT_EQ(ground_of(Encoding::Utf8, "ab\xE4\xBF", piece), broken("UTF-8", "4"));
        EXPECT_EQ(ground_of(Encoding::Gb18030, "ab\xFF\xFF", piece), broken("GB18030", "2"));
        EXPECT_EQ(ground_of(Encoding::Gb18030, "ab\xD0", piece), broken("GB18030", "2"));
        EXPECT_EQ(ground_of(Encoding::Utf16LittleEndian, "a\0\x00\xDC"sv, piece),
                  broken("UTF-16LE", "2"));
    }
}

TEST(Decoder, KeepsAMarkThatIsNotAtTheStart) {
    EXPECT_EQ(decode(Encoding::Utf8, "a\xEF\xBB\xBF", 1), "a\xEF\xBB\xBF");
}

TEST(Decoder, ReadsAnEmptyFile) {
    EXPECT_EQ(decode(Encoding::Utf8, "", 1), "");
    EXPECT_EQ(decode(Encoding::Gb18030, "", 1), "");
}

}  // namespace
}  // namespace credit::text
