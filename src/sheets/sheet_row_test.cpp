#include <gtest/gtest.h>

#include "sheets/reader.h"

namespace credit::sheets {
namespace {

TEST(ColumnLetters, AreThoseOfASpreadsheet) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(27), "AB");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
    EXPECT_EQ(column_letters(16383), "XFD");
}

}  // namespace
}  // namespace credit::sheets
