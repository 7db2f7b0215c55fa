#include "law/toml_reader.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "foundation/clock.h"

namespace credit::law {
namespace {

using namespace std::chrono_literals;

constexpr auto kText = R"(title = "条例"
from = 2021-01-01
count = 7
flag = true
names = ["b", "a"]
days = [2026-01-01, 2026-01-02]

[value]
months = 3

[[row]]
id = "first"

[[row]]
id = "second"
)";

TEST(TomlReader, ReadsEveryKind) {
    const auto table = parse_toml("law/x.toml", kText).value();
    EXPECT_EQ(table.text("title"), "条例");
    EXPECT_EQ(table.day("from"), Date{2021y / 1 / 1});
    EXPECT_EQ(table.integer("count"), 7);
    EXPECT_EQ(table.flag_or("flag", false), true);
    EXPECT_EQ(table.flag_or("absent", false), false);
    EXPECT_EQ(table.text_or("absent", "x"), "x");
    EXPECT_EQ(table.texts("names").value(), (std::vector<std::string>{"b", "a"}));
    EXPECT_EQ(table.days("days")->size(), 2U);
    EXPECT_EQ(table.table("value").value()->integer("months"), 3);
    EXPECT_EQ(table.tables("row")->at(1)->text("id"), "second");
    EXPECT_TRUE(table.tables("absent")->empty());
    EXPECT_EQ(table.optional_day("absent").value(), std::nullopt);
    EXPECT_EQ(table.entries().front().name, "title");
}

TEST(TomlReader, NamesFileLineAndMember) {
    const auto table = parse_toml("law/x.toml", kText).value();
    EXPECT_EQ(table.text("absent").error().grounds.front().word, "law.toml_missing");
    EXPECT_EQ(table.text("count").error().grounds.front().word, "law.toml_wrong_type");
    EXPECT_EQ(table.refuse_unknown({"title"}).error().grounds.front().arguments.back(), "from");
    const auto row = table.tables("row")->at(1)->text("absent");
    EXPECT_EQ(row.error().grounds.front().arguments,
              (std::vector<std::string>{"law/x.toml", "14", "absent"}));
    const auto broken = parse_toml("law/x.toml", "a = 1\nb = \n").error();
    EXPECT_EQ(broken.grounds.front().word, "law.toml_broken");
    EXPECT_EQ(broken.grounds.front().arguments.at(1), "2");
}

}  // namespace
}  // namespace credit::law
