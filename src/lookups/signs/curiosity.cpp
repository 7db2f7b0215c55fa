#include "lookups/signs/curiosity.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lookups/signs/sign.h"

namespace credit::lookups {
namespace {

constexpr std::int64_t milliseconds_of_a_minute = 60'000;
// More would say nothing that these do not.
constexpr std::size_t receipts_told_max = 100;

void add_receipt(Finding& finding, std::string_view receipt) {
    constexpr std::size_t with_blank = 27;
    if (finding.lookups.size() >= receipts_told_max * with_blank) return;
    if (!finding.lookups.empty()) finding.lookups += ' ';
    finding.lookups += receipt;
}

Finding finding_of(const AuthorityDay& facts, SignKind kind, std::string account,
                   std::string about) {
    return {.kind = kind,
            .authority = facts.authority,
            .account = std::move(account),
            .about = std::move(about),
            .happened_on = facts.day,
            .lookups = {}};
}

// One account's look-ups, in the order of time: a burst begins with the first look-up of a span of
// minutes that holds too many, and the next one is sought after it.
void find_bursts(std::vector<Finding>& findings, const AuthorityDay& facts,
                 const std::vector<const Glance*>& glances, const Thresholds& thresholds) {
    const auto span = thresholds.burst_minutes * milliseconds_of_a_minute;
    const auto many = static_cast<std::size_t>(thresholds.burst_lookups) + 1;
    for (std::size_t first = 0; first + many <= glances.size();) {
        const auto& last = *glances[first + many - 1];
        if (last.at.milliseconds - glances[first]->at.milliseconds >= span) {
            ++first;
            continue;
        }
        auto& finding = findings.emplace_back(
            finding_of(facts, SignKind::Burst, glances[first]->account, glances[first]->lookup_id));
        for (std::size_t each = 0; each < many; ++each) {
            add_receipt(finding, glances[first + each]->lookup_id);
        }
        first += many;
    }
}

void find_all_bursts(std::vector<Finding>& findings, const AuthorityDay& facts,
                     const Thresholds& thresholds) {
    std::map<std::string_view, std::vector<const Glance*>> by_account;
    for (const auto& glance : facts.glances) {
        if (!facts.systems.contains(glance.account)) by_account[glance.account].push_back(&glance);
    }
    for (const auto& [account, glances] : by_account) {
        find_bursts(findings, facts, glances, thresholds);
    }
}

void find_cases_of_many(std::vector<Finding>& findings, const AuthorityDay& facts,
                        const Thresholds& thresholds) {
    struct Use {
        std::set<std::string_view> subjects;
        std::vector<const Glance*> first_of_each;
    };
    const auto most = static_cast<std::size_t>(thresholds.subjects_of_a_case);
    std::map<std::string_view, Use> by_case;
    for (const auto& glance : facts.glances) {
        auto& use = by_case[glance.case_number];
        if (use.subjects.size() <= most && use.subjects.insert(glance.subject_key).second) {
            use.first_of_each.push_back(&glance);
        }
    }
    for (const auto& [case_number, use] : by_case) {
        if (use.subjects.size() <= most) continue;
        auto& finding = findings.emplace_back(
            finding_of(facts, SignKind::CaseOfMany, {}, std::string(case_number)));
        for (const auto* const glance : use.first_of_each) add_receipt(finding, glance->lookup_id);
    }
}

void find_in(std::vector<Finding>& findings, const AuthorityDay& facts, const Keys& subjects,
             SignKind kind) {
    for (const auto& glance : facts.glances) {
        if (!subjects.contains(glance.subject_key)) continue;
        auto& finding =
            findings.emplace_back(finding_of(facts, kind, glance.account, glance.lookup_id));
        add_receipt(finding, glance.lookup_id);
    }
}

}  // namespace

Result<Thresholds> Thresholds::of(const law::Library& law, Date day) {
    return Thresholds{.burst_lookups = TRY(law.number("lookup.sign.burst.lookups", day)),
                      .burst_minutes = TRY(law.number("lookup.sign.burst.minutes", day)),
                      .subjects_of_a_case = TRY(law.number("lookup.sign.case.subjects", day))};
}

std::vector<Finding> find_signs(const AuthorityDay& facts, const Thresholds& thresholds) {
    std::vector<Finding> findings;
    find_cases_of_many(findings, facts, thresholds);
    find_all_bursts(findings, facts, thresholds);
    find_in(findings, facts, facts.colleagues, SignKind::Colleague);
    find_in(findings, facts, facts.well_known, SignKind::WellKnown);
    return findings;
}

std::vector<Finding> find_dead_cases(const AuthorityDay& facts, const Keys& live) {
    if (live.empty()) return {};
    std::map<std::string_view, Finding> by_account;
    for (const auto& glance : facts.glances) {
        if (!glance.subject_key.starts_with('P') || facts.systems.contains(glance.account) ||
            live.contains(glance.lookup_id)) {
            continue;
        }
        const auto [place, fresh] = by_account.try_emplace(
            glance.account, finding_of(facts, SignKind::NoLiveCase, glance.account, {}));
        add_receipt(place->second, glance.lookup_id);
    }
    std::vector<Finding> findings;
    findings.reserve(by_account.size());
    for (auto& [account, finding] : by_account) findings.push_back(std::move(finding));
    return findings;
}

}  // namespace credit::lookups
