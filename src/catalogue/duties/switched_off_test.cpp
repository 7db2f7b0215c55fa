// The printed list is the one that law/ gives.

#include "catalogue/duties/switched_off.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "law/library.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

constexpr Date printed_on{2026y / 11 / 23};

TEST(SwitchedOff, IsPrintedAsItIs) {
    const auto library = law::Library::load();
    ASSERT_TRUE(library.has_value());
    const auto standards = ListStandards::load(*library);
    const auto measures = Measures::load(*library);
    ASSERT_TRUE(standards.has_value());
    ASSERT_TRUE(measures.has_value());
    const auto page = switched_off_page(*standards, *measures, printed_on);

    std::ifstream file("docs/switched-off.md");
    const std::string printed{std::istreambuf_iterator<char>(file), {}};
    const auto fresh = std::filesystem::temp_directory_path() / "xinheng-switched-off.md";
    if (printed != page) std::ofstream(fresh) << page;
    EXPECT_TRUE(printed == page) << "docs/switched-off.md is stale; the fresh one is " << fresh;
}

TEST(SwitchedOff, HoldsNoRowThatIsInForce) {
    const auto library = law::Library::load();
    const auto measures = Measures::load(*library);
    for (const auto& off : switched_off(*measures, printed_on)) {
        EXPECT_FALSE(measures->in_force(off.id, printed_on)) << off.id;
        EXPECT_FALSE(off.gaps.empty()) << off.id;
    }
}

}  // namespace
}  // namespace credit::catalogue
