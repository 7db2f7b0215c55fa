#include "simulation/world.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "demo/synthetic.h"
#include "desk/clerk/listing_watch.h"
#include "desk/open_register.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "http/context.h"
#include "http/message.h"
#include "http/router.h"
#include "http/wire/spool.h"
#include "identity/identifier.h"
#include "lookups/blocks/lookup_block.h"
#include "server/house.h"
#include "simulation/files/failing_files.h"
#include "simulation/simulation.sql.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::simulation {
namespace {

constexpr std::int64_t hour = 3600LL * 1000;
constexpr int unavailable = 503;

// Some years begin in the days before an authority is dissolved.
Instant first_morning(demo::Dice& dice) {
    const bool dissolves = dice.once_in(4);
    const Date first{dissolves ? std::chrono::year{2023} / 7 / 10
                               : std::chrono::year{2024} / 7 / 1};
    const Date day = first + std::chrono::days{dice.roll(dissolves ? 9 : 1000)};
    return {start_of(day).milliseconds + (9 * hour)};
}

Instant far_from(Instant now) {
    return {now.milliseconds + (100LL * 365 * 24 * hour)};
}

}  // namespace

std::vector<std::string> Answer::words() const {
    std::vector<std::string> words;
    const auto* const grounds = body.if_contains("grounds");
    if (grounds == nullptr || !grounds->is_array()) return {std::to_string(status)};
    for (const auto& ground : grounds->get_array()) {
        words.emplace_back(ground.as_object().at("word").as_string());
    }
    return words;
}

std::string Answer::member(std::string_view name) const {
    const auto* const value = body.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

World::World(const Settings& settings)
    : settings_(settings),
      dice_(settings.seed),
      clock_(first_morning(dice_)),
      law_(settings.lore->catalogue, settings.lore->law) {
    const auto created = server::House::create({.store = settings_.store,
                                                .home = settings_.home,
                                                .clock = &clock_,
                                                .lore = settings_.lore,
                                                .by_hand = true},
                                               desk::Purpose::Demonstration);
    CHECK(created.has_value());
    open();
}

World::~World() = default;

void World::open() {
    auto house = server::House::open({.store = settings_.store,
                                      .home = settings_.home,
                                      .clock = &clock_,
                                      .lore = settings_.lore,
                                      .by_hand = true});
    CHECK(house.has_value());
    house_ = *std::move(house);
    tokens_.clear();
}

const std::string& World::token_of(const Ask& ask) {
    const auto role = ask.subject ? access::Role::Subject : ask.role;
    const auto whose = ask.subject ? "subject" + std::to_string(*ask.subject) : ask.authority;
    auto& token = tokens_[{role, whose}];
    if (!token.empty()) return token;
    token = access::new_secret();
    house_->router().context().principals.admit(
        access::digest_of(token),
        {.account = std::string(access::id_of(role)) + "-" + whose,
         .role = role,
         .authority = ask.subject ? std::string() : ask.authority,
         .subject_key = ask.subject ? subject_key(*ask.subject) : std::string()},
        far_from(now()));
    return token;
}

Answer World::send(const Ask& ask, const std::string& key) {
    http::Request request;
    request.method = ask.gets ? http::Method::Get : http::Method::Post;
    request.target = ask.path;
    request.received_at = now();
    if (!ask.reads) request.idempotency_key = key;
    if (!ask.without_token) request.authorization = "Bearer " + token_of(ask);
    if (ask.gets) {
        // Nothing is sent with it.
    } else if (ask.file.empty()) {
        request.content_type = "application/json";
        if (!ask.body.empty()) request.body = to_text(ask.body);
    } else {
        request.content_type = "text/csv";
        request.file = std::move(*http::Spool::create());
        CHECK(request.file->append(ask.file).has_value());
    }
    auto response = house_->router().answer(std::move(request));
    Answer answer{.status = response.status, .text = std::move(response.body), .body = {}};
    auto body = parse_object(answer.text);
    if (body) answer.body = *std::move(body);
    return answer;
}

Answer World::ask(const Ask& ask) {
    last_key_ = "simulated-" + std::to_string(++keys_);
    Answer answer = send(ask, last_key_);
    while (answer.status == unavailable) {
        // Nothing but the trouble we made may be the reason.
        if (settings_.files == nullptr || !settings_.files->failed()) return answer;
        troubled_ = true;
        if (dice_.once_in(2)) {
            crash();
        } else {
            settings_.files->heal();
        }
        answer = send(ask, last_key_);
    }
    if (settings_.files != nullptr && settings_.files->failed()) troubled_ = true;
    remember(std::to_string(answer.status));
    remember(answer.text);
    return answer;
}

void World::crash() {
    store_.reset();
    lookups_.reset();
    if (settings_.files != nullptr) settings_.files->cut_power();
    house_.reset();
    if (settings_.files != nullptr) settings_.files->restore_power(dice_);
    open();
    held_out_of_caution.clear();
}

void World::trouble() {
    if (settings_.files == nullptr) return;
    settings_.files->fail_after(dice_.roll(40), dice_.once_in(2));
}

void World::end_trouble() {
    if (settings_.files == nullptr) return;
    if (settings_.files->failed()) troubled_ = true;
    settings_.files->heal();
}

void World::begin_step() {
    troubled_ = false;
}

void World::number_acts() {
    const auto done = house_->work_once();
    if (done) return;
    CHECK(settings_.files != nullptr && settings_.files->failed());
    troubled_ = true;
}

void World::let_clerk_work() {
    // What he does may let something else fall due.
    for (;;) {
        const auto acts = house_->clerk().sweep(now());
        if (acts && *acts == 0) break;
        if (acts) continue;
        CHECK(settings_.files != nullptr && settings_.files->failed());
        troubled_ = true;
        settings_.files->heal();
    }
}

std::int64_t World::erase_expired() {
    std::int64_t erased = 0;
    do {
        const auto some = house_->eraser().look(now());
        if (some) {
            erased += *some;
            continue;
        }
        CHECK(settings_.files != nullptr && settings_.files->failed());
        troubled_ = true;
        settings_.files->heal();
    } while (!house_->eraser().done(today()));
    return erased;
}

void World::caution_everywhere() {
    if (!troubled_) return;
    for (std::size_t subject = 0; subject < cards_.subjects.size(); ++subject) {
        held_out_of_caution.push_back(subject);
    }
}

void World::start_actions() {
    constexpr std::int64_t all_at_once = 1000;
    for (;;) {
        if (desk::watch_some(house_->desk(), desk::action, now(), {}, all_at_once)) return;
        CHECK(settings_.files != nullptr && settings_.files->failed());
        troubled_ = true;
        settings_.files->heal();
    }
}

Instant World::last_act() {
    const auto last = store().find(statements::last_act).value_or(std::nullopt);
    CHECK(last.has_value());
    return {last->integer(0)};
}

sql::Session& World::store() {
    if (store_ == nullptr) store_ = std::move(*sql::open_session(settings_.store));
    return *store_;
}

sql::Session& World::lookups() {
    if (lookups_ == nullptr) {
        lookups_ = std::move(*sql::open_session(house_->places().lookups));
    }
    CHECK(lookups::settle(house_->lookup_parts().pools).has_value());
    return *lookups_;
}

std::string World::subject_key(std::size_t subject) {
    const auto& identifiers = house_->desk().identifiers();
    const auto identifier = identity::parse_identifier(cards_.subjects[subject].who.identifier,
                                                       identifiers.reading(today()));
    CHECK(identifier.has_value());
    const auto key = identifiers.key_of(*identifier);
    CHECK(key.has_value());
    return std::string(key->text());
}

void World::remember(std::string_view text) {
    const std::array<BytesView, 2> parts{BytesView(digest_), bytes_of(text)};
    digest_ = crypto::sha256(parts);
}

std::string World::digest() const {
    return to_hex(digest_);
}

}  // namespace credit::simulation
