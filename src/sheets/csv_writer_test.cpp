#include "sheets/csv_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/scratch_file.h"

namespace credit::sheets {
namespace {

std::string csv_cell(std::string_view cell) {
    std::string text;
    append_csv_cell(text, cell);
    return text;
}

TEST(CsvWriter, LeavesCodesAndNumbersAsTheyAre) {
    for (const char* cell : {"91370100M000100Y43", "鲁环罚〔2026〕1号", "-12.5", "+86-531-0000",
                             "-", "--", "", "2026-04-01", "'tis", "a=b"}) {
        EXPECT_EQ(csv_cell(cell), cell);
    }
}

TEST(CsvWriter, QuotesWhatWouldBeReadAmiss) {
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csv_cell(" a"), "\" a\"");
}

TEST(CsvWriter, PutsAnApostropheBeforeFormulas) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("-2+3+cmd|' /C calc'!A0"), "'-2+3+cmd|' /C calc'!A0");
    EXPECT_EQ(csv_cell("+A1"), "'+A1");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
    EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(csv_cell("'=1"), "''=1");
}

TEST(CsvWriter, IsReadBackAsWritten) {
    const ScratchFile file;
    const Cells cells{{"名称", "代码", "备注"},
                      {"=1+1", "'=1", "''@x"},
                      {"a\r\nb", "\"", " , "},
                      {"-1", "-A", "\t"}};
    auto writer = CsvWriter::create(file.path()).value();
    for (const auto& row : cells) ASSERT_TRUE(writer.write_row(row));
    ASSERT_TRUE(writer.write_row({"𠮷", "", "末"}));
    EXPECT_FALSE(std::filesystem::exists(file.path()));
    ASSERT_TRUE(writer.finish());

    Cells expected = cells;
    expected.push_back({"𠮷", "", "末"});
    EXPECT_EQ(read_cells(file.path()), expected);
    EXPECT_TRUE(file.bytes().starts_with("\xEF\xBB\xBF名称,代码,备注\r\n"));
    const auto rights = std::filesystem::status(file.path()).permissions();
    EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(CsvWriter, LeavesNothingBehindUnlessFinished) {
    const ScratchFile file;
    {
        auto writer = CsvWriter::create(file.path()).value();
        ASSERT_TRUE(writer.write_row({"half"}));
        auto moved = std::move(writer);
        ASSERT_TRUE(moved.write_row({"done"}));
    }
    EXPECT_FALSE(std::filesystem::exists(file.path()));
    EXPECT_FALSE(std::filesystem::exists(file.path().string() + ".part"));
    EXPECT_FALSE(CsvWriter::create("no/such/folder/x.csv"));
}

}  // namespace
}  // namespace credit::sheets
