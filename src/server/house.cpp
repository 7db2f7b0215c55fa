#include "server/house.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/token.h"
#include "amendments/follow.h"
#include "checks/feed.h"
#include "desk/adopt_listings.h"
#include "desk/clerk/time_watch.h"
#include "desk/desk.h"
#include "desk/follower.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/open_register.h"
#include "desk/recounts/recount_days.h"
#include "desk/turn.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/measure/fixed_reply.h"
#include "http/metrics.h"
#include "http/operations.h"
#include "http/router.h"
#include "identity/unified_social_credit_code.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "ledger/moves/store_move.h"
#include "ledger/store_places.h"
#include "log/sequencer.h"
#include "log/sequencer_thread.h"
#include "notices/channels/channel.h"
#include "notices/channels/mail_channel.h"
#include "notices/channels/outbox.h"
#include "notices/channels/outbox_thread.h"
#include "notices/channels/spool_channel.h"
#include "notices/content/content.h"
#include "pages/subjects/subject_address.h"
#include "server/found_by_name.h"
#include "server/lore.h"
#include "server/process/node_name.h"
#include "server/readiness.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/store_lock.h"
#include "subjects/identifiers.h"
#include "subjects/pilot_codes.h"

namespace credit::server {
namespace {

constexpr std::size_t sessions_max = 16;
constexpr std::size_t unread_at_once = 200;

Result<std::shared_ptr<const Lore>> lore_for(const HouseSettings& settings) {
    if (settings.lore != nullptr) return settings.lore;
    return Lore::load();
}

}  // namespace

// What must be loaded before the house stands.
struct House::Furniture {
    ledger::StorePlaces places;
    std::optional<sql::StoreLock> lock;
    std::shared_ptr<const Lore> lore;
    ledger::Keys keys;
    identity::CodeExceptions exceptions;
    desk::Purpose purpose;
    const Clock* clock;
    bool measured;
    bool time_is_right;
    bool by_hand;

    static Result<Furniture> load(const HouseSettings& settings);
};

Result<House::Furniture> House::Furniture::load(const HouseSettings& settings) {
    auto places = TRY(ledger::StorePlaces::of(settings.store, settings.home));
    if (!ledger::is_postgres(settings.store) && !std::filesystem::exists(settings.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    auto lock = TRY(sql::StoreLock::take(places.lock.string()));
    auto lore = TRY(lore_for(settings));
    const auto session = TRY(sql::open_migrated(settings.store));
    const auto purpose = TRY(desk::purpose_of(*session));
    TRY(ledger::expect_not_moved(*session));
    if (settings.clock != nullptr && purpose != desk::Purpose::Demonstration) {
        return fail(ErrorCode::Refused, "desk.time_is_real");
    }
    auto keys = TRY(ledger::read_keys(places.keys));
    TRY(ledger::check_keys(*session, keys));
    auto exceptions = TRY(subjects::load_pilot_codes());
    return Furniture{.places = std::move(places),
                     .lock = std::move(lock),
                     .lore = std::move(lore),
                     .keys = std::move(keys),
                     .exceptions = std::move(exceptions),
                     .purpose = purpose,
                     .clock = settings.clock,
                     .measured = settings.measured,
                     .time_is_right = settings.time_is_right,
                     .by_hand = settings.by_hand};
}

House::House(Furniture furniture)
    : places_(std::move(furniture.places)),
      lock_(std::move(furniture.lock)),
      lore_(std::move(furniture.lore)),
      keys_(std::move(furniture.keys)),
      demonstration_(furniture.purpose == desk::Purpose::Demonstration),
      measured_(furniture.measured),
      time_is_right_(furniture.time_is_right),
      by_hand_(furniture.by_hand),
      clock_(furniture.clock == nullptr ? &system_clock_ : furniture.clock),
      pool_(places_.store, sessions_max),
      identifiers_(keys_.hmac, keys_.wrapping, std::move(furniture.exceptions)),
      catalogue_(lore_->catalogue),
      desk_(pool_, keys_, lore_->law, catalogue_, identifiers_),
      sign_in_(principals_),
      current_names_(pool_),
      names_(pool_, keys_, places_.names),
      lookups_(places_, by_hand_),
      counter_(pool_, index_, current_names_, catalogue_, lore_->law, demonstration_),
      clerk_(desk_, *clock_),
      portal_{.addresses = pages::SubjectAddress(keys_.hmac),
              .find_by_name = by_name(names_, *clock_),
              .demonstration = demonstration_} {}

House::~House() = default;

Result<void> House::create(const HouseSettings& settings, desk::Purpose purpose) {
    const auto places = TRY(ledger::StorePlaces::of(settings.store, settings.home));
    if (places.keys.has_parent_path()) {
        std::error_code ignored;
        std::filesystem::create_directories(places.keys.parent_path(), ignored);
    }
    const auto lock = TRY(sql::StoreLock::take(places.lock.string()));
    const auto lore = TRY(lore_for(settings));
    {
        const auto session = TRY(sql::open_migrated(settings.store));
        if (desk::purpose_of(*session)) return fail(ErrorCode::Conflict, "desk.already_opened");
        const auto keys = ledger::Keys::generate();
        TRY(ledger::write_keys(places.keys, keys));
        TRY(ledger::enroll_keys(*session, keys));
    }
    const auto keys = TRY(ledger::read_keys(places.keys));
    const subjects::Identifiers identifiers(keys.hmac, keys.wrapping, {});
    sql::Pool pool(settings.store, 2);
    desk::Desk desk(pool, keys, lore->law, lore->catalogue, identifiers);
    const SystemClock system_clock;
    const Clock& clock = settings.clock == nullptr ? system_clock : *settings.clock;
    TRY(desk.perform(
        {.principal = desk::register_itself(), .channel = "cli", .received_at = clock.now()},
        desk::register_home_key,
        [&](const access::Occasion& occasion) { return desk::open_register(occasion, purpose); }));
    return {};
}

Result<std::unique_ptr<House>> House::open(const HouseSettings& settings) {
    auto furniture = TRY(Furniture::load(settings));
    std::unique_ptr<House> house(new House(std::move(furniture)));
    TRY(house->open_channels(settings));
    TRY(house->move_in());
    return house;
}

Result<void> House::open_channels(const HouseSettings& settings) {
    notices::Outbox::Channels channels;
    if (!settings.mail.server.empty()) {
        channels.push_back(TRY(notices::MailChannel::open(settings.mail, *clock_)));
    }
    if (!settings.notice_spool.empty()) {
        for (const auto name : {notices::text_message_channel, notices::mailbox_channel}) {
            channels.push_back(
                std::make_unique<notices::SpoolChannel>(name, settings.notice_spool / name));
        }
    }
    outbox_ = std::make_unique<notices::Outbox>(
        pool_, keys_,
        notices::Sources{.words = lore_->words, .catalogue = catalogue_, .law = lore_->law},
        std::move(channels));
    return {};
}

void House::give_the_clerk_his_work() {
    tell_corrections();
    forget_expired();
    erase_expired();
    clerk_.when_trusted([this](Instant now) { return left_submissions_.look(now); });
    clerk_.when_trusted([this](Instant now) { return actions_.look(now); });
    desk_.observe([this](const ledger::Act& act) { actions_.saw(act); });
    follow_amendments();
    clerk_.when_trusted([this](Instant now) { return honours_.look(now); });
    desk_.observe([this](const ledger::Act& act) { honours_.saw(act); });
    clerk_.at_each_look([this] { checks::catch_up(pool_, index_, unread_at_once); });
}

// In the order in which each needs the one before: what a crash left is finished before anybody
// asks, and the index is full before the first check.
Result<void> House::move_in() {
    TRY(desk::Turn::finish_left(desk_));
    std::int64_t place = 0;  // in the log, from where others' acts are not in what is read here
    {
        auto lease = TRY(pool_.lease(sql::Access::Write));
        place = TRY(ledger::log_size(*lease));
        TRY(amendments::put_in_force(*lease, lore_->law, catalogue_));
        TRY(access::load_tokens(*lease, principals_));
        TRY(checks::fill_index(*lease, index_));
        TRY(watch_time(*lease));
    }
    TRY(lookups_.open());
    TRY(desk::begin_after_seals(desk_, lookups_.writer()));
    if (!by_hand_) sequencer_.emplace(pool_, keys_, log_place());
    if (ledger::is_postgres(places_.store) && !by_hand_) {
        follower_.emplace(desk_, place, [this](auto looked_at) { index_.confirm(looked_at); });
        desk_.observe([this](const ledger::Act& act) {
            std::ignore = desk::begin_after_seal(act, lookups_.writer());
        });
    }
    desk_.observe([this](const ledger::Act& act) { access::follow(principals_, act); });
    desk_.observe([this](const ledger::Act& act) { checks::follow(pool_, index_, act); });
    follow_names();
    give_the_clerk_his_work();
    desk_.observe([this](const ledger::Act&) {
        if (sequencer_) sequencer_->wake();
    });
    desk_.observe([this](const ledger::Act& act) { time_watch_->saw(act.recorded_at); });
    // After those by whom this node answers: what it is told of is known.
    if (follower_) desk_.observe([this](const ledger::Act& act) { follower_->own(act); });
    TRY(keep_erased());
    TRY(desk::finish_adoptions(
        desk_,
        {.principal = desk::register_itself(), .channel = "clerk", .received_at = clock_->now()}));
    TRY(desk::recount_days(
        desk_,
        {.principal = desk::register_itself(), .channel = "clerk", .received_at = clock_->now()}));
    if (outbox_->has_channels()) {
        outbox_thread_ = std::make_unique<notices::OutboxThread>(*outbox_, *clock_);
        desk_.observe([this](const ledger::Act&) { outbox_thread_->wake(); });
    }
    if (follower_) {
        TRY(follower_->look());
        follower_->start();
    }
    offer_operations();
    return {};
}

Result<void> House::watch_time(sql::Session& session) {
    const Instant now = clock_->now();
    const auto last = time_is_right_ ? now : TRY(ledger::last_recorded_at(session)).value_or(now);
    using Of = desk::TimeWatch::Of;
    time_watch_.emplace(last, now, clock_ == &system_clock_ ? Of::Machine : Of::Simulation);
    return {};
}

void House::offer_operations() {
    CHECK(time_watch_.has_value());
    const desk::TimeWatch& time_watch = *time_watch_;
    auto operations = http::operations();
    if (measured_) operations.push_back(http::fixed_reply_operation());
    std::vector<std::string_view> names;
    names.reserve(operations.size());
    for (const auto& operation : operations) names.push_back(operation.id);
    metrics_ = std::make_unique<http::Metrics>(names);
    context_ = std::make_unique<http::Context>(http::Context{.desk = desk_,
                                                             .words = lore_->words,
                                                             .principals = principals_,
                                                             .sign_in = sign_in_,
                                                             .metrics = *metrics_,
                                                             .counter = counter_,
                                                             .lookups = lookups_.writer(),
                                                             .names = names_,
                                                             .lookup_pools = lookups_.pools(),
                                                             .log = places_.log,
                                                             .files = places_.files,
                                                             .time_watch = &time_watch,
                                                             .portal = &portal_});
    context_->readiness = {store_check(pool_), clock_check(time_watch, *clock_),
                           calendar_check(lore_->law, *clock_)};
    if (sequencer_) context_->readiness.push_back(log_check(*sequencer_));
    context_->readiness.push_back(lookups_check(lookups_.writer()));
    context_->readiness.push_back(clerk_check(clerk_));
    if (follower_) context_->readiness.push_back(follower_check(*follower_));
    router_ = std::make_unique<http::Router>(std::move(operations), *context_);
    tell_figures();
}

void House::tell_figures() {
    using Type = http::Metrics::Type;
    metrics_->add("xinheng_index_subjects", "subjects with something live", Type::Gauge,
                  [this] { return static_cast<double>(index_.size()); });
    metrics_->add("xinheng_names", "names that a search can find", Type::Gauge,
                  [this] { return static_cast<double>(names_.index().names()); });
    metrics_->add("xinheng_lookups_recorded", "look-ups made durable", Type::Counter,
                  [this] { return static_cast<double>(lookups_.writer().recorded()); });
    metrics_->add("xinheng_lookups_waiting", "look-ups waiting to be recorded", Type::Gauge,
                  [this] { return static_cast<double>(lookups_.writer().waiting()); });
    metrics_->add("xinheng_notices_sent", "notices that a channel took", Type::Counter,
                  [this] { return static_cast<double>(outbox_->sent()); });
    metrics_->add("xinheng_notices_failed", "attempts that a channel did not take", Type::Counter,
                  [this] { return static_cast<double>(outbox_->failed()); });
    metrics_->add("xinheng_lookups_unsettled", "look-ups durable but not yet in their table",
                  Type::Gauge, [this] { return static_cast<double>(lookups_.unsettled()); });
    if (follower_) {
        metrics_->add("xinheng_behind_other_nodes_seconds",
                      "since what other nodes performed was looked at", Type::Gauge, [this] {
                          return std::chrono::duration<double>(follower_->behind()).count();
                      });
    }
    metrics_->add("xinheng_log_entries", "acts in the published log", Type::Counter,
                  [this] { return static_cast<double>(published_entries()); });
}

log::Sequencer::Place House::log_place() const {
    return {.log = places_.log,
            .holder = ledger::is_postgres(places_.store) ? node_name(places_) : "register"};
}

std::uint64_t House::published_entries() const {
    if (sequencer_) return sequencer_->published().size;
    return sequencer_by_hand_ ? sequencer_by_hand_->published().size : 0;
}

// After a failure the sequencer is opened anew, as the thread does it.
Result<void> House::work_once() {
    CHECK(by_hand_);
    const auto lease = TRY(pool_.lease(sql::Access::Write));
    if (!sequencer_by_hand_) {
        sequencer_by_hand_ = TRY(log::Sequencer::open(*lease, keys_, log_place()));
    }
    auto outcome = sequencer_by_hand_->run(*lease, clock_->now());
    if (!outcome) sequencer_by_hand_.reset();
    return outcome;
}

}  // namespace credit::server
