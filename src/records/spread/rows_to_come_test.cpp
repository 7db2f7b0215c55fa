#include "records/spread/rows_to_come.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace credit::records {
namespace {

RowToCome row(std::string_view subject, std::string_view row_key, std::int64_t number) {
    return {.subject_key = decltype(RowToCome::subject_key)(subject),
            .row_key = decltype(RowToCome::row_key)(row_key),
            .row_number = number};
}

std::vector<std::int64_t> numbers(const std::vector<const RowToCome*>& rows) {
    std::vector<std::int64_t> numbers;
    for (const RowToCome* const each : rows) numbers.push_back(each->row_number);
    return numbers;
}

using Numbers = std::vector<std::int64_t>;

TEST(RowsToComeTest, PartsComeInOneOrder) {
    RowsToCome rows;
    rows.add({row("O3", "A", 1), row("O1", "B", 2), row("O1", "A", 3)});
    rows.add({});
    rows.add({row("O2", "A", 4), row("O1", "AB", 5), row("O4", "A", 6)});
    EXPECT_EQ(numbers(rows.take(4)), Numbers({3, 5, 2, 4}));
    EXPECT_EQ(numbers(rows.take(4)), Numbers({1, 6}));
    EXPECT_TRUE(rows.take(4).empty());
    EXPECT_TRUE(rows.holds_all());
}

TEST(RowsToComeTest, HoldsSoManyAndNoMore) {
    RowsToCome rows(3);
    rows.add({row("O1", "A", 1), row("O2", "A", 2)});
    rows.add({row("O3", "A", 3)});
    EXPECT_TRUE(rows.holds_all());
    rows.add({row("O4", "A", 4)});
    EXPECT_FALSE(rows.holds_all());
    rows.add({row("O5", "A", 5)});
    EXPECT_TRUE(rows.take(9).empty());
}

}  // namespace
}  // namespace credit::records
