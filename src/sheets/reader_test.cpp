#include "sheets/reader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/scratch_file.h"

namespace credit::sheets {
namespace {

using namespace std::string_literals;

std::string refusal_of(std::string_view bytes) {
    const ScratchFile file(bytes);
    return refusal(file.path());
}

TEST(Reader, SaysWhatAFileIsThatItDoesNotRead) {
    EXPECT_EQ(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest of an .xls"),
              "sheets.old_workbook");
    EXPECT_EQ(refusal_of("\xEF\xBB\xBF \n<html><table>"), "sheets.web_page");
    EXPECT_EQ(refusal_of("<?xml version=\"1.0\"?><Workbook/>"), "sheets.web_page");
    EXPECT_EQ(refusal_of("%PDF-1.7 …"), "sheets.not_a_table");
    EXPECT_EQ(refusal_of("Rar!\x1A\x07\x01"), "sheets.not_a_table");
    EXPECT_EQ(refusal_of("PK\x03\x04 and no end"), "sheets.broken_workbook");
}

TEST(Reader, SaysThatAFileIsEmptyOrAway) {
    const ScratchFile empty("x");
    std::filesystem::resize_file(empty.path(), 0);
    EXPECT_EQ(refusal(empty.path()), "sheets.empty_file");
    EXPECT_EQ(refusal("no/such/file.csv"), "sheets.cannot_open");
    EXPECT_EQ(refusal(testing::TempDir()), "sheets.cannot_open");
}

TEST(Reader, FindsNoRowsInAFileOfBlanks) {
    for (const auto& bytes : {"\xEF\xBB\xBF"s, "\n"s, ",,,\r\n , \r\n"s, "\xFF\xFE"s}) {
        const ScratchFile file(bytes);
        EXPECT_EQ(read_cells(file.path()), Cells{});
    }
}

}  // namespace
}  // namespace credit::sheets
