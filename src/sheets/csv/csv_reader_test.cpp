#include "sheets/csv/csv_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "foundation/text_decoder.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/scratch_file.h"

namespace credit::sheets {
namespace {

using namespace std::string_literals;

const std::filesystem::path data = "tests/data/sheets";

// What every file of the data folder says; GBK lacks the characters of the last row.
const Cells& table() {
    static const Cells cells{
        {"行政相对人名称", "统一社会信用代码", "处罚决定书文号", "处罚事由"},
        {"山东示例化工有限公司", "91370100M000100Y43", "鲁环罚〔2026〕1号",
         "超标排放，\"三次\"，已责令改正\n限期三十日"},
        {"青岛样本商贸有限公司", "913702003000001234", "青市监处罚〔2026〕20号", ""},
        {"䶮城𠮷祥食品厂", "92370300MA0000001X", "淄市监处罚〔2026〕3号", "无"},
    };
    return cells;
}

Cells cells_in(std::string_view text) {
    const ScratchFile file(text);
    return read_cells(file.path());
}

std::string refusal_of(std::string_view text, const Limits& limits = {}) {
    const ScratchFile file(text);
    return refusal(file.path(), limits);
}

Error error_of(std::string_view text, const Limits& limits = {}) {
    const ScratchFile file(text);
    auto rows = read_rows(file.path(), limits);
    return rows ? Error{} : rows.error();
}

TEST(CsvReader, ReadsTheSameTableInEveryEncoding) {
    for (const char* name :
         {"utf8.csv", "utf8_mark.csv", "gb18030.csv", "utf16le_mark.csv", "utf16be_mark.csv",
          "utf16le.csv", "utf16be.csv", "utf16le_tabs.txt", "gb18030_semicolons.csv"}) {
        EXPECT_EQ(read_cells(data / name), table()) << name;
    }
    EXPECT_EQ(read_cells(data / "gbk.csv"), Cells(table().begin(), table().end() - 1));
}

TEST(CsvReader, ReadsTheShortestText) {
    EXPECT_EQ(cells_in("\xC9\xBD,b\n"), (Cells{{"山", "b"}}));
    EXPECT_EQ(cells_in("\xFF\xFE"
                       "x\0"s),
              (Cells{{"x"}}));
    EXPECT_EQ(cells_in("x"), (Cells{{"x"}}));
}

TEST(CsvReader, TellsWhatTheFileIs) {
    const auto reader = Reader::open(data / "gb18030_semicolons.csv").value();
    EXPECT_EQ(reader->format().kind, FileKind::Csv);
    EXPECT_EQ(reader->format().encoding, text::Encoding::Gb18030);
    EXPECT_EQ(reader->format().delimiter, ';');
    EXPECT_EQ(reader->progress().total,
              std::filesystem::file_size(data / "gb18030_semicolons.csv"));
    EXPECT_EQ(Reader::open(data / "utf16be.csv").value()->format().encoding,
              text::Encoding::Utf16BigEndian);
    EXPECT_EQ(Reader::open(data / "utf16le_tabs.txt").value()->format().delimiter, '\t');
}

TEST(CsvReader, EndsRecordsWithAnyLineEnd) {
    const Cells cells{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(cells_in("a,b\r\n1,2\r\n3,4\r\n"), cells);
    EXPECT_EQ(cells_in("a,b\n1,2\n3,4"), cells);
    EXPECT_EQ(cells_in("a,b\r1,2\r3,4\r"), cells);
}

TEST(CsvReader, TakesQuotesAsTheStandardWritesThem) {
    EXPECT_EQ(cells_in("\"a,b\",\"c\"\"d\",\"\"\"\"\n"), (Cells{{"a,b", "c\"d", "\""}}));
    EXPECT_EQ(cells_in("\"x\r\ny\" ,z\n"), (Cells{{"x\r\ny", "z"}}));
    // A quote inside an unquoted cell is text, as spreadsheets read it.
    EXPECT_EQ(cells_in("5\" pipe,b\"c\n"), (Cells{{"5\" pipe", "b\"c"}}));
    // The last cell may be empty, quoted or cut by the end of the file.
    EXPECT_EQ(cells_in("a,b\n1,"), (Cells{{"a", "b"}, {"1", ""}}));
    EXPECT_EQ(cells_in("a,b\n1,\"\""), (Cells{{"a", "b"}, {"1", ""}}));
}

TEST(CsvReader, NumbersRecordsAndLines) {
    const ScratchFile file("h1,h2\r\n\r\n\"a\nb\r\nc\",2\r\n , \n3,4\n\n,\n\n");
    const auto rows = read_rows(file.path()).value();
    ASSERT_EQ(rows.size(), 3);  // blank rows are left out, at the end and between
    EXPECT_EQ(rows[1].number, 3);
    EXPECT_EQ(rows[1].line, 3);
    EXPECT_EQ(rows[2].number, 5);
    EXPECT_EQ(rows[2].line, 7);
    EXPECT_EQ(rows[2].sheet, "");
    EXPECT_EQ(rows[2].kinds, std::vector(2, CellKind::Text));
}

TEST(CsvReader, CellsAndQuotesMaySpanBlocks) {
    // Blocks are 128 KiB: cells, quotes, line ends and characters fall on every border.
    for (std::size_t shift = 0; shift < 24; ++shift) {
        std::string text(shift, 'x');
        text += "\r\n";
        Cells cells{{std::string(shift, 'x')}};
        if (shift == 0) cells.clear();
        for (int i = 0; i < 14'000; ++i) {
            text += "\"a\"\"b\r\n\",信用𠮷\r\n";
            cells.push_back({"a\"b\r\n", "信用𠮷"});
        }
        ASSERT_EQ(cells_in(text), cells) << shift;
    }
}

TEST(CsvReader, NamesABrokenQuoteByItsRow) {
    const auto open = error_of("a,b\n1,2\n\n3,\"4\n5,6\n");
    ASSERT_EQ(open.grounds.size(), 1);
    EXPECT_EQ(open.grounds[0].word, "sheets.unterminated_quote");
    EXPECT_EQ(open.grounds[0].arguments, (std::vector<std::string>{"4", "4", "B", "0"}));
    EXPECT_EQ(open.grounds[0].pointer, "B4");

    const auto after = error_of("a,b\n\"x\ny\",\"p\"q\n");
    EXPECT_EQ(after.grounds[0].word, "sheets.text_after_quote");
    EXPECT_EQ(after.grounds[0].arguments[0], "2");
}

TEST(CsvReader, RefusesWhatIsPastALimit) {
    const Limits limits{.cell_bytes = 10, .row_bytes = 25, .columns = 3, .rows = 2};
    EXPECT_EQ(refusal_of("1234567890,b\n", limits), "");
    EXPECT_EQ(refusal_of("12345678901,b\n", limits), "sheets.cell_too_long");
    EXPECT_EQ(refusal_of("\"12345678901\",b\n", limits), "sheets.quoted_cell_too_long");
    EXPECT_EQ(refusal_of("1234567890,1234567890,12345\n", limits), "");
    EXPECT_EQ(refusal_of("1234567890,1234567890,123456\n", limits), "sheets.row_too_long");
    EXPECT_EQ(refusal_of("a,b,c\n", limits), "");
    EXPECT_EQ(refusal_of("a,b,c,d\n", limits), "sheets.too_many_columns");
    EXPECT_EQ(refusal_of("1\n2\n", limits), "");
    EXPECT_EQ(refusal_of("1\n2\n3\n", limits), "sheets.too_many_rows");
}

TEST(CsvReader, RefusesALineOfTwoGigabytesAtOnce) {
    const ScratchFile file("header\n");
    {
        std::ofstream out(file.path(), std::ios::binary | std::ios::app);
        out << std::string(std::size_t{3} << 20, 'x');
    }
    std::filesystem::resize_file(file.path(), std::uintmax_t{2} << 30);  // a hole: costs no disk
    EXPECT_EQ(refusal(file.path()), "sheets.line_too_long");

    const ScratchFile wide("\xFF\xFE");
    {
        std::ofstream out(wide.path(), std::ios::binary | std::ios::app);
        for (int i = 0; i < 1'000'000; ++i) out << "x\0"s;
    }
    std::filesystem::resize_file(wide.path(), std::uintmax_t{2} << 30);
    EXPECT_EQ(refusal(wide.path()), "sheets.cell_too_long");
}

TEST(CsvReader, NamesTheLineOfBytesThatAreNoText) {
    EXPECT_EQ(refusal_of("名称\n山东\0省\n"s), "sheets.nul_byte");
    EXPECT_EQ(error_of("a,b\n\n1,\0\n"s).grounds[0].arguments[0], "3");

    // With a mark, or after much that is UTF-8, a stray byte is damage and not GB 18030.
    EXPECT_EQ(refusal_of("\xEF\xBB\xBF名称\n\xFF\n"), "sheets.broken_utf8");
    std::string text;
    for (int i = 0; i < 60; ++i) text += "信用\n";
    const auto damaged = error_of(text + "\xE4\xBF\n");
    EXPECT_EQ(damaged.grounds[0].word, "sheets.broken_utf8");
    EXPECT_EQ(damaged.grounds[0].arguments[0], "61");
    EXPECT_EQ(refusal_of(text + "\xE4\xBF"), "sheets.broken_utf8");  // cut off

    const auto neither = error_of("a,b\nc,\xFF\n");
    EXPECT_EQ(neither.grounds[0].word, "sheets.broken_encoding");
    EXPECT_EQ(neither.grounds[0].arguments, (std::vector<std::string>{"GB18030", "2"}));
    EXPECT_EQ(refusal_of("\xFF\xFE"
                         "a\0,\0\0\0"s),
              "sheets.nul_character");
    EXPECT_EQ(refusal_of("\xFF\xFE"
                         "a\0,\0\0\xDC"s),
              "sheets.broken_encoding");
}

TEST(CsvReader, LooksAtTheWholeFileBeforeItDecides) {
    std::string text = "name,note\n";
    Cells cells{{"name", "note"}};
    for (int i = 0; i < 60'000; ++i) {
        text += "plain,ascii\n";
        cells.push_back({"plain", "ascii"});
    }
    text += "\xC9\xBD\xB6\xAB,x\n";  // 山东 in GBK, after 700 KB of ASCII
    cells.push_back({"山东", "x"});
    EXPECT_EQ(cells_in(text), cells);
}

TEST(CsvReader, TakesOffTheGuardOfItsOwnWriter) {
    EXPECT_EQ(cells_in("'=1+1,''=2,'plain,-12.5\n"), (Cells{{"=1+1", "'=2", "'plain", "-12.5"}}));
}

TEST(CsvReader, EndsWhereTheSheetIsSkipped) {
    const ScratchFile file("a\nb\nc\n");
    const auto reader = Reader::open(file.path()).value();
    ASSERT_NE(reader->next().value(), nullptr);
    reader->skip_sheet();
    EXPECT_EQ(reader->next().value(), nullptr);
    EXPECT_EQ(reader->next().value(), nullptr);
}

}  // namespace
}  // namespace credit::sheets
