// scenario_tests sqlite|postgres FOLDER: plays every scenario below it, each on a fresh store.
//
// Prints "N passed, M failed" and, for each step that came out otherwise,
// "file:line: expected X, but: Y". Exit 77 where there is no PostgreSQL.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/check.h"
#include "law/library.h"
#include "server/lore.h"
#include "tests/scenarios/runner/fresh_store.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"
#include "tests/store/kept_store.h"
#include "tests/store/migrated_files.h"
#include "tests/store/opened_store.h"

namespace credit::scenarios {
namespace {

constexpr int skipped = 77;

// What all scenarios share: read once, before a process is split off for each.
struct Means {
    std::shared_ptr<const server::Lore> lore;
    std::optional<store::KeptSchema> kept = {};      // on PostgreSQL
    std::optional<store::MigratedFiles> files = {};  // on SQLite
};

std::vector<std::filesystem::path> scenarios_below(const std::filesystem::path& place) {
    if (!std::filesystem::is_directory(place)) return {place};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place)) {
        if (entry.path().extension() == ".scenario") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

// A store whose scenario begins with a program is made by that program.
std::shared_ptr<const server::Lore> lore_at_first(const Step& step, const Means& means) {
    return step.verb == "program" ? lore_of(step) : means.lore;
}

// The first step that comes out otherwise ends the scenario: those after it stand on it.
std::vector<std::string> play(const Scenario& scenario, const Means& means) {
    if (!scenario.faults.empty()) return scenario.faults;
    const FreshStore store = means.kept ? FreshStore(*means.kept) : FreshStore(*means.files);
    Stage stage(store, lore_at_first(scenario.steps.front(), means), scenario.steps.front().day);
    const auto at = [&](std::size_t line) {
        return scenario.file.string() + ":" + std::to_string(line) + ": ";
    };
    for (const auto& id : scenario.instruments) {
        if (stage.law().instrument(id) == nullptr) return {at(1) + "no such instrument: " + id};
    }
    for (const auto& step : scenario.steps) {
        stage.set_day(step.day);
        const auto outcome = perform(stage, step);
        if (outcome == step.expected) continue;
        const auto expected = step.expected.empty() ? "nothing that was named" : step.expected;
        return {at(step.expected_line) + "expected " + expected + ", but: " + outcome};
    }
    const auto different = stage.rebuilds_otherwise();
    if (!different.empty()) return {at(1) + "rebuilt otherwise:" + different};
    return {};
}

// In a process of its own, since a process remembers the newest id that it gave and every scenario
// begins with a day of its own.
std::vector<std::string> play_apart(const std::filesystem::path& file, const Means& means) {
    std::array<int, 2> ends{};
    CHECK(pipe(ends.data()) == 0);
    const pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        std::string told;
        for (const auto& fault : play(read_scenario(file), means)) told += fault + "\n";
        const bool said = write(ends[1], told.data(), told.size()) == std::ssize(told);
        _exit(said ? 0 : 1);
    }
    close(ends[1]);
    std::vector<std::string> faults;
    std::ostringstream told;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = read(ends[0], piece.data(), piece.size())) > 0;) {
        told.write(piece.data(), got);
    }
    close(ends[0]);
    std::istringstream lines(told.str());
    for (std::string line; std::getline(lines, line);) faults.push_back(line);
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) faults.push_back(file.string() + ": ended with " + std::to_string(status));
    return faults;
}

int play_all(const std::filesystem::path& place, const Means& means) {
    int passed = 0;
    int failed = 0;
    for (const auto& file : scenarios_below(place)) {
        const auto faults = play_apart(file, means);
        (faults.empty() ? passed : failed) += 1;
        for (const auto& fault : faults) std::cout << fault << std::endl;
    }
    std::cout << passed << " passed, " << failed << " failed\n";
    return failed == 0 && passed > 0 ? 0 : 1;
}

int run(const std::vector<std::string_view>& arguments) {
    if (arguments.size() != 2 || (arguments[0] != "sqlite" && arguments[0] != "postgres")) {
        std::cerr << "usage: scenario_tests sqlite|postgres FOLDER\n";
        return 2;
    }
    Means means{.lore = *server::Lore::load()};
    if (arguments[0] == "postgres") {
        const auto url = store::postgres_for_tests();
        if (!url) {
            std::cout << "no PostgreSQL: tests/postgres/start.sh build/postgres\n";
            return skipped;
        }
        means.kept.emplace(*url);
    } else {
        means.files.emplace();
    }
    return play_all(arguments[1], means);
}

}  // namespace
}  // namespace credit::scenarios

int main(int count, char** values) {
    return credit::scenarios::run({values + 1, values + count});
}
