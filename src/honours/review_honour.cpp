#include "honours/review_honour.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "honours/honour_review.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "objections/objection_register.h"
#include "records/end_record.h"
#include "records/filed_state.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::honours {
namespace {

constexpr std::string_view honour_kind = "honour";

// How the two stand on which a review rests.
struct Basis {
    lists::Listing listing;
    std::optional<records::Record> honour;  // none: it ended, or is no longer in force
    bool in_force = false;                  // the listing
    bool held = false;                      // it is being verified

    bool over() const { return !in_force || !honour; }
};

Result<std::optional<records::Record>> honour_in_force(const access::Occasion& occasion,
                                                       const HonourPlace& place) {
    auto records = TRY(records::RecordRegister(occasion.session).current_of(place.subject_key));
    const auto found = std::ranges::find(records, place.honour_id, &records::Record::record_id);
    if (found == records.end() || found->kind != honour_kind) return std::nullopt;
    const auto kind = occasion.catalogue.kinds.find_version(found->kind, found->version);
    const auto& through = found->valid_through;
    const bool over = through && *through < occasion.day;
    if (over || !kind || records::filed_as_invalid(**kind, found->body)) return std::nullopt;
    return std::move(*found);
}

Result<Basis> basis_of(const access::Occasion& occasion, const HonourPlace& place) {
    Basis basis{
        .listing =
            TRY(lists::ListingRegister(occasion.session).find(place.subject_key, place.listing_id)),
        .honour = TRY(honour_in_force(occasion, place))};
    const auto held = TRY(objections::ObjectionRegister(occasion.session).held(place.subject_key));
    basis.in_force = basis.listing.in_force(occasion.day);
    basis.held = basis.listing.held_by.has_value() ||
                 std::ranges::find(held, place.listing_id) != held.end();
    return basis;
}

HonourPlace place_of(const HonourReview& review) {
    return {.subject_key = review.subject_key,
            .honour_id = review.honour_id,
            .listing_id = review.listing_id};
}

std::string current_code(const access::Occasion& occasion, const std::string& code) {
    const auto office = occasion.catalogue.authorities.current(code, occasion.day);
    return office ? (*office)->code : code;
}

// An act holds the review as it stands after it, and what else follows.
ledger::Draft draft_of(std::string_view kind, const HonourReview& review, Date day,
                       JsonObject body) {
    body["review"] = to_json(review);
    return {.kind = std::string(kind),
            .home_key = review.subject_key,
            .occurred_on = day,
            .body = to_text(body)};
}

// With a day by which it is acted upon, or none.
JsonObject telling(const std::string& code, std::string_view what, std::optional<Date> due_on) {
    JsonObject told{{"code", code}, {"what", what}};
    if (due_on) told["due_on"] = calendar::to_text(*due_on);
    return told;
}

Grounds judge(const access::Occasion& occasion, const HonourReview& review, const Basis& basis,
              const Decision& decision) {
    const bool withdraws = decision.outcome == name_of(State::Withdrawn);
    Grounds grounds;
    require(grounds,
            occasion.catalogue.authorities.succeeds(occasion.principal.authority, review.authority),
            "honours.not_yours");
    require(grounds, review.open(), "honours.not_open");
    require(grounds, withdraws || decision.outcome == name_of(State::Kept),
            "honours.outcome_unknown");
    require(grounds, !decision.document_number.empty(), "honours.document_missing");
    require(grounds, !decision.reasons.empty(), "honours.reasons_missing");
    require(grounds, !withdraws || !decision.remedy.empty(), "honours.remedy_missing");
    // luzhengfa-2017-44 item 20: nothing is withdrawn for a listing that is over or being verified.
    require(grounds, !withdraws || (basis.in_force && !basis.held), "honours.not_in_force");
    require(grounds, !withdraws || basis.honour.has_value(), "honours.gone");
    return grounds;
}

}  // namespace

Result<ledger::Draft> open_review(const access::Occasion& occasion, const HonourPlace& place) {
    const auto basis = TRY(basis_of(occasion, place));
    Grounds grounds;
    require(grounds, basis.in_force && !basis.held && basis.listing.colour == "black",
            "honours.not_in_force");
    require(grounds, basis.honour.has_value(), "honours.gone");
    require(grounds, !TRY(HonourRegister(occasion.session).is_opened(place)),
            "honours.opened_already");
    if (!grounds.empty()) return refuse(std::move(grounds));

    const std::string& giver = basis.honour ? basis.honour->authority : basis.listing.authority;
    const auto* const parameter = TRY(occasion.law.parameter("honour.review", occasion.day));
    const auto period = TRY(occasion.law.period("honour.review", occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, occasion.day);
    const HonourReview review{.subject_key = place.subject_key,
                              .review_id = occasion.act_id + "-1",
                              .honour_id = place.honour_id,
                              .listing_id = place.listing_id,
                              .listed_by = basis.listing.authority,
                              .authority = giver,
                              .opened_on = occasion.day,
                              .due_on = due.day,
                              .provisional = due.provisional};
    return draft_of(
        "honours.open_review", review, occasion.day,
        {{"article", law::to_text(parameter->citation)},
         {"told", telling(current_code(occasion, review.authority), "honour_to_review", due.day)}});
}

Result<ledger::Draft> decide_honour(const access::Occasion& occasion, const Which& which,
                                    const Decision& decision) {
    TRY(access::authorise(occasion.principal, "decide_honour", occasion.principal.authority));
    auto review = TRY(HonourRegister(occasion.session).find(which.subject_key, which.review_id));
    const auto basis = TRY(basis_of(occasion, place_of(review)));
    auto grounds = judge(occasion, review, basis, decision);
    if (!grounds.empty()) return refuse(std::move(grounds));
    const bool withdraws = decision.outcome == name_of(State::Withdrawn);
    review.state = withdraws ? State::Withdrawn : State::Kept;
    review.decided_on = occasion.day;
    review.document_number = decision.document_number;
    review.reasons = decision.reasons;
    review.remedy = decision.remedy;
    JsonObject body{
        {"told", telling(current_code(occasion, review.listed_by),
                         withdraws ? "honour_withdrawn" : "honour_kept", std::nullopt)}};
    if (withdraws) {
        body["ending"] = records::to_json({.record_id = review.honour_id,
                                           .as = records::Ending::Withdrawn,
                                           .reason = "review " + review.review_id});
    }
    return draft_of("honours.decide_honour", review, occasion.day, std::move(body));
}

Result<ledger::Draft> fall_due(const access::Occasion& occasion,
                               const ledger::StatutoryClock& clock) {
    auto review = TRY(HonourRegister(occasion.session).find(clock.subject_key, clock.about_id));
    const auto basis = TRY(basis_of(occasion, place_of(review)));
    Grounds grounds;
    require(grounds, review.open(), "honours.not_open");
    require(grounds, occasion.day > review.due_on, "honours.clock_running");
    require(grounds, basis.over() || !basis.held, "honours.on_hold");
    if (!grounds.empty()) return refuse(std::move(grounds));
    if (basis.over()) {
        review.state = State::Lapsed;
        review.decided_on = occasion.day;
        return draft_of("honours.lapse", review, occasion.day, {});
    }
    review.overdue_on = occasion.day;
    return draft_of("honours.name_overdue", review, occasion.day,
                    {{"clock_over", true},
                     {"told", telling(current_code(occasion, review.authority),
                                      "honour_review_missing", review.due_on)}});
}

Result<void> apply_review(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "review"));
    const auto review = TRY(read_review(*object));
    TRY(HonourRegister(session).save(review));
    if (!review.open() || body.contains("clock_over")) {
        TRY(ledger::clear_clocks_about(session, review.subject_key, review.review_id, "", act.id));
    }
    if (const auto article = TRY(read_optional_text(body, "article"))) {
        TRY(ledger::set_clock(session, {.subject_key = review.subject_key,
                                        .clock_id = act.id + "-1",
                                        .kind = std::string(review_clock),
                                        .about_id = review.review_id,
                                        .due_on = review.due_on,
                                        .article = *article,
                                        .act_id = act.id}));
    }
    if (body.contains("ending")) {
        const auto* const ending = TRY(read_object(body, "ending"));
        TRY(records::apply_ending(session, act, *ending));
    }
    if (!body.contains("told")) return {};
    const auto* const told = TRY(read_object(body, "told"));
    const auto recipient = TRY(ledger::read_recipient(*told));
    return ledger::tell_recipients(
        session, act, {.home_key = review.subject_key, .id = review.review_id}, {recipient});
}

}  // namespace credit::honours
