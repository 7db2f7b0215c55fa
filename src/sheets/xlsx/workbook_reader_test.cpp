#include "sheets/xlsx/workbook_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sheets/faults_writer.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/scratch_file.h"
#include "sheets/xlsx/package_fixture.h"

namespace credit::sheets::xlsx {
namespace {

std::vector<SheetRow> rows_of(const Parts& parts, const Limits& limits = {}) {
    const ScratchFile file;
    write_package(file.path(), parts);
    auto rows = read_rows(file.path(), limits);
    if (rows) return *rows;
    ADD_FAILURE() << rows.error().grounds.front().word;
    return {};
}

std::string refusal_of(const Parts& parts, const Limits& limits = {}) {
    const ScratchFile file;
    write_package(file.path(), parts);
    return refusal(file.path(), limits);
}

TEST(WorkbookReader, ReadsWhatIsWrittenAsText) {
    // The table of the CSV tests, through the writer that gives files back.
    const Cells table = read_cells("tests/data/sheets/utf8.csv");
    const ScratchFile file;
    auto writer = FaultsWriter::create(file.path(), FileKind::Xlsx, FaultsRows::All).value();
    SheetRow row{.sheet = "处罚", .number = 1, .cells = table[0]};
    ASSERT_TRUE(writer->write_header(row));
    for (std::size_t i = 1; i < table.size(); ++i) {
        row.number = i + 1;
        row.cells = table[i];
        ASSERT_TRUE(writer->write_row(row, ""));
    }
    ASSERT_TRUE(writer->finish());

    const auto rows = read_rows(file.path()).value();
    ASSERT_EQ(rows.size(), table.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto expected = table[i];
        if (i == 0) expected.emplace_back(faults_header);
        while (expected.back().empty()) expected.pop_back();
        EXPECT_EQ(rows[i].cells, expected);
        EXPECT_EQ(rows[i].number, i + 1);
        EXPECT_EQ(rows[i].sheet, "处罚");
    }
}

TEST(WorkbookReader, ReadsEveryKindOfCell) {
    const auto rows = rows_of(with(
        frame(),
        {strings("<si><t>名称</t></si><si><r><t>山</t></r><r><t xml:space=\"preserve\">东 </t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>shan</t></rPh></si><si><t>a_x000D_b_x005F_</t></si>"),
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;"
          "月&quot;d&quot;日&quot;;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
          "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/>"
          "<xf numFmtId=\"22\"/></cellXfs></styleSheet>"},
         sheet("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c>"
               "<c r=\"D3\" t=\"inlineStr\"><is><t>内</t></is></c><c r=\"E3\" t=\"s\"><v>2</v></c>"
               "<c r=\"F3\" s=\"1\"/></row>"
               "<row><c><v>42</v></c><c s=\"1\"><v>46113</v></c><c s=\"2\"><v>46113.5</v></c>"
               "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>A1</f><v>x</v></c>"
               "<c><f>B1</f></c><c><v>370102199001011000</v></c></row>")}));
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].number, 3);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"名称", "", "山东 ", "内", "a\rb_"}));
    EXPECT_EQ(rows[1].number, 4);
    EXPECT_EQ(rows[1].cells,
              (std::vector<std::string>{"42", "2026-04-01", "2026-04-01T12:00:00", "TRUE", "#N/A",
                                        "x", "", "370102199001011000"}));
    using enum CellKind;
    EXPECT_EQ(rows[1].kinds, (std::vector<CellKind>{Number, Date, Date, Boolean, CellKind::Error,
                                                    Text, Uncomputed, RoundedNumber}));
}

TEST(WorkbookReader, ReadsVisibleSheetsInTheirOrder) {
    const ScratchFile file;
    write_package(file.path(),
                  with(frame("<sheet name=\"二\" sheetId=\"2\" r:id=\"rId2\"/>"
                             "<sheet name=\"藏\" sheetId=\"3\" state=\"hidden\" r:id=\"rId9\"/>"
                             "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/>"),
                       {sheet("<row r=\"1\"><c><v>1</v></c></row>", 1),
                        sheet("<row r=\"1\"><c><v>2</v></c></row><row r=\"2\"><c><v>3</v></c></row>"
                              "<row r=\"3\"/><row r=\"9\"><c t=\"inlineStr\"><is><t> </t></is></c>"
                              "</row>",
                              2)}));
    const auto rows = read_rows(file.path()).value();
    EXPECT_EQ(cells_of(rows), (Cells{{"2"}, {"3"}, {"1"}}));
    EXPECT_EQ(rows[2].sheet, "一");

    const auto reader = Reader::open(file.path()).value();
    ASSERT_NE(reader->next().value(), nullptr);
    reader->skip_sheet();
    EXPECT_EQ(reader->next().value()->sheet, "一");
    EXPECT_EQ(reader->next().value(), nullptr);
    EXPECT_EQ(reader->progress().done, reader->progress().total);
}

TEST(WorkbookReader, RefusesOtherPackages) {
    EXPECT_EQ(refusal_of({{"readme.txt", "not a workbook"}}), "sheets.not_a_workbook");
    EXPECT_EQ(refusal_of(with(frame("<sheet name=\"x\" state=\"hidden\" r:id=\"rId1\"/>"), {})),
              "sheets.not_a_workbook");
    EXPECT_EQ(refusal_of(frame()), "sheets.broken_workbook");  // its sheet is missing
}

TEST(WorkbookReader, RefusesADocumentType) {
    const std::string laughs =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    auto rows = sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
    rows.second.insert(0, laughs);
    EXPECT_EQ(refusal_of(with(frame(), {rows})), "sheets.doctype");
}

TEST(WorkbookReader, RefusesBrokenXmlAndRows) {
    EXPECT_EQ(refusal_of(with(frame(), {sheet("<row><c></row>")})), "sheets.broken_workbook");
    EXPECT_EQ(refusal_of(with(frame(), {sheet("<row r=\"2\"/><row r=\"2\"/>")})),
              "sheets.broken_row");
    EXPECT_EQ(refusal_of(with(frame(), {sheet("<row r=\"1048577\"/>")})), "sheets.broken_row");
    EXPECT_EQ(refusal_of(with(frame(), {sheet("<row><c t=\"s\"><v>7</v></c></row>")})),
              "sheets.broken_row");
    EXPECT_EQ(refusal_of(with(frame(), {sheet("<row><c r=\"1\"><v>7</v></c></row>")})),
              "sheets.broken_row");
    std::string deep;
    for (int i = 0; i < 70; ++i) deep += "<a>";
    EXPECT_EQ(refusal_of(with(frame(), {sheet(deep)})), "sheets.unusual_xml");
    EXPECT_EQ(
        refusal_of(with(frame(), {sheet("<row r=\"" + std::string(5'000'000, '1') + "\"/>")})),
        "sheets.unusual_xml");
}

TEST(WorkbookReader, RefusesATruncatedFile) {
    const ScratchFile file;
    write_package(file.path(), with(frame(), {sheet("<row><c><v>1</v></c></row>")}));
    const auto size = std::filesystem::file_size(file.path());
    for (const auto kept : {size - 1, size / 2, std::uintmax_t{40}}) {
        std::filesystem::resize_file(file.path(), kept);
        EXPECT_EQ(refusal(file.path()), "sheets.broken_workbook");
    }
}

TEST(WorkbookReader, RefusesAZipBomb) {
    // 80 MB of blanks in 80 KB.
    const auto bomb = sheet("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>" +
                            std::string(std::size_t{80} << 20, ' '));
    EXPECT_EQ(refusal_of(with(frame(), {bomb})), "sheets.inflates_too_far");
    // The sum over all parts, and strings that many cells repeat, have their limit too.
    const auto text = strings("<si><t>" + std::string(1000, 'x') + "</t></si>");
    std::string rows;
    for (int i = 0; i < 20; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    EXPECT_EQ(refusal_of(with(frame(), {text, sheet(rows)}), {.inflated_bytes = 10'000}),
              "sheets.inflates_too_far");
    EXPECT_EQ(refusal_of(with(frame(), {text, sheet(rows)}), {.inflated_bytes = 100'000}), "");
}

TEST(WorkbookReader, RefusesWhatIsPastALimit) {
    const auto one = sheet(
        "<row><c t=\"inlineStr\"><is><t>12345</t></is></c>"
        "<c t=\"inlineStr\"><is><t>12345</t></is></c></row><row/>");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.cell_bytes = 5, .row_bytes = 10, .columns = 2}),
              "");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.cell_bytes = 4}), "sheets.cell_too_long");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.row_bytes = 9}), "sheets.row_too_long");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.columns = 1}), "sheets.too_many_columns");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.rows = 1}), "sheets.too_many_rows");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.entries = 3}), "sheets.too_many_entries");
    EXPECT_EQ(refusal_of(with(frame(), {one}), {.sheets = 0}), "sheets.too_many_sheets");
    const auto two = strings("<si><t>12345</t></si><si><t>1</t></si>");
    EXPECT_EQ(refusal_of(with(frame(), {two, one}), {.shared_strings = 1}),
              "sheets.too_many_strings");
    EXPECT_EQ(refusal_of(with(frame(), {two, one}), {.cell_bytes = 4}), "sheets.text_too_long");
}

TEST(WorkbookReader, KeepsStringsPastItsMemoryInAFile) {
    std::string items;
    std::string rows;
    for (int i = 0; i < 40'000; ++i) {
        items += "<si><t>文本" + std::to_string(i) + "</t></si>";
        rows += "<row><c t=\"s\"><v>" + std::to_string(i * 7919 % 40'000) + "</v></c></row>";
    }
    const auto read = rows_of(with(frame(), {strings(items), sheet(rows)}),
                              {.shared_string_memory = std::size_t{128} << 10});
    ASSERT_EQ(read.size(), 40'000);
    for (std::size_t i = 0; i < read.size(); ++i) {
        ASSERT_EQ(read[i].cells[0], "文本" + std::to_string(i * 7919 % 40'000));
    }
}

}  // namespace
}  // namespace credit::sheets::xlsx
