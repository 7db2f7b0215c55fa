// Every named statement of src/ is understood by both engines against the migrated tables.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

struct NamedText {
    std::string name, text;
};

std::vector<NamedText> statements_of(const std::filesystem::path& file) {
    constexpr std::string_view mark = "-- name: ";
    std::vector<NamedText> statements;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(mark)) {
            statements.push_back(
                {.name = file.string() + " " + line.substr(mark.size()), .text = "EXPLAIN "});
        } else if (!line.starts_with("--") && !statements.empty()) {
            statements.back().text += line + "\n";
        }
    }
    return statements;
}

// src/sql has what only one engine understands.
std::vector<NamedText> all_statements() {
    std::vector<NamedText> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
        const auto& path = entry.path();
        if (path.extension() != ".sql" || path.string().starts_with("src/sql/")) continue;
        std::ranges::move(statements_of(path), std::back_inserter(all));
    }
    return all;
}

std::size_t parameters_of(std::string_view text) {
    std::size_t most = 0;
    for (std::size_t at = text.find('$'); at != std::string_view::npos;
         at = text.find('$', at + 1)) {
        most = std::max(most, std::stoul("0" + std::string(text.substr(at + 1, 2))));
    }
    return most;
}

class StatementsTest : public store::StoreTest {};
INSTANTIATE_TEST_SUITE_P(, StatementsTest, store::both_engines(), store::engine_name);

TEST_P(StatementsTest, AreUnderstood) {
    // A text, a number, bytes and a day: whatever the parameter is.
    const std::string_view anything = "20260101";
    for (const auto& [name, text] : all_statements()) {
        const std::vector<Value> values(parameters_of(text), anything);
        EXPECT_TRUE(session().execute({.name = name, .text = text}, values)) << name;
    }
}

}  // namespace
}  // namespace credit::sql
