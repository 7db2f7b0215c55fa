#include "simulation/invariants.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "desk/rebuild.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "log/verify.h"
#include "simulation/acts/acts.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"
#include "simulation/simulation.sql.h"
#include "simulation/world.h"
#include "sql/session.h"

namespace credit::simulation {
namespace {

// What the acts about one listing say, in their own words.
struct Proved {
    std::string proposed_by;
    std::string decided_by;
    JsonObject notice = {};
    JsonObject decision = {};
    JsonObject service = {};
    bool noticed = false;
    bool decided = false;
    bool served = false;
    JsonObject listing = {};  // after the last act
};

// The part of an act that is a step on a listing: its whole body, or what an objection changed.
const JsonObject* step_on_listing(std::string_view kind, const JsonObject& body) {
    if (kind.starts_with("lists.")) return &body;
    const auto* const consequence = body.if_contains("consequence");
    if (consequence == nullptr || !consequence->is_object()) return nullptr;
    const auto* const step = consequence->get_object().if_contains("listing");
    return step == nullptr || !step->is_object() ? nullptr : &step->get_object();
}

using ProvedListings = std::map<std::string, Proved>;

// What a repair made of the listings of its item.
Result<void> look_at_repair(const JsonObject& body, ProvedListings& proved) {
    const auto* const effect = body.if_contains("effect");
    if (effect == nullptr) return {};
    for (const auto& each : *TRY(read_array(effect->as_object(), "listings"))) {
        const auto id = TRY(read_text(each.as_object(), "listing"));
        proved[id].listing = each.as_object();
    }
    return {};
}

// A paper that did not arrive proves nothing, nor does what rested on it.
void note_failed_service(Proved& one) {
    one.served = false;
    if (Said(one.listing).text("state") != "proposed") return;
    one.noticed = false;
    one.decided = false;
}

// What the step itself proves of the listing: the paper, and whose it is.
void note_step(Proved& one, const ledger::Act& act, const JsonObject& words) {
    if (act.kind == "lists.record_failed_service") note_failed_service(one);
    if (act.kind == "lists.propose_listing") one.proposed_by = act.on_behalf_of;
    if (act.kind == "lists.give_notice") {
        one.noticed = true;
        one.notice = words;
    }
    if (act.kind == "lists.decide_listing") {
        one.decided = true;
        one.decided_by = act.on_behalf_of;
        one.decision = words;
    }
    if (act.kind == "lists.serve_decision") {
        one.served = true;
        one.service = words;
    }
}

ProvedListings proved_by_acts(World& world, const std::string& subject_key) {
    ProvedListings proved;
    const auto look = [&](const ledger::Act& act) -> Result<void> {
        if (act.body_erased) return {};  // it kept a file whose content was taken out
        const auto whole = TRY(parse_object(act.body));
        if (act.kind.starts_with("repair.")) return look_at_repair(whole, proved);
        const auto* const step = step_on_listing(act.kind, whole);
        if (step == nullptr) return {};
        const auto& body = *step;
        const auto* const listing = TRY(read_object(body, "listing"));
        Proved& one = proved[TRY(read_text(*listing, "listing"))];
        one.listing = *listing;
        const auto* const said = body.if_contains("said");
        note_step(one, act, said == nullptr ? JsonObject() : said->as_object());
        return {};
    };
    const auto visited =
        ledger::visit_acts_of(world.store(), world.house().desk().keys(), subject_key, look);
    CHECK(visited.has_value());
    return proved;
}

// In force ⇒ all of this.
Refusals missing_elements(const PlainLaw& law, const lists::Listing& listing, const Proved& acts) {
    Refusals missing;
    const auto* const standard = law.catalogue().standards.find(listing.standard);
    missing.unless(standard != nullptr, "a standard");
    if (standard == nullptr || !listing.decided_on) {
        missing.unless(listing.decided_on.has_value(), "a decision");
        return missing;
    }
    const Said decision(acts.decision);
    missing.unless(in_force(*standard, *listing.decided_on), "a standard in force");
    missing.unless(law.competent(acts.decided_by, *standard, *listing.decided_on),
                   "a competent authority");
    missing.unless(acts.decided && listing.document_number && !listing.document_number->empty(),
                   "a decision document");
    missing.unless(acts.noticed && (Said(acts.notice).anything("proof") || listing.exemption ||
                                    !standard->notice.required),
                   "a notice that was served");
    missing.unless(!standard->notice.required || !listing.window_through || listing.waived ||
                       *listing.decided_on > *listing.window_through,
                   "a hearing window that is over");
    missing.unless(acts.served && Said(acts.service).anything("proof") && listing.served_on &&
                       *listing.served_on >= *listing.decided_on,
                   "service of the decision");
    missing.unless(decision.anything("remedy"), "a remedy that was told");
    missing.unless(decision.anything("removal"), "a way to leave the list");
    missing.unless(listing.last_day().has_value(), "an end");
    return missing;
}

std::string text_of(const Refusals& missing, const std::string& listing) {
    std::string text = "listing " + listing + " is in force without";
    for (const auto& each : missing.words()) text += " " + each + ",";
    return text;
}

}  // namespace

Finding find_unfounded_listing(World& world, std::size_t subject) {
    const auto key = world.subject_key(subject);
    const auto listings = lists::ListingRegister(world.store()).of_subject(key);
    CHECK(listings.has_value());
    if (listings->empty()) return {};
    const auto proved = proved_by_acts(world, key);
    for (const auto& listing : *listings) {
        const auto acts = proved.find(listing.listing_id);
        if (acts == proved.end()) return "no act tells of listing " + listing.listing_id;
        auto row = lists::to_json(listing);
        if (row != acts->second.listing)
            return "the row is not what its last act says: " + to_text(row);
        if (listing.state != lists::State::InForce) continue;
        const auto missing = missing_elements(world.law(), listing, acts->second);
        if (!missing.none()) return text_of(missing, listing.listing_id);
    }
    return {};
}

Finding find_lost_or_doubled_act(World& world) {
    const auto row = world.store().find(statements::count_acts);
    CHECK(row.has_value());
    const auto& counted = *row;
    CHECK(counted.has_value());
    const auto acts = counted->integer(0);
    const auto answered = static_cast<std::int64_t>(world.cards().acts);
    if (acts == answered) return {};
    const auto last = world.store().find(statements::last_kind).value_or(std::nullopt);
    return "the ledger holds " + std::to_string(acts) + " acts, answered were " +
           std::to_string(answered) + "; the last is " + (last ? last->text(0) : "none");
}

Finding find_broken_log(World& world) {
    world.number_acts();
    const auto& keys = world.house().desk().keys();
    const auto verified = log::verify(
        world.store(),
        {.log = world.house().places().log,
         .verifier = {.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)}});
    if (!verified) return "the log cannot be verified: " + verified.error().grounds[0].word;
    if (verified->ok) return {};
    const auto& finding = verified->finding;
    return "the log does not verify" + (finding ? ": " + finding->word : std::string());
}

Finding find_underivable_table(World& world) {
    const auto report =
        desk::rebuild_check(world.store(), world.house().desk().keys(), [](std::int64_t) {});
    if (!report) return "the tables cannot be rebuilt: " + report.error().grounds[0].word;
    if (report->equal()) return {};
    for (const auto& table : report->tables) {
        if (!table.equal) return "table " + table.table + " is not what the acts say";
    }
    return "records are not what their acts say";
}

}  // namespace credit::simulation
