#include "demo/listings.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "demo/fill.h"
#include "demo/records.h"
#include "demo/synthetic.h"
#include "desk/desk.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/decide_listing.h"
#include "lists/end_listing.h"
#include "lists/hear_subject.h"
#include "lists/propose_listing.h"
#include "server/house.h"

namespace credit::demo {
namespace {

using std::chrono::days;

struct Office {
    std::string_view standard;
    std::string_view authority;
};

constexpr std::array<Office, 4> offices{
    {{.standard = "samr_serious", .authority = "SD-SAMR"},
     {.standard = "major_tax_dishonesty", .authority = "SD-TAX"},
     {.standard = "wage_arrears", .authority = "SD-HR"},
     {.standard = "work_safety_serious", .authority = "SD-EM"}}};

// How far a listing goes: some stop at each step.
enum class Course { Proposed, Noticed, NotListed, Decided, InForce, Held, Removed, Annulled };

class Procedure {
public:
    Procedure(server::House& house, const Office& office)
        : house_(house),
          standard_(*house.desk().catalogue().standards.find(office.standard)),
          principal_{.account = "demo-officer-" + std::string(office.authority),
                     .role = access::Role::Officer,
                     .authority = std::string(office.authority),
                     .subject_key = {}} {}

    // From the first day on, with the days between the steps that the standard asks for.
    Result<void> run(const SyntheticSubject& subject, Date first_day, Course course,
                     std::string_view number) {
        TRY(propose(subject, first_day));
        if (course == Course::Proposed) return {};
        TRY(step(first_day, [&](const auto& occasion) {
            return lists::give_notice(occasion, subject_key_, listing_id_,
                                      {.service = {first_day, "direct", "示例回证"},
                                       .reasons = "示例事实和理由",
                                       .rights = "可以陈述、申辩",
                                       .exemption = {}});
        }));
        if (course == Course::Noticed) return {};
        const Date decided_on = first_day + days{30};
        TRY(decide(decided_on, number, course != Course::NotListed));
        if (course == Course::Decided || course == Course::NotListed) return {};
        TRY(step(decided_on + days{1}, [&](const auto& occasion) {
            return lists::serve_decision(occasion, subject_key_, listing_id_,
                                         {.service = {decided_on + days{1}, "direct", "示例回证"},
                                          .with_repair_notice = true});
        }));
        return finish(course, decided_on + days{10}, number);
    }

private:
    template <typename Draft>
    Result<ledger::Act> step(Date day, const Draft& draft) {
        // Nine in the morning, as offices open.
        const Instant at{start_of(day).milliseconds + (9LL * 3600 * 1000)};
        return house_.desk().perform(
            {.principal = principal_, .channel = "seed", .received_at = at}, subject_key_,
            [&](const access::Occasion& occasion) { return draft(occasion); });
    }

    Result<void> propose(const SyntheticSubject& subject, Date day) {
        const auto& identifiers = house_.desk().identifiers();
        const auto identifier =
            TRY(identity::parse_identifier(subject.identifier, identifiers.reading(day)));
        const auto key = identifiers.key_of(identifier);
        CHECK(key.has_value());
        subject_key_ = key->text();
        const auto& ground = standard_.grounds.front();
        const auto act = TRY(step(day, [&](const auto& occasion) {
            return lists::propose_listing(occasion,
                                          {.subject = key,
                                           .name = subject.name,
                                           .born_on = identifier.born_on(),
                                           .standard = standard_.id,
                                           .ground = ground.code,
                                           .conduct_on = day - days{60},
                                           .facts = "示例事实",
                                           .finding = ground.finding.empty() ? "" : "示例认定",
                                           .basis_document = "示例决定书"});
        }));
        listing_id_ = act.id + "-1";
        return {};
    }

    Result<void> decide(Date day, std::string_view number, bool lists) {
        const auto& term = *standard_.term_of(standard_.grounds.front());
        lists::Decision decision{.lists = lists,
                                 .document_kind = standard_.documents.front(),
                                 .document_number = "示例列决〔2026〕" + std::string(number) + "号",
                                 .decided_on = day,
                                 .reasons = "示例理由",
                                 .answer = "",
                                 .measures = standard_.measures,
                                 .removal = standard_.removal_zh,
                                 .remedy = standard_.remedy_zh,
                                 .repair_notice = "示例修告〔2026〕" + std::string(number) + "号",
                                 .upper_level_consent = "示例批复",
                                 .through_on = {},
                                 .review_on = {}};
        if (term.kind == catalogue::TermKind::Decided) decision.through_on = day + days{365};
        if (term.kind == catalogue::TermKind::Until) decision.review_on = day + days{180};
        TRY(step(day, [&](const auto& occasion) {
            return lists::decide_listing(occasion, subject_key_, listing_id_, decision);
        }));
        return {};
    }

    Result<void> finish(Course course, Date day, std::string_view number) {
        const lists::Removal removal{
            .reason = "decision_changed",
            .document_number = "示例移决〔2026〕" + std::string(number) + "号",
            .words = "示例理由"};
        TRY(step(day, [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
            switch (course) {
                case Course::Held:
                    return lists::suspend_listing(occasion, subject_key_, listing_id_, "核实信息");
                case Course::Removed:
                    return lists::remove_listing(occasion, subject_key_, listing_id_, removal);
                case Course::Annulled:
                    return lists::annul_listing(occasion, subject_key_, listing_id_, removal);
                default:
                    return lists::suspend_listing(occasion, subject_key_, listing_id_, "核实信息");
            }
        }));
        if (course != Course::InForce) return {};
        TRY(step(day + days{1}, [&](const auto& occasion) {
            return lists::resume_listing(occasion, subject_key_, listing_id_, "核实无误");
        }));
        return {};
    }

    server::House& house_;
    const catalogue::ListStandard& standard_;
    access::Principal principal_;
    std::string subject_key_;
    std::string listing_id_;
};

}  // namespace

Result<void> decide_listings(server::House& house, Dice& dice, const Population& population,
                             const Extent& extent, const Progress& progress) {
    constexpr std::array courses{
        Course::InForce, Course::InForce,  Course::InForce, Course::InForce, Course::Held,
        Course::Noticed, Course::Proposed, Course::Decided, Course::Removed, Course::Annulled};
    const Date today = day_of(house.clock().now());
    for (std::size_t number = 0; number < extent.listings; ++number) {
        if (number % 10 == 0) {
            progress("listings",
                     static_cast<double>(number) / static_cast<double>(extent.listings));
        }
        const bool is_not_listed = number % 20 == 19;  // every other one that would be annulled
        const auto course = is_not_listed ? Course::NotListed : courses[number % courses.size()];
        const auto& subject =
            population.organisations[number * 7 % population.organisations.size()];
        Procedure procedure(house, offices[number % offices.size()]);
        TRY(procedure.run(subject, today - days{60 + dice.roll(300)}, course,
                          std::to_string(number + 1)));
    }
    return {};
}

}  // namespace credit::demo
