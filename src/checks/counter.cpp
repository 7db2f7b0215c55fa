#include "checks/counter.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/purpose.h"
#include "catalogue/subject_category.h"
#include "checks/answer.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "checks/names/confirm_name.h"
#include "checks/names/current_names.h"
#include "checks/screening.h"
#include "commitments/eligibility.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act_id.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup.h"
#include "objections/objection_register.h"
#include "publicity/leak_detector.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"

namespace credit::checks {
namespace {

using catalogue::SubjectCategory;

SubjectCategory category_of(const identity::SubjectKey& subject) {
    if (subject.of_person()) return SubjectCategory::NaturalPerson;
    return subject.code().starts_with("92") ? SubjectCategory::IndividualBusiness
                                            : SubjectCategory::Organisation;
}

// A check reads a table for less time than it takes to make one.
constexpr std::size_t tables_kept = 32;

Standing standing_of(subjects::Match match) {
    switch (match) {
        case subjects::Match::Confirmed:
            return Standing::Confirmed;
        case subjects::Match::IdentityNotConfirmed:
            return Standing::IdentityNotConfirmed;
        case subjects::Match::Unknown:
            return Standing::Unknown;
    }
    std::unreachable();
}

// luzhengfa-2017-44 item 7: asked of organisations where the matter offers an easier way.
bool asks_eligibility(const catalogue::Matter& matter, SubjectCategory category,
                      subjects::Match match) {
    return match == subjects::Match::Confirmed && category != SubjectCategory::NaturalPerson &&
           (commitments::offers(matter, commitments::green_channel) ||
            commitments::offers(matter, commitments::papers_to_follow));
}

// Assigning keeps the memory of an entry that is used again.
void fill(lookups::Lookup& lookup, const Ask& ask) {
    ledger::write_act_id(lookup.id, ask.why.asked_at);
    lookup.subject_key = ask.subject.text();
    lookup.looked_at = ask.why.asked_at;
    lookup.account = ask.why.principal.account;
    lookup.authority = ask.why.principal.authority;
    lookup.reason.matter = ask.why.matter;
    lookup.reason.purpose = ask.why.purpose;
    lookup.reason.ground = ask.why.ground;
    lookup.reason.case_number = ask.why.case_number;
    lookup.reason.officer = ask.why.officer;
}

// Both count up from one and are far from half their width.
std::uint64_t seen(const Entry* of_subject, const Entry* of_authority) {
    constexpr unsigned half = 32;
    const auto version_of = [](const Entry* entry) {
        return entry == nullptr ? std::uint64_t{0} : entry->version;
    };
    return version_of(of_subject) ^ (version_of(of_authority) << half);
}

}  // namespace

Result<void> Counter::answer(const Ask& ask, std::string& answer, lookups::Entry& entry) {
    const DutyTable& duties = duties_of(day_of(ask.why.asked_at));
    if (auto grounds = refusals(ask.why, duties); !grounds.empty())
        return refuse(std::move(grounds));

    const auto category = category_of(ask.subject);
    // What other nodes performed may have changed a name that is held here.
    const bool confirmed = index_.is_current() && names_.confirms(ask.subject.text(), ask.name);
    auto match = subjects::Match::Confirmed;
    std::optional<commitments::Eligibility> eligibility;
    if (!confirmed || ask.why.eligibility) {
        auto lease = TRY(pool_.lease(sql::Access::Read));
        if (!confirmed) match = TRY(confirm_name(*lease, ask.subject, ask.name, duties.day()));
        // Before its first day nobody had such years.
        if (ask.why.eligibility &&
            asks_eligibility(*duties.matter(ask.why.matter), category, match) &&
            law_.period("incentive.clean_years", duties.day())) {
            const auto subject = ask.subject.text();
            auto held = TRY(objections::ObjectionRegister(*lease).held(subject));
            eligibility = TRY(commitments::eligibility_of(
                *lease, catalogue_, law_,
                {.subject_key = subject, .day = duties.day(), .held = std::move(held)}));
        }
    }
    fill(entry.lookup, ask);
    const Index::Pin pin(index_);
    const Entry* const live = pin.find(ask.subject.text());
    const Entry* const asking = pin.find(entry.lookup.authority);
    entry.seen_version = seen(live, asking);
    const Question question{
        .receipt = entry.lookup.id,
        .matter = ask.why.matter,
        .standing = standing_of(match),
        .category = category,
        .asked_at = ask.why.asked_at,
        .simulated = demonstration_,
        .current = index_.is_current() && (asking == nullptr || !asking->unread),
        .asking = asking,
        .eligibility = eligibility ? &*eligibility : nullptr};
    const auto begun = answer.size();
    write_answer(answer, entry.lookup.shown, duties, question, live);
    entry.lookup.digest = crypto::sha256(bytes_of(std::string_view(answer).substr(begun)));
    return {};
}

bool Counter::still_holds(const lookups::Entry& entry) const {
    const Index::Pin pin(index_);
    return seen(pin.find(entry.lookup.subject_key), pin.find(entry.lookup.authority)) ==
           entry.seen_version;
}

Result<Screening> Counter::screening(const Why& why, const subjects::Identifiers& identifiers) {
    const DutyTable& duties = duties_of(day_of(why.asked_at));
    if (auto grounds = refusals(why, duties); !grounds.empty()) return refuse(std::move(grounds));
    if (!index_.is_current()) return fail(ErrorCode::Unavailable, "checks.not_current");
    const std::scoped_lock lock(making_);
    const auto held = std::ranges::find(made_, &duties, &std::shared_ptr<const DutyTable>::get);
    return Screening({.index = index_, .identifiers = identifiers, .names = names_, .pool = pool_},
                     *held,
                     {.matter = std::string(why.matter), .authority = why.principal.authority});
}

std::atomic<const DutyTable*>& Counter::place_of(Date day) {
    return tables_[static_cast<std::size_t>(day.time_since_epoch().count()) % tables_.size()];
}

const DutyTable& Counter::duties_of(Date day) {
    const DutyTable* const table = place_of(day).load(std::memory_order_acquire);
    return table != nullptr && table->day() == day ? *table : make(day);
}

const DutyTable& Counter::make(Date day) {
    const std::scoped_lock lock(making_);
    const DutyTable* const table = place_of(day).load(std::memory_order_acquire);
    if (table == nullptr || table->day() != day) put(day);
    return *place_of(day).load(std::memory_order_acquire);
}

void Counter::put(Date day) {
    made_.push_back(std::make_shared<const DutyTable>(catalogue_, law_, day));
    place_of(day).store(made_.back().get(), std::memory_order_release);
    if (made_.size() > tables_kept) made_.pop_front();
}

void Counter::prepare(Date day) {
    duties_of(day).make_all();
    duties_of(day + std::chrono::days{1}).make_all();
}

void Counter::renew() {
    const std::scoped_lock lock(making_);
    for (const auto& place : tables_) {
        const DutyTable* const table = place.load(std::memory_order_acquire);
        if (table == nullptr) continue;
        put(table->day());
        made_.back()->make_all();
    }
}

// personal-information-protection-law-2021 art. 6: for a purpose, on a ground, in a case, by
// someone.
Grounds Counter::refusals(const Why& why, const DutyTable& duties) const {
    const catalogue::Matter* const matter = duties.matter(why.matter);
    Grounds grounds = catalogue_.purposes.refusals(why.purpose, why.ground,
                                                   access::id_of(why.principal.role), duties.day());
    require(grounds, matter != nullptr, "checks.unknown_matter");
    require(grounds, matter == nullptr || matter->allows(why.purpose),
            "checks.purpose_not_at_matter");
    require(grounds, !why.case_number.empty(), "checks.case_missing");
    require(grounds, !why.officer.empty(), "checks.officer_missing");
    require(grounds,
            !publicity::tells_resident_number(why.case_number, duties.day()) &&
                !publicity::tells_resident_number(why.officer, duties.day()),
            "publicity.person_in_reason");
    return grounds;
}

}  // namespace credit::checks
