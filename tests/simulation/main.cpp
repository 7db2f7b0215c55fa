// simulation_tests sqlite|postgres [--from SEED] [--seeds N] [--acts M] [--seconds S] [--jobs J]
//
// Plays seed after seed, each in a process of its own, until N are done or the time is over. Prints
// the seed and step of what went otherwise and how to play it again. Exit 77 without a PostgreSQL.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/lore.h"
#include "simulation/files/failing_files.h"
#include "simulation/simulate.h"
#include "sql/sqlite/one_thread.h"
#include "tests/scenarios/runner/fresh_store.h"
#include "tests/store/kept_store.h"
#include "tests/store/migrated_files.h"
#include "tests/store/opened_store.h"

namespace credit::simulation {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int skipped = 77;
constexpr int differs = 3;

struct Options {
    bool postgres = false;
    std::uint64_t from = 1;
    std::uint64_t seeds = 1000;
    std::uint64_t acts = 300;
    std::uint64_t seconds = 3600;
    std::uint64_t jobs = 2;
};

// What a process of one seed tells when it ends.
struct Told {
    std::uint64_t acts = 0;
    std::uint64_t steps = 0;
    std::uint64_t answers = 0;
};

class Sharing {
public:
    explicit Sharing(const Options& options) : options_(options), lore_(*server::Lore::load()) {
        if (options.postgres) {
            url_ = store::postgres_for_tests();
            if (!url_ || store::on_cluster()) return;
            while (kept_.size() < options.jobs) kept_.emplace_back(*url_, kept_.size());
        } else {
            sql::keep_to_one_thread();
            files_.emplace();
        }
    }

    bool possible() const { return !options_.postgres || url_.has_value(); }

    // Plays it in this process; nobody else plays at that place.
    int play(std::uint64_t seed, std::size_t place, Told& told) const {
        const auto store = fresh_store(place);
        std::optional<FailingFiles> failing;
        if (!url_) failing.emplace();
        const auto outcome = simulate({.seed = seed,
                                       .acts_max = options_.acts,
                                       .store = store.store(),
                                       .home = store.home(),
                                       .lore = lore_,
                                       .files = failing ? &*failing : nullptr});
        told = {.acts = outcome.acts, .steps = outcome.steps, .answers = outcome.answers};
        if (outcome.agreed()) return 0;
        std::cout << "seed " << seed << ", " << outcome.finding << std::endl;
        return differs;
    }

private:
    scenarios::FreshStore fresh_store(std::size_t place) const {
        if (files_) return scenarios::FreshStore(*files_);
        return kept_.empty() ? scenarios::FreshStore(*url_) : scenarios::FreshStore(kept_[place]);
    }

    const Options& options_;
    std::shared_ptr<const server::Lore> lore_;
    std::optional<std::string> url_;
    std::deque<store::KeptSchema> kept_;         // on PostgreSQL, one for each place
    std::optional<store::MigratedFiles> files_;  // on SQLite
};

class Batch {
public:
    explicit Batch(const Options& options) : options_(options), sharing_(options) {
        for (std::size_t place = 0; place < options.jobs; ++place) places_.push_back(place);
    }

    int run() {
        if (!sharing_.possible()) {
            std::cout << "no PostgreSQL: tests/postgres/start.sh build/postgres\n";
            return skipped;
        }
        const auto until = Clock::now() + std::chrono::seconds(options_.seconds);
        for (std::uint64_t count = 0; count < options_.seeds && Clock::now() < until; ++count) {
            if (places_.empty()) wait_for_one();
            start(options_.from + count);
        }
        while (!children_.empty()) wait_for_one();
        const std::chrono::duration<double> took = Clock::now() - begun_;
        std::cout << seeds_ << " seeds, " << sum_.acts << " acts, " << sum_.answers
                  << " answers compared, " << wrong_ << " went otherwise, in " << took.count()
                  << " s\n";
        return wrong_ == 0 && seeds_ > 0 ? 0 : 1;
    }

private:
    struct Child {
        pid_t process;
        int told;  // the end of a pipe
        std::FILE* complaints;
        std::uint64_t seed;
        std::size_t place;
    };

    void start(std::uint64_t seed) {
        int ends[2];
        if (::pipe(ends) != 0) std::abort();
        std::FILE* const complaints = std::tmpfile();
        if (complaints == nullptr) std::abort();
        std::cout.flush();
        const std::size_t place = places_.back();
        places_.pop_back();
        const pid_t process = ::fork();
        if (process == 0) {
            ::dup2(::fileno(complaints), STDERR_FILENO);
            Told told;
            const int code = sharing_.play(seed, place, told);
            if (::write(ends[1], &told, sizeof told) != sizeof told) std::_Exit(1);
            std::cout.flush();
            std::_Exit(code);
        }
        ::close(ends[1]);
        children_.push_back({process, ends[0], complaints, seed, place});
    }

    void wait_for_one() {
        int status = 0;
        const pid_t ended = ::wait(&status);
        for (auto child = children_.begin(); child != children_.end(); ++child) {
            if (child->process != ended) continue;
            note(*child, status);
            places_.push_back(child->place);
            children_.erase(child);
            break;
        }
    }

    void note(const Child& child, int status) {
        Told told;
        if (::read(child.told, &told, sizeof told) == sizeof told) {
            sum_.acts += told.acts;
            sum_.answers += told.answers;
        }
        ::close(child.told);
        ++seeds_;
        if (status != 0) tell(child, status);
        std::fclose(child.complaints);
    }

    // That a file failed is what was wanted; anything else that was said is shown.
    void tell(const Child& child, int status) {
        ++wrong_;
        std::rewind(child.complaints);
        for (std::array<char, 500> line; std::fgets(line.data(), line.size(), child.complaints);) {
            if (!std::string_view(line.data()).starts_with("sql: ")) std::cout << line.data();
        }
        std::cout << "seed " << child.seed << (WIFSIGNALED(status) ? " broke off" : "")
                  << "; again: simulation_tests " << (options_.postgres ? "postgres" : "sqlite")
                  << " --from " << child.seed << " --seeds 1 --acts " << options_.acts << std::endl;
    }

    const Options& options_;
    Sharing sharing_;
    std::vector<Child> children_;
    std::vector<std::size_t> places_;  // where nobody plays
    std::uint64_t seeds_ = 0;
    std::uint64_t wrong_ = 0;
    Told sum_;
    Clock::time_point begun_ = Clock::now();
};

std::optional<Options> read(const std::vector<std::string_view>& words) {
    Options options;
    if (words.empty() || (words[0] != "sqlite" && words[0] != "postgres")) return std::nullopt;
    options.postgres = words[0] == "postgres";
    for (std::size_t at = 1; at + 1 < words.size(); at += 2) {
        std::uint64_t number = 0;
        std::from_chars(words[at + 1].begin(), words[at + 1].end(), number);
        if (words[at] == "--from") options.from = number;
        if (words[at] == "--seeds") options.seeds = number;
        if (words[at] == "--acts") options.acts = number;
        if (words[at] == "--seconds") options.seconds = number;
        if (words[at] == "--jobs") options.jobs = number;
    }
    return options;
}

}  // namespace
}  // namespace credit::simulation

int main(int count, char** values) {
    // Stores lie in memory where the machine has a place for that: no disk is proved here.
    if (std::filesystem::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 0);
    const auto options = credit::simulation::read({values + 1, values + count});
    if (!options) {
        std::cerr << "usage: simulation_tests sqlite|postgres [--from SEED] [--seeds N] "
                     "[--acts M] [--seconds S] [--jobs J]\n";
        return 2;
    }
    return credit::simulation::Batch(*options).run();
}
