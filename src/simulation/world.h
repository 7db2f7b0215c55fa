// World (模拟世界): one register with its own time, its subjects and offices, and the card index
// that a careful clerk keeps beside it. One thread owns clock, store and schedule.
//
// Everything is drawn from the seed. What fails on the way (a file, the power) is asked again with
// the same idempotency key until it is answered, as a careful office would.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "http/message.h"
#include "server/house.h"
#include "server/lore.h"
#include "simulation/files/failing_files.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "sql/session.h"

namespace credit::simulation {

struct Settings {
    std::uint64_t seed = 0;
    std::size_t acts_max = 300;
    std::string store;           // as --store takes it
    std::filesystem::path home;  // of keys and log
    std::shared_ptr<const server::Lore> lore;
    FailingFiles* files = nullptr;  // null: nothing fails
};

struct Answer {
    int status = 0;
    std::string text;
    JsonObject body;

    bool done() const { return status < 300; }
    // The words of a refusal, in their order; "404" and the like where it gives none.
    std::vector<std::string> words() const;
    std::string member(std::string_view name) const;
};

// One request, as it is sent and sent again.
struct Ask {
    std::string path;
    JsonObject body;
    std::string file = {};  // sent instead of the body where it is not empty
    access::Role role = access::Role::Officer;
    std::string authority = {};
    std::optional<std::size_t> subject = {};  // asked by its own account
    bool without_token = false;
    bool reads = false;  // changes nothing, so that no key makes a repetition known
    bool gets = false;   // asked with GET
};

class World {
public:
    // Makes the store and opens it. Stops the process when that fails.
    explicit World(const Settings& settings);
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    ~World();

    demo::Dice& dice() { return dice_; }
    Cards& cards() { return cards_; }
    const PlainLaw& law() const { return law_; }
    server::House& house() { return *house_; }
    Instant now() const { return clock_.now(); }
    Date today() const { return day_of(clock_.now()); }
    void set_time(Instant instant) { clock_.set(instant); }
    // When the last act was recorded.
    Instant last_act();

    // Sends until it is answered by anything but "the store is away". What was answered in the end
    // goes into the digest.
    Answer ask(const Ask& ask);
    // The same request with the key that was used last: its answer must be the one before.
    Answer ask_again(const Ask& ask) { return send(ask, last_key_); }
    // Another request with the key that was used last.
    Answer ask_otherwise(const Ask& ask) { return send(ask, last_key_); }

    // The house goes without an orderly end, and opens again.
    void crash();
    // From here on something fails, once or for good, after a number of changes from the seed.
    void trouble();
    void end_trouble();
    // Whether something failed in this step: an answer may then be more cautious than it need be.
    bool troubled() const { return troubled_; }
    void begin_step();

    // What the house's own threads do. Errors are left for the next time.
    void number_acts();
    // The clerk performs all that is due by now, whatever fails on the way.
    void let_clerk_work();
    // And erases what is over; how many records.
    std::int64_t erase_expired();
    // After trouble any subject may be answered more cautiously.
    void caution_everywhere();
    // And starts the joint action of whatever is in force.
    void start_actions();

    // For looking into the store behind the register's back.
    sql::Session& store();
    sql::Session& lookups();
    std::string subject_key(std::size_t subject);

    void remember(std::string_view text);
    std::string digest() const;

    // The subject of the last act.
    std::size_t touched = 0;
    // Subjects of whom the register may say "on hold" out of caution, since it could not read.
    std::vector<std::size_t> held_out_of_caution = {};

private:
    void open();
    const std::string& token_of(const Ask& ask);
    Answer send(const Ask& ask, const std::string& key);

    Settings settings_;
    demo::Dice dice_;
    SimulatedClock clock_;
    Cards cards_;
    std::unique_ptr<server::House> house_;
    PlainLaw law_;
    std::map<std::pair<access::Role, std::string>, std::string> tokens_;
    std::unique_ptr<sql::Session> store_;
    std::unique_ptr<sql::Session> lookups_;
    std::string last_key_;
    std::uint64_t keys_ = 0;
    bool troubled_ = false;
    crypto::Digest digest_{};
};

}  // namespace credit::simulation
