#include "sheets/xlsx/number_text.h"

#include <gtest/gtest.h>

#include <string_view>

#include "sheets/reader.h"
#include "sheets/xlsx/number_formats.h"

namespace credit::sheets::xlsx {
namespace {

std::string plain(std::string_view raw) {
    return number_text(raw, NumberForm::Plain, false).text;
}
CellKind kind(std::string_view raw) {
    return number_text(raw, NumberForm::Plain, false).kind;
}
std::string date(std::string_view raw, NumberForm form = NumberForm::Date, bool from_1904 = false) {
    return number_text(raw, form, from_1904).text;
}

TEST(NumberText, IsWhatASpreadsheetShows) {
    EXPECT_EQ(plain("0"), "0");
    EXPECT_EQ(plain("-0"), "0");
    EXPECT_EQ(plain("12"), "12");
    EXPECT_EQ(plain("-12.50"), "-12.5");
    EXPECT_EQ(plain("0.30000000000000004"), "0.3");
    EXPECT_EQ(plain("1.2E-3"), "0.0012");
    EXPECT_EQ(plain("20000"), "20000");
    EXPECT_EQ(plain("4.5123E4"), "45123");
    EXPECT_EQ(plain("1E300"), "1e+300");
    EXPECT_EQ(plain("n/a"), "n/a");
    EXPECT_EQ(kind("n/a"), CellKind::Text);
    EXPECT_EQ(kind("12"), CellKind::Number);
}

TEST(NumberText, FlagsNumbersThatLostDigits) {
    EXPECT_EQ(kind("999999999999999"), CellKind::Number);  // 15 digits are kept,
    EXPECT_EQ(plain("999999999999999"), "999999999999999");
    EXPECT_EQ(kind("1000000000000000"), CellKind::RoundedNumber);  // 16 are not
    EXPECT_EQ(plain("3.70102199001011E+17"), "370102199001011000");
    EXPECT_EQ(plain("370102199001011234"), "370102199001011234");
    EXPECT_EQ(kind("370102199001011234"), CellKind::RoundedNumber);
}

TEST(NumberText, WritesDatesOfBothCounts) {
    EXPECT_EQ(date("1"), "1900-01-01");
    EXPECT_EQ(date("59"), "1900-02-28");
    EXPECT_EQ(date("60"), "60");  // 1900-02-29, which was not
    EXPECT_EQ(date("61"), "1900-03-01");
    EXPECT_EQ(date("46113"), "2026-04-01");
    EXPECT_EQ(date("46113.75"), "2026-04-01");
    EXPECT_EQ(date("2958465"), "9999-12-31");
    EXPECT_EQ(date("2958466"), "2958466");
    EXPECT_EQ(date("-1"), "-1");
    EXPECT_EQ(date("0", NumberForm::Date, true), "1904-01-01");
    EXPECT_EQ(date("44651", NumberForm::Date, true), "2026-04-01");
    EXPECT_EQ(number_text("20260401", NumberForm::Date, false).kind, CellKind::Number);
}

TEST(NumberText, WritesTimes) {
    EXPECT_EQ(date("46113.395833333336", NumberForm::DateTime), "2026-04-01T09:30:00");
    EXPECT_EQ(date("46113", NumberForm::DateTime), "2026-04-01");
    EXPECT_EQ(date("46113.999999999", NumberForm::DateTime), "2026-04-02");
    EXPECT_EQ(date("0.5", NumberForm::Time), "12:00:00");
    EXPECT_EQ(date("1.25", NumberForm::Time), "30:00:00");
}

TEST(NumberText, TidiesDatesThatAreText) {
    EXPECT_EQ(iso_date_text("2026-04-01T00:00:00.000Z"), "2026-04-01");
    EXPECT_EQ(iso_date_text("2026-04-01T09:30:00Z"), "2026-04-01T09:30:00");
    EXPECT_EQ(iso_date_text("2026-04-01"), "2026-04-01");
    EXPECT_EQ(iso_date_text("Z"), "Z");
    EXPECT_EQ(iso_date_text(""), "");
}

TEST(NumberFormats, TellDatesFromNumbers) {
    EXPECT_EQ(form_of_code("General"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("0.00E+00"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("#,##0.00_ ;[Red]-#,##0.00"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("0\"days\""), NumberForm::Plain);
    EXPECT_EQ(form_of_code("@"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("yyyy-mm-dd"), NumberForm::Date);
    EXPECT_EQ(form_of_code("yyyy\"年\"m\"月\"d\"日\";@"), NumberForm::Date);
    EXPECT_EQ(form_of_code("[$-804]yyyy/m/d"), NumberForm::Date);
    EXPECT_EQ(form_of_code("mmm"), NumberForm::Date);
    EXPECT_EQ(form_of_code("yyyy/m/d h:mm"), NumberForm::DateTime);
    EXPECT_EQ(form_of_code("[h]:mm:ss"), NumberForm::Time);
    EXPECT_EQ(form_of_code("\\d"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("\"open"), NumberForm::Plain);
    EXPECT_EQ(form_of_code("["), NumberForm::Plain);
}

}  // namespace
}  // namespace credit::sheets::xlsx
