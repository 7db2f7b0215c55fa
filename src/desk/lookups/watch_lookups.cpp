#include "desk/lookups/watch_lookups.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/account.h"
#include "access/occasion.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "credit_reporting/feed.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lists/listing_register.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup_register.h"
#include "lookups/signs/close_sign.h"
#include "lookups/signs/curiosity.h"
#include "lookups/signs/protected_subject.h"
#include "lookups/signs/sign.h"
#include "measures/order_register.h"
#include "records/record_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::chrono::days one_day{1};

// decision 0215: whoever takes what became public, in its order, chooses nobody.
bool takes_the_feed(const Desk& desk, const std::string& authority) {
    const auto office = desk.catalogue().authorities.find(authority);
    return office && (*office)->has_function(credit_reporting::function);
}

// What the authority knows of its accounts and of whom to protect; whom those protected whose work
// it took over, it protects.
Result<lookups::AuthorityDay> facts_of(sql::Session& store, const std::string& authority, Date day,
                                       std::vector<lookups::Glance> glances,
                                       const catalogue::Authorities& authorities) {
    lookups::AuthorityDay facts{.authority = authority, .day = day, .glances = std::move(glances)};
    for (auto& system : TRY(access::systems_of(store, authority))) {
        facts.systems.insert(std::move(system));
    }
    lookups::ProtectionRegister protections(store);
    for (const auto& code : authorities.own_and_taken_over(authority)) {
        facts.colleagues.merge(TRY(protections.colleagues_of(code)));
    }
    for (auto& subject : TRY(access::subjects_of_staff(store, authority))) {
        facts.colleagues.insert(std::move(subject));
    }
    facts.well_known = TRY(protections.well_known());
    return facts;
}

// Whether the case stands in a record, a listing or an order of the authority, or of the one that
// took over its work, on that subject.
Result<bool> is_live(sql::Session& store, const catalogue::Authorities& authorities,
                     const std::string& authority, const lookups::Glance& glance) {
    const auto is_its = [&](const auto& thing) {
        return thing.document_number == glance.case_number &&
               authorities.succeeds(thing.authority, authority);
    };
    const auto records = TRY(records::RecordRegister(store).current_of(glance.subject_key));
    if (std::ranges::any_of(records, is_its)) return true;
    const auto listings = TRY(lists::ListingRegister(store).of_subject(glance.subject_key));
    if (std::ranges::any_of(listings, is_its)) return true;
    const auto orders = TRY(measures::OrderRegister(store).of_subject(glance.subject_key));
    return std::ranges::any_of(orders, is_its);
}

Result<std::vector<lookups::Finding>> dead_cases(sql::Session& store,
                                                 const catalogue::Authorities& authorities,
                                                 const lookups::AuthorityDay& facts) {
    lookups::Keys live;
    for (const auto& glance : facts.glances) {
        if (!glance.subject_key.starts_with('P') || facts.systems.contains(glance.account)) {
            continue;
        }
        if (TRY(is_live(store, authorities, facts.authority, glance)))
            live.insert(glance.lookup_id);
    }
    return lookups::find_dead_cases(facts, live);
}

// Days whose decisions must have been filed by yesterday, and not the day before.
Result<std::vector<Date>> days_now_filed(const law::Library& law, Date today) {
    constexpr int days_back_max = 30;
    const auto term = TRY(law.period("publicity.deadline", today));
    std::vector<Date> days;
    for (int back = 1; back <= days_back_max; ++back) {
        const Date day = today - std::chrono::days{back};
        if (law.calendar().last_day_of(term, day).day == today - one_day) days.push_back(day);
    }
    return days;
}

class Watch {
public:
    Watch(const LookupParts& parts, Instant now) : parts_(parts), now_(now) {}

    Result<std::int64_t> run() {
        TRY(gather());
        std::int64_t raised = 0;
        for (const auto& finding : findings_) raised += TRY(raise(finding)) ? 1 : 0;
        return raised;
    }

private:
    Result<void> gather() {
        auto lease = TRY(parts_.desk.pool().lease(sql::Access::Read));
        auto looked = TRY(lookups::lease_settled(parts_.pools));
        const auto& law = parts_.desk.law();
        const auto& authorities = parts_.desk.catalogue().authorities;
        const Date today = day_of(now_);
        lookups::LookupRegister kept(*looked);
        const auto thresholds = TRY(lookups::Thresholds::of(law, today));
        for (const Date day : {today - one_day, today}) {
            for (auto& [authority, glances] : TRY(kept.glances_of(day))) {
                if (takes_the_feed(parts_.desk, authority)) continue;
                const auto facts =
                    TRY(facts_of(*lease, authority, day, std::move(glances), authorities));
                TRY(keep_new(*lease, lookups::find_signs(facts, thresholds)));
            }
        }
        for (const Date day : TRY(days_now_filed(law, today))) {
            for (auto& [authority, glances] : TRY(kept.glances_of(day))) {
                const auto facts =
                    TRY(facts_of(*lease, authority, day, std::move(glances), authorities));
                auto dead = TRY(dead_cases(*lease, authorities, facts));
                TRY(keep_new(*lease, std::move(dead)));
            }
        }
        return {};
    }

    Result<void> keep_new(sql::Session& store, std::vector<lookups::Finding> findings) {
        lookups::SignRegister signs(store);
        for (auto& finding : findings) {
            const auto sign = lookups::sign_of(finding, day_of(now_));
            if (!TRY(signs.stands(sign))) findings_.push_back(std::move(finding));
        }
        return {};
    }

    Result<bool> raise(const lookups::Finding& finding) {
        const auto act = parts_.desk.perform(
            {.principal = register_itself(), .channel = "clerk", .received_at = now_},
            lookups::sign_of(finding, day_of(now_)).home_key,
            [&](const access::Occasion& occasion) {
                return lookups::raise_sign(occasion, finding);
            });
        if (act) return true;
        if (act.error().code == ErrorCode::Conflict) return false;
        return std::unexpected(act.error());
    }

    const LookupParts& parts_;
    Instant now_;
    std::vector<lookups::Finding> findings_;
};

}  // namespace

Result<std::int64_t> watch_lookups(const LookupParts& parts, Instant now) {
    return Watch(parts, now).run();
}

}  // namespace credit::desk
