#include "sheets/faults_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sheets/reader.h"
#include "sheets/scratch_file.h"

namespace credit::sheets {
namespace {

// Two sheets, or the same rows as one CSV; the third row of the first stands at number 5.
void write_sample(const ScratchFile& file, FileKind kind, FaultsRows rows) {
    auto writer = FaultsWriter::create(file.path(), kind, rows).value();
    SheetRow row{.sheet = "表一", .number = 1, .cells = {"名称", "代码"}};
    ASSERT_TRUE(writer->write_header(row));
    row = {.sheet = "表一", .number = 2, .cells = {"甲", "0123"}};
    ASSERT_TRUE(writer->write_row(row, ""));
    row = {.sheet = "表一", .number = 5, .cells = {"=乙", "", "多余"}};
    ASSERT_TRUE(writer->write_row(row, "B 列：缺代码"));
    if (kind == FileKind::Xlsx) {
        row = {.sheet = "表二", .number = 2, .cells = {"名称"}};
        ASSERT_TRUE(writer->write_header(row));
    }
    EXPECT_FALSE(std::filesystem::exists(file.path()));
    ASSERT_TRUE(writer->finish());
}

TEST(FaultsWriter, GivesACsvBackWithOneColumnMore) {
    const ScratchFile file;
    write_sample(file, FileKind::Csv, FaultsRows::All);
    const auto rows = read_rows(file.path()).value();
    EXPECT_EQ(cells_of(rows), (Cells{{"名称", "代码", "退回原因"},
                                     {"甲", "0123", ""},
                                     {"=乙", "", "B 列：缺代码", "多余"}}));
    EXPECT_EQ(rows[2].number, 5);  // the row keeps its number
    EXPECT_TRUE(file.bytes().starts_with("\xEF\xBB\xBF"));
}

TEST(FaultsWriter, GivesAWorkbookBackWithOneColumnMore) {
    const ScratchFile file;
    write_sample(file, FileKind::Xlsx, FaultsRows::All);
    const auto rows = read_rows(file.path()).value();
    EXPECT_EQ(cells_of(rows), (Cells{{"名称", "代码", "退回原因"},
                                     {"甲", "0123"},
                                     {"=乙", "", "B 列：缺代码", "多余"},
                                     {"名称", "退回原因"}}));
    EXPECT_EQ(rows[1].kinds, std::vector(2, CellKind::Text));
    EXPECT_EQ(rows[2].number, 5);
    EXPECT_EQ(rows[3].sheet, "表二");
}

TEST(FaultsWriter, CanGiveBackTheFaultyRowsAlone) {
    for (const auto kind : {FileKind::Csv, FileKind::Xlsx}) {
        const ScratchFile file;
        write_sample(file, kind, FaultsRows::FaultyOnly);
        const auto rows = read_rows(file.path()).value();
        ASSERT_GE(rows.size(), 2);
        EXPECT_EQ(rows[0].number, 1);
        EXPECT_EQ(rows[1].number, 2);
        EXPECT_EQ(rows[1].cells[0], "=乙");
    }
}

TEST(FaultsWriter, CutsATextThatNoCellCanHold) {
    const ScratchFile file;
    auto writer = FaultsWriter::create(file.path(), FileKind::Xlsx, FaultsRows::All).value();
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "错";
    ASSERT_TRUE(writer->write_header({.sheet = "bad:name", .number = 1, .cells = {"名称"}}));
    ASSERT_TRUE(writer->write_row({.number = 2, .cells = {"甲"}}, text));
    ASSERT_TRUE(writer->finish());
    const auto rows = read_rows(file.path(), {.cell_bytes = 200'000}).value();
    EXPECT_EQ(rows[1].cells[1].size(), 32'767 * 3);
}

TEST(FaultsWriter, LeavesNothingBehindUnlessFinished) {
    const ScratchFile file;
    {
        auto writer = FaultsWriter::create(file.path(), FileKind::Xlsx, FaultsRows::All).value();
        ASSERT_TRUE(writer->write_header({.sheet = "表", .number = 1, .cells = {"名称"}}));
    }
    EXPECT_FALSE(std::filesystem::exists(file.path()));
    EXPECT_FALSE(std::filesystem::exists(file.path().string() + ".part"));
}

}  // namespace
}  // namespace credit::sheets
