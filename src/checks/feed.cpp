#include "checks/feed.h"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/subject_category.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "objections/objection_register.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "stays/stay.h"
#include "stays/stay_register.h"

namespace credit::checks {
namespace {

Effect effect_of(const lists::Listing& listing) {
    CHECK(listing.from_on.has_value());  // it is in force
    const auto document = listing.document_number.value_or("");
    const auto ends_when = listing.ends_when.value_or("");
    return keep({.source = Source::Listing,
                 .on_hold = listing.held_by.has_value(),
                 .provisional = listing.provisional,
                 .from = *listing.from_on,
                 .through = listing.last_day(),
                 .id = listing.listing_id,
                 .rests_on = listing.standard,
                 .authority = listing.authority,
                 .document = document,
                 .ends_when = ends_when,
                 .remedy_zh = {},
                 .remedy_en = {}});
}

Effect effect_of(const measures::RestraintOrder& order) {
    const auto ends_when = order.ends_when.value_or("");
    return keep({.source = Source::Order,
                 .on_hold = order.held_by.has_value(),
                 .from = order.from_on,
                 .through = order.last_day(),
                 .id = order.order_id,
                 .rests_on = order.measure,
                 .authority = order.authority,
                 .document = order.document_number,
                 .ends_when = ends_when,
                 .remedy_zh = order.remedy_zh,
                 .remedy_en = order.remedy_en});
}

catalogue::SubjectCategory category_of(std::string_view subject_key) {
    if (subject_key.starts_with('P')) return catalogue::SubjectCategory::NaturalPerson;
    return subject_key.starts_with("O92") ? catalogue::SubjectCategory::IndividualBusiness
                                          : catalogue::SubjectCategory::Organisation;
}

bool is_subject(std::string_view key) {
    return key.starts_with('O') || key.starts_with('P');
}

// A key of the index: a subject's, or the code of an authority, which holds a hyphen.
bool is_authority(std::string_view key) {
    return key.contains('-');
}

Result<Entry> entry_of_authority(sql::Session& session, std::string_view code) {
    return Entry{
        .effects = {},
        .stays = TRY(stays::StayRegister(session).live_of_home(stays::home_of_implementer(code)))};
}

Result<Entry> entry_of(sql::Session& session, std::string_view subject_key) {
    if (is_authority(subject_key)) return entry_of_authority(session, subject_key);
    Entry entry{.category = category_of(subject_key), .effects = {}};
    for (const auto& listing : TRY(lists::ListingRegister(session).of_subject(subject_key))) {
        if (listing.state == lists::State::InForce) entry.effects.push_back(effect_of(listing));
    }
    for (const auto& order : TRY(measures::OrderRegister(session).of_subject(subject_key))) {
        if (!order.ended_on) entry.effects.push_back(effect_of(order));
    }
    // luzhengfa-2017-44 item 20: an objection that is open suspends whatever hangs on its item.
    if (entry.effects.empty()) return entry;
    entry.stays = TRY(stays::StayRegister(session).live_of_home(subject_key));
    // So does an answer against the subject that did not reach it.
    objections::ObjectionRegister objections(session);
    const auto held = TRY(objections.held(subject_key));
    if (held.empty()) return entry;
    const auto objected = TRY(objections.objected(subject_key));
    for (auto& effect : entry.effects) {
        effect.objected = std::ranges::find(objected, effect.id) != objected.end();
        effect.on_hold |= std::ranges::find(held, effect.id) != held.end();
    }
    return entry;
}

// Of an authority it is not known then what is stopped there: nothing is executable.
void hold_all(Index& index, std::string_view key) {
    Entry held;
    {
        const Index::Pin pin(index);
        const Entry* const known = pin.find(key);
        if (known != nullptr) held = *known;
    }
    held.unread = is_authority(key);
    if (!held.live()) return;
    for (auto& effect : held.effects) effect.on_hold = true;
    index.put(key, std::move(held));
}

// The key of the index that the act concerns; empty when it concerns none.
std::string_view concerned(const ledger::Act& act) {
    const std::string_view home = act.home_key;
    if (is_subject(home)) return home;
    return act.kind.starts_with("stays.") ? home.substr(1) : std::string_view();
}

}  // namespace

Result<void> fill_index(sql::Session& session, Index& index) {
    std::vector<std::string> keys;
    const auto note = [&](const std::string& subject_key) {
        if (keys.empty() || keys.back() != subject_key) keys.push_back(subject_key);
    };
    TRY(lists::ListingRegister(session).visit_live([&](const auto& listing) -> Result<void> {
        note(listing.subject_key);
        return {};
    }));
    TRY(measures::OrderRegister(session).visit_live([&](const auto& order) -> Result<void> {
        note(order.subject_key);
        return {};
    }));
    for (const auto& home : TRY(stays::StayRegister(session).live_homes())) {
        if (!is_subject(home)) keys.push_back(home.substr(1));
    }
    for (const auto& key : keys) {
        auto entry = TRY(entry_of(session, key));
        index.put(key, std::move(entry));
    }
    return {};
}

void follow(sql::Pool& pool, Index& index, const ledger::Act& act) {
    const std::string key(concerned(act));
    if (key.empty()) return;
    const std::scoped_lock lock(index.feeding());
    auto lease = pool.lease(sql::Access::Read);
    auto entry = lease ? entry_of(**lease, key) : std::unexpected(lease.error());
    if (entry) {
        index.put(key, std::move(*entry));
        index.unread().erase(key);
    } else {
        hold_all(index, key);
        index.unread().insert(key);
    }
}

std::size_t catch_up(sql::Pool& pool, Index& index, std::size_t most) {
    const std::scoped_lock lock(index.feeding());
    auto& unread = index.unread();
    for (std::size_t read = 0; read < most && !unread.empty(); ++read) {
        const auto& subject_key = *unread.begin();
        auto lease = pool.lease(sql::Access::Read);
        auto entry = lease ? entry_of(**lease, subject_key) : std::unexpected(lease.error());
        if (!entry) break;
        index.put(subject_key, std::move(*entry));
        unread.erase(unread.begin());
    }
    return unread.size();
}

}  // namespace credit::checks
