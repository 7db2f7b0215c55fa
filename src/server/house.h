// The house: everything that a running register holds open, put together in one place.
//
// It opens the store with its keys and its lock, loads law, words and catalogue, fills the check
// index, starts the sequencer and the writer of look-ups, and offers the operations. The server
// listens in front of it; the command line uses it directly where no server runs.

#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "access/register.h"
#include "access/sign_in.h"
#include "catalogue/catalogue.h"
#include "checks/counter.h"
#include "checks/index.h"
#include "checks/names/current_names.h"
#include "desk/clerk/amendment_runner.h"
#include "desk/clerk/clerk.h"
#include "desk/clerk/left_submissions.h"
#include "desk/clerk/listing_watch.h"
#include "desk/clerk/record_eraser.h"
#include "desk/clerk/time_watch.h"
#include "desk/corrections/correction_teller.h"
#include "desk/desk.h"
#include "desk/follower.h"
#include "desk/lookups/lookup_keeper.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/open_register.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "http/context.h"
#include "http/metrics.h"
#include "http/router.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "log/sequencer.h"
#include "log/sequencer_thread.h"
#include "notices/channels/mail_channel.h"
#include "notices/channels/outbox.h"
#include "notices/channels/outbox_thread.h"
#include "pages/portal.h"
#include "search/names.h"
#include "server/lookup_room.h"
#include "server/lore.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/store_lock.h"
#include "subjects/identifiers.h"
#include "words/catalogue.h"

namespace credit::server {

struct HouseSettings {
    std::string store;
    std::optional<std::filesystem::path> home = {};
    // Another than the system's: for demonstrations only.
    const Clock* clock = nullptr;
    bool time_is_right = false;  // so the operator says, whatever was recorded
    // How notices leave the register; empty: they stand in the account alone.
    notices::MailSettings mail = {};
    std::filesystem::path notice_spool = {};  // text messages and government mailboxes
    std::shared_ptr<const Lore> lore = {};    // null: read anew
    // Does nothing by itself: whoever opened it calls work_once().
    bool by_hand = false;
    bool measured = false;  // also offers the fixed reply, by which the server alone is measured
};

class House {
public:
    // Makes the store: tables, keys, the first act. Conflict "desk.already_opened".
    static Result<void> create(const HouseSettings& settings, desk::Purpose purpose);
    // Conflict "sql.locked" while another process serves the store; NotFound "desk.not_opened";
    // Refused "desk.time_is_real"; Unavailable "ledger.store_moved"; the errors of keys, law,
    // catalogue and store.
    static Result<std::unique_ptr<House>> open(const HouseSettings& settings);
    House(const House&) = delete;
    House& operator=(const House&) = delete;
    ~House();

    // By hand: what the house's own threads do otherwise, once, on this thread. Numbers and
    // publishes the acts that are committed. The errors of the store and of the log.
    Result<void> work_once();

    const http::Router& router() const { return *router_; }
    http::Metrics& metrics() { return *metrics_; }
    desk::Desk& desk() { return desk_; }
    // Seals and watches look-ups from here on, until the house is left. Before it is served.
    void keep_lookups();
    // Fills the name index from here on, without which the first search does, and the names that
    // the counter confirms. Before it is served.
    void keep_names();
    // What sealing and watching need of it.
    desk::LookupParts lookup_parts() {
        return {.desk = desk_, .writer = lookups_.writer(), .pools = lookups_.pools()};
    }
    const words::Catalogue& words() const { return lore_->words; }
    const Clock& clock() const { return *clock_; }
    const ledger::StorePlaces& places() const { return places_; }
    bool demonstration() const { return demonstration_; }
    desk::Clerk& clerk() { return clerk_; }
    desk::AmendmentRunner& runner() { return runner_; }
    desk::CorrectionTeller& corrections() { return corrections_; }
    desk::RecordEraser& eraser() { return eraser_; }

private:
    struct Furniture;
    explicit House(Furniture furniture);
    Result<void> move_in();
    Result<void> keep_erased();
    Result<void> note_erased();
    Result<void> note_expired(const ledger::Act& act);
    void erase_expired();
    void follow_amendments();
    void give_the_clerk_his_work();
    void tell_corrections();
    void follow_names();
    void forget_expired();
    void amend_catalogue();
    Result<void> watch_time(sql::Session& session);
    void offer_operations();
    // Opens the channels that the settings name.
    Result<void> open_channels(const HouseSettings& settings);
    void tell_figures();
    log::Sequencer::Place log_place() const;
    std::uint64_t published_entries() const;

    ledger::StorePlaces places_;
    std::optional<sql::StoreLock> lock_;
    std::shared_ptr<const Lore> lore_;
    ledger::Keys keys_;
    bool demonstration_;
    bool measured_;
    bool time_is_right_;
    bool by_hand_;
    SystemClock system_clock_;
    const Clock* clock_;
    sql::Pool pool_;
    subjects::Identifiers identifiers_;
    catalogue::Catalogue catalogue_;  // as amended: its own
    std::mutex amending_;
    std::mutex noting_;  // what was erased
    std::atomic<bool> catalogue_is_old_ = false;
    desk::Desk desk_;
    std::optional<desk::TimeWatch> time_watch_;
    access::Register principals_;
    access::SignIn sign_in_;
    checks::Index index_;
    checks::CurrentNames current_names_;
    search::Names names_;
    LookupRoom lookups_;
    checks::Counter counter_;
    std::optional<desk::Follower> follower_;         // where other nodes may write
    std::optional<log::SequencerThread> sequencer_;  // unless by hand
    std::optional<log::Sequencer> sequencer_by_hand_;
    desk::LeftSubmissions left_submissions_{desk_};
    desk::ListingWatch<execution::ListingPlace> actions_{desk_, desk::action};
    desk::AmendmentRunner runner_{desk_, lookups_.pools()};
    desk::RecordEraser eraser_{desk_};
    desk::CorrectionTeller corrections_{desk_, lookups_.pools()};
    desk::ListingWatch<honours::HonourPlace> honours_{desk_, desk::honour_review};
    desk::Clerk clerk_;
    std::optional<Date> forgotten_on_;  // the last day on which he forgot what had expired
    std::unique_ptr<notices::Outbox> outbox_;
    std::unique_ptr<notices::OutboxThread> outbox_thread_;
    std::unique_ptr<http::Metrics> metrics_;
    pages::Portal portal_;
    std::unique_ptr<http::Context> context_;
    std::unique_ptr<http::Router> router_;
    std::optional<desk::LookupKeeper> keeper_;  // last: it uses all the others
};

}  // namespace credit::server
