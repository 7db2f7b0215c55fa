// Bar 12: the log at SIZE entries. Beside it the same of Go's tlog (bench/tlog/main.go), which
// makes the same entries and prints the same lines.
//
//     bench_log SIZE DIRECTORY        the tree in memory, then the tiles in DIRECTORY
//     bench_log number SIZE DIRECTORY a store in which SIZE acts wait is numbered and published
//
// Prints "append RATE", "inclusion µs", "consistency µs" and the same of tiles, in the processor's
// time but where the disk is waited for; every proof is verified; "root SIZE HEX" at many sizes,
// and "proofs HEX", a digest of all the proofs there were.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demo/synthetic.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"
#include "log/merkle.h"
#include "log/sequencer.h"
#include "log/tiles.h"
#include "or_exit.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit {
namespace {

using log::Hash;

constexpr std::uint64_t batch = 4096;        // as the sequencer's
constexpr std::uint64_t early_sizes = 1100;  // of which every root is compared
constexpr std::uint64_t root_every = 99'991;
constexpr std::size_t proofs_at_once = 1000;
constexpr std::size_t proofs_in_memory = 100'000;
constexpr std::size_t proofs_in_tiles = 5'000;

Hash commitment(std::uint64_t number) {
    std::array<std::uint8_t, sizeof number> bytes{};
    for (auto place = bytes.rbegin(); place != bytes.rend(); ++place, number >>= 8U)
        *place = static_cast<std::uint8_t>(number);
    return crypto::sha256(BytesView(bytes));
}

std::vector<Hash> commitments(std::uint64_t first, std::uint64_t last) {
    std::vector<Hash> all;
    for (auto number = first; number < last; ++number) all.push_back(commitment(number));
    return all;
}

// The program's own time: what else the machine does is not in it.
double processor() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}
// Where the disk is waited for.
double clock_time() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

class Stopwatch {
public:
    explicit Stopwatch(double (*time)()) : time_(time) {}
    void start() { begun_ = time_(); }
    void stop() { taken_ += time_() - begun_; }
    double seconds() const { return taken_; }

private:
    double (*time_)();
    double begun_ = 0;
    double taken_ = 0;
};

void say(const std::string& name, double figure) {
    std::printf("%s %.2f\n", name.c_str(), figure);
}

// A batch is what the sequencer takes at once: after it the head is known.
log::MerkleTree grow(std::uint64_t size) {
    log::MerkleTree tree;
    Stopwatch appending(processor);
    log::MerkleRoot check;
    for (std::uint64_t first = 0; first < size; first += batch) {
        const auto entries = commitments(first, std::min(size, first + batch));
        appending.start();
        for (const auto& entry : entries) tree.add(BytesView(entry));
        const auto head = or_exit(log::root_of(tree.size(), tree.nodes()));
        appending.stop();
        for (const auto& entry : entries) {
            check.add(BytesView(entry));
            const auto at = check.size();
            if (at > early_sizes && at % root_every != 0 && at != size) continue;
            std::cout << "root " << at << ' ' << to_hex(check.root()) << '\n';
        }
        if (check.root() != head) std::exit(1);
    }
    std::cout << std::flush;
    say("append", static_cast<double>(size) / appending.seconds());
    return tree;
}

// Seeded proofs, made in groups, each verified, and a digest of them all.
class Proofs {
public:
    Proofs(log::TreeHead head, log::NodeAt nodes) : head_(head), nodes_(std::move(nodes)) {}

    // Microseconds for one.
    double inclusion(std::size_t count) {
        demo::Dice dice(12);
        return prove(
            count, [&] { return dice.roll(head_.size); },
            [&](auto index) { return log::inclusion_proof(index, head_.size, nodes_); },
            [&](auto index, const log::Proof& proof) {
                const auto leaf = log::leaf_hash(BytesView(commitment(index)));
                return log::verify_inclusion(leaf, index, head_, proof);
            });
    }

    double consistency(std::size_t count) {
        demo::Dice dice(13);
        return prove(
            count, [&] { return 1 + dice.roll(head_.size); },
            [&](auto first) { return log::consistency_proof(first, head_.size, nodes_); },
            [&](auto first, const log::Proof& proof) {
                const auto root = or_exit(log::root_of(first, nodes_));
                return log::verify_consistency({.size = first, .root = root}, head_, proof);
            });
    }

    const Hash& digest() const { return digest_; }

private:
    double prove(std::size_t count, const auto& next, const auto& make, const auto& verify) {
        Stopwatch proving(processor);
        std::vector<std::uint64_t> asked(proofs_at_once);
        std::vector<log::Proof> proofs(proofs_at_once);
        for (std::size_t done = 0; done < count; done += proofs_at_once) {
            for (auto& number : asked) number = next();
            proving.start();
            for (std::size_t at = 0; at < asked.size(); ++at) proofs[at] = or_exit(make(asked[at]));
            proving.stop();
            for (std::size_t at = 0; at < asked.size(); ++at) {
                if (!verify(asked[at], proofs[at])) std::exit(1);
                for (const auto& hash : proofs[at]) digest_ = log::node_hash(digest_, hash);
            }
        }
        return proving.seconds() / static_cast<double>(count) * 1e6;
    }

    log::TreeHead head_;
    log::NodeAt nodes_;
    Hash digest_{};
};

// As they are published: every batch is durable and signed before the next.
log::TreeHead write_tiles(std::uint64_t size, const std::filesystem::path& directory) {
    const crypto::Key seed{12};
    auto writer = or_exit(log::TileWriter::open(directory, {.size = 0, .root = log::empty_root()}));
    Stopwatch writing(clock_time);
    Stopwatch working(processor);
    for (std::uint64_t first = 0; first < size; first += batch) {
        const auto entries = commitments(first, std::min(size, first + batch));
        writing.start();
        working.start();
        for (const auto& entry : entries) or_exit(writer.add(entry));
        or_exit(writer.flush());
        or_exit(writer.publish(
            log::sign_checkpoint({.origin = "bench.example", .head = writer.head()}, seed)));
        working.stop();
        writing.stop();
    }
    say("tiles append", static_cast<double>(size) / writing.seconds());
    say("tiles work", static_cast<double>(size) / working.seconds());
    return writer.head();
}

int measure(std::uint64_t size, const std::filesystem::path& directory) {
    const auto tree = grow(size);
    const log::TreeHead head{.size = size, .root = or_exit(log::root_of(size, tree.nodes()))};
    Proofs proofs(head, tree.nodes());
    say("inclusion", proofs.inclusion(proofs_in_memory));
    say("consistency", proofs.consistency(proofs_in_memory));
    std::cout << "proofs " << to_hex(proofs.digest()) << '\n' << std::flush;
    if (write_tiles(size, directory) != head) return 1;
    const log::TileReader reader(directory);
    Proofs read(head, reader.nodes(size));
    say("tiles inclusion", read.inclusion(proofs_in_tiles));
    say("tiles consistency", read.consistency(proofs_in_tiles));
    return 0;
}

// Acts that were committed and have no number yet.
void let_wait(sql::Session& session, std::uint64_t first, std::uint64_t last) {
    static constexpr std::array<std::string_view, 5> columns{"home_key", "act_id", "order_key",
                                                             "home_version", "commitment"};
    const auto entries = commitments(first, last);
    std::vector<std::string> homes;
    std::vector<std::string> ids;
    for (auto number = first; number < last; ++number) {
        homes.push_back("Obench" + std::to_string(number % 100'003));
        ids.push_back(std::to_string(number));
        ids.back().insert(0, 26 - ids.back().size(), '0');
    }
    // Values only point at what they hold.
    std::vector<std::vector<sql::Value>> rows;
    for (std::size_t at = 0; at < ids.size(); ++at)
        rows.push_back({homes[at], ids[at], ids[at], std::int64_t{1}, BytesView(entries[at])});
    auto transaction = or_exit(sql::Transaction::begin(session));
    or_exit(session.append_rows("unsequenced", columns, rows));
    or_exit(transaction.commit());
}

int number(std::uint64_t size, const std::filesystem::path& directory) {
    const auto session = or_exit(sql::open_session((directory / "store.db").string()));
    or_exit(sql::migrate(*session));
    const auto keys = ledger::Keys::generate();
    auto sequencer = or_exit(
        log::Sequencer::open(*session, keys, {.log = directory / "log", .holder = "bench"}));
    Stopwatch numbering(clock_time);
    for (std::uint64_t first = 0; first < size; first += batch) {
        let_wait(*session, first, std::min(size, first + batch));
        numbering.start();
        or_exit(sequencer.run(*session, {1'800'000'000'000}));
        numbering.stop();
    }
    if (sequencer.published().size != size) return 1;
    say("numbered", static_cast<double>(size) / numbering.seconds());
    return 0;
}

std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace
}  // namespace credit

int main(int count, char** arguments) {
    const std::span<char*> all(arguments, static_cast<std::size_t>(count));
    if (count == 3) return credit::measure(credit::number_in(all[1]), all[2]);
    if (count == 4) return credit::number(credit::number_in(all[2]), all[3]);
    std::cerr << "bench_log [number] SIZE DIRECTORY\n";
    return 2;
}
