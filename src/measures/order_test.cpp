// Orders: what is refused, when they bind, and how they come back from an act.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "calendar/working_days.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/authority.h"
#include "identity/subject_key.h"
#include "measures/order_term.h"
#include "measures/record_restraint_order.h"
#include "measures/restraint_order.h"

namespace credit::measures {
namespace {

using namespace std::chrono_literals;
using calendar::Period;
using calendar::Unit;
using catalogue::Term;
using catalogue::TermKind;

constexpr Date decided{2024y / 2 / 29};
constexpr Date today{2026y / 11 / 23};

std::vector<std::string> words(const Grounds& grounds) {
    std::vector<std::string> all;
    for (const auto& ground : grounds) all.push_back(ground.word);
    return all;
}

std::vector<std::string> judged(const Term& term, const OrderEnd& end) {
    return words(judge_end(term, decided, end, calendar::WorkingCalendar()));
}

using Words = std::vector<std::string>;

TEST(OrderTerm, FixedTermEndsOnOneDayOnly) {
    const Term term{.kind = TermKind::Fixed, .shortest = Period{3, Unit::Years}};
    EXPECT_EQ(judged(term, {.through_on = 2027y / 2 / 28}), Words{});
    EXPECT_EQ(judged(term, {.through_on = 2027y / 3 / 1}), Words{"measures.end_too_late"});
    EXPECT_EQ(judged(term, {.through_on = 2027y / 2 / 27}), Words{"measures.end_too_early"});
    EXPECT_EQ(judged(term, {.ends_when = "performed", .review_on = 2025y / 1 / 1}),
              Words{"measures.end_missing"});
}

TEST(OrderTerm, DecidedTermStaysWithinTheArticle) {
    const Term term{.kind = TermKind::Decided,
                    .shortest = Period{1, Unit::Years},
                    .longest = Period{3, Unit::Years},
                    .counted_from = "decision"};
    EXPECT_EQ(judged(term, {.through_on = 2025y / 2 / 28}), Words{});
    EXPECT_EQ(judged(term, {.through_on = 2025y / 2 / 27}), Words{"measures.end_too_early"});
    EXPECT_EQ(judged(term, {.through_on = 2027y / 2 / 28}), Words{});
    EXPECT_EQ(judged(term, {.through_on = 2027y / 3 / 1}), Words{"measures.end_too_late"});
    EXPECT_EQ(judged(term, {}), Words{"measures.end_missing"});
}

TEST(OrderTerm, LifeOnlyWhereTheArticleSaysSo) {
    EXPECT_EQ(judged({.kind = TermKind::Life}, {.for_life = true}), Words{});
    EXPECT_EQ(judged({.kind = TermKind::Decided}, {.for_life = true}),
              Words{"measures.life_not_possible"});
    EXPECT_EQ(judged({.kind = TermKind::Life}, {}), Words{"measures.end_missing"});
}

TEST(OrderTerm, EventNeedsADayOfReview) {
    const Term term{.kind = TermKind::Until, .review = Period{1, Unit::Years}};
    EXPECT_EQ(judged(term, {.ends_when = "performed", .review_on = 2025y / 2 / 28}), Words{});
    EXPECT_EQ(judged(term, {.ends_when = "performed", .review_on = 2025y / 3 / 1}),
              Words{"measures.review_too_late"});
    EXPECT_EQ(judged(term, {.ends_when = "performed"}), Words{"measures.review_missing"});
}

TEST(OrderTerm, OtherStartMustBeSaid) {
    const Term term{.kind = TermKind::Fixed,
                    .shortest = Period{5, Unit::Years},
                    .counted_from = "penalty_served"};
    EXPECT_EQ(judged(term, {.counted_on = 2025y / 6 / 1, .through_on = 2030y / 6 / 1}), Words{});
    EXPECT_EQ(judged(term, {.through_on = 2029y / 2 / 28}), Words{"measures.start_missing"});
}

TEST(RestraintOrder, BindsThroughItsLastDay) {
    RestraintOrder order;
    order.from_on = 2026y / 1 / 5;
    order.through_on = 2027y / 1 / 4;
    EXPECT_FALSE(order.in_force(2026y / 1 / 4));
    EXPECT_TRUE(order.in_force(2026y / 1 / 5));
    EXPECT_TRUE(order.in_force(2027y / 1 / 4));
    EXPECT_FALSE(order.in_force(2027y / 1 / 5));
    order.ended_on = 2026y / 6 / 1;
    EXPECT_TRUE(order.in_force(2026y / 5 / 31));
    EXPECT_FALSE(order.in_force(2026y / 6 / 1));
    EXPECT_EQ(read_order(to_json(order))->ended_on, order.ended_on);
}

catalogue::Measure food_ban() {
    catalogue::Measure measure;
    measure.id = "M022-A2";
    measure.individual_order = true;
    measure.follows = catalogue::Follows::IndividualOrder;
    measure.addressees = {catalogue::Addressee::NaturalPerson};
    measure.implementers = {"market_supervision"};
    measure.term = {.kind = TermKind::Decided};
    measure.bases = {{.citation = {.instrument = "food-safety-law-2021",
                                   .article = "135",
                                   .status = law::ArticleStatus::Verified},
                      .level = law::Level::Law}};
    return measure;
}

Words refused(const catalogue::Measure& measure, const catalogue::Authority* authority,
              const OrderProposal& proposal,
              catalogue::SubjectCategory category = catalogue::SubjectCategory::NaturalPerson) {
    const calendar::WorkingCalendar calendar;
    const auto person = *identity::SubjectKey::parse("P" + std::string(26, '7'));
    return words(judge_order({.measure = measure,
                              .authority = authority,
                              .category = category,
                              .person = person,
                              .match = subjects::Match::Confirmed,
                              .roles = {},
                              .calendar = calendar},
                             proposal, today));
}

OrderProposal sound() {
    return {.subject = {},
            .name = "测试甲",
            .measure = "M022-A2",
            .document_number = "济市监罚〔2026〕1号",
            .decided_on = 2026y / 11 / 1,
            .served_on = 2026y / 11 / 3,
            .end = {.through_on = 2027y / 11 / 1},
            .remedy_zh = "六十日内申请行政复议",
            .remedy_en = {}};
}

catalogue::Authority office(std::string function) {
    return {.code = "T",
            .zh = {},
            .en = {},
            .functions = {std::move(function)},
            .level = catalogue::RegionLevel::City,
            .region = "370100",
            .validity = {}};
}

TEST(RecordOrder, SoundOneIsTaken) {
    const auto samr = office("market_supervision");
    const auto court = office("courts");
    EXPECT_EQ(refused(food_ban(), &samr, sound()), Words{});
    EXPECT_EQ(refused(food_ban(), &court, sound()), Words{});
}

TEST(RecordOrder, NeedsCompetenceAndAnAddressee) {
    const auto tax = office("tax");
    EXPECT_EQ(refused(food_ban(), &tax, sound()), Words{"measures.authority_not_competent"});
    EXPECT_EQ(refused(food_ban(), nullptr, sound()), Words{"measures.authority_not_competent"});
    const auto samr = office("market_supervision");
    EXPECT_EQ(refused(food_ban(), &samr, sound(), catalogue::SubjectCategory::Organisation),
              Words{"measures.not_addressed"});
}

TEST(RecordOrder, MarketMeasuresAndListingsCannotBeOrdered) {
    const auto samr = office("market_supervision");
    auto market = food_ban();
    market.group = catalogue::MeasureGroup::Market;
    EXPECT_EQ(refused(market, &samr, sound()), Words{"measures.not_executable"});
    auto listed = food_ban();
    listed.individual_order = false;
    listed.follows = catalogue::Follows::Listing;
    EXPECT_EQ(refused(listed, &samr, sound()), Words{"measures.not_by_order"});
}

TEST(RecordOrder, ServiceLiesBetweenDecisionAndToday) {
    const auto samr = office("market_supervision");
    auto proposal = sound();
    proposal.served_on = proposal.decided_on;
    EXPECT_EQ(refused(food_ban(), &samr, proposal), Words{});
    proposal.served_on = 2026y / 10 / 31;
    EXPECT_EQ(refused(food_ban(), &samr, proposal), Words{"measures.served_before_decision"});
    proposal.served_on = today;
    EXPECT_EQ(refused(food_ban(), &samr, proposal), Words{});
    proposal.served_on = today + std::chrono::days{1};
    EXPECT_EQ(refused(food_ban(), &samr, proposal), Words{"measures.served_in_future"});
    proposal.served_on.reset();
    EXPECT_EQ(refused(food_ban(), &samr, proposal), Words{"measures.not_served"});
}

TEST(RecordOrder, DocumentAndRemedyAreTold) {
    const auto samr = office("market_supervision");
    auto proposal = sound();
    proposal.document_number.clear();
    proposal.remedy_zh.clear();
    EXPECT_EQ(refused(food_ban(), &samr, proposal),
              (Words{"measures.document_missing", "measures.remedy_missing"}));
}

}  // namespace
}  // namespace credit::measures
