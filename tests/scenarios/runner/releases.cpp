// Releases: the register goes on under a release that knows other notices of working days.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/recounts/recount_days.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/clocks.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "server/house.h"
#include "server/lore.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

// "objections.answer 2027-01-08 to 2027-01-11", "objections.answer stands"; empty for other acts.
std::string recounted_by(const ledger::Act& act) {
    const auto body = parse_object(act.body);
    if (!body) return {};
    if (act.kind == "desk.recount_telling") {
        return text_in(*body, "what") + " told " + text_in(*body, "from") + " to " +
               text_in(*body, "to");
    }
    for (const std::string_view member : {"recounted", "confirmed"}) {
        const auto* const value = body->if_contains(member);
        if (value == nullptr || !value->is_object()) continue;
        const auto& said = value->get_object();
        const bool moves = member == "recounted";
        return text_in(said, "kind") +
               (moves ? " " + text_in(said, "from") + " to " + text_in(said, "to") : " stands");
    }
    return {};
}

// What the acts of the start counted anew.
std::string counted_anew(Stage& stage, const std::string& last_before, std::string& last) {
    auto lease = stage.house().desk().pool().lease(sql::Access::Read);
    CHECK(lease.has_value());
    // One view of the store: an act may get its number meanwhile.
    const auto reading = sql::Transaction::begin_reading(**lease);
    CHECK(reading.has_value());
    std::string said;
    const auto visited = ledger::visit_acts(**lease, stage.house().desk().keys(),
                                            [&](const ledger::Act& act) -> Result<void> {
                                                if (last < act.id) last = act.id;
                                                if (act.id <= last_before) return {};
                                                const auto each = recounted_by(act);
                                                if (!each.empty()) said += "; " + each;
                                                return {};
                                            });
    CHECK(visited.has_value());
    return said;
}

// What a start does about days, in a process that is killed after its n-th act.
void count_until_killed(const server::HouseSettings& settings, const server::Lore& lore, int acts) {
    const auto places = ledger::StorePlaces::of(settings.store, settings.home);
    CHECK(places.has_value());
    const auto keys = ledger::read_keys(places->keys);
    CHECK(keys.has_value());
    const subjects::Identifiers identifiers(keys->hmac, keys->wrapping, {});
    sql::Pool pool(settings.store, 2);
    desk::Desk desk(pool, *keys, lore.law, lore.catalogue, identifiers);
    desk.observe([&acts](const ledger::Act&) {
        if (--acts == 0) raise(SIGKILL);
    });
    const auto counted = desk::recount_days(desk, {.principal = desk::register_itself(),
                                                   .channel = "clerk",
                                                   .received_at = settings.clock->now()});
    CHECK(counted.has_value());
}

// What is wrong where it was not killed.
std::string start_killed(Stage& stage, const server::Lore& lore, int acts) {
    const pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        count_until_killed(stage.settings({}), lore, acts);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    return killed ? "" : "was not killed";
}

}  // namespace

std::shared_ptr<const server::Lore> lore_of(const Step& step) {
    const auto year = step.arguments.value_or("calendar", "");
    auto lore = year.empty() ? server::Lore::load() : server::Lore::load_through(std::stoi(year));
    CHECK(lore.has_value());
    return *std::move(lore);
}

std::string program(Stage& stage, const Step& step) {
    std::string last;
    counted_anew(stage, "", last);
    const auto after = step.arguments.value_or("killed_after", "");
    if (!after.empty()) {
        stage.close();
        const auto fault = start_killed(stage, *lore_of(step), std::stoi(after));
        if (!fault.empty()) return fault;
    }
    const auto fault = stage.reopen(lore_of(step));
    if (!fault.empty()) return fault;
    const auto said = counted_anew(stage, std::string(last), last);
    const auto known = stage.law().calendar().known_through();
    return "known through " + calendar::to_text(known) +
           (said.empty() ? "; nothing changes" : said);
}

std::string running_days(Stage& stage, const Step& step) {
    auto lease = stage.house().desk().pool().lease(sql::Access::Read);
    CHECK(lease.has_value());
    std::string running;
    const auto visited =
        ledger::visit_clocks_of(**lease, stage.key_of(step.arguments.word(0)),
                                [&](const ledger::StatutoryClock& clock) -> Result<void> {
                                    if (clock.done_by) return {};
                                    running += (running.empty() ? "" : "; ") + clock.kind +
                                               " through " + calendar::to_text(clock.due_on);
                                    return {};
                                });
    CHECK(visited.has_value());
    return running.empty() ? "nothing runs" : running;
}

}  // namespace credit::scenarios
