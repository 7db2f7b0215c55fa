#include "http/lists/listings.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "access/occasion.h"
#include "access/permits.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/record_effects.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/ledger/perform_on.h"
#include "http/lists/listing_bodies.h"
#include "http/message.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/decide_listing.h"
#include "lists/end_listing.h"
#include "lists/hear_subject.h"
#include "lists/listing_register.h"
#include "lists/propose_listing.h"

namespace credit::http {
namespace {

// The listing as it stands after the act, without saying whose it is.
Result<JsonObject> listing_after(const ledger::Act& act) {
    auto body = TRY(parse_object(act.body));
    JsonObject listing = body.at("listing").as_object();
    listing.erase("subject");
    listing["act"] = act.id;
    // The paper whose service the procedure waits for.
    const bool paper = act.kind == "lists.give_notice" || act.kind == "lists.decide_listing";
    if (paper && !listing.contains("exemption")) listing["notice"] = act.id + "-n";
    return listing;
}

// One step of a listing that stands, and what follows.
Result<Response> perform_step(const Request& request, Context& context, const DraftOn& draft) {
    const auto act = TRY(perform_on(request, context, home_in<lists::ListingRegister>, draft));
    const auto listing = TRY(listing_after(act));
    return json_response(listing);
}

Result<Response> propose_listing(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "propose_listing", request.caller.authority));
    const auto proposal = TRY(read_proposal(request, context, day_of(request.received_at)));
    if (!proposal.subject) return fail(ErrorCode::Refused, "lists.match_by_name_alone");
    const auto act = TRY(context.desk.perform(caller_of(request), proposal.subject->text(),
                                              [&](const access::Occasion& occasion) {
                                                  return lists::propose_listing(occasion, proposal);
                                              }));
    const auto listing = TRY(listing_after(act));
    return json_response(listing, 201);
}

Result<Response> give_notice(const Request& request, Context& context) {
    const auto notice = TRY(read_notice(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::give_notice(occasion, subject, listing, notice);
    });
}

Result<Response> record_statement(const Request& request, Context& context) {
    const auto statement = TRY(read_statement(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::record_statement(occasion, subject, listing, statement);
    });
}

Result<Response> decide_listing(const Request& request, Context& context) {
    const auto decision = TRY(read_decision(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::decide_listing(occasion, subject, listing, decision);
    });
}

Result<Response> serve_decision(const Request& request, Context& context) {
    const auto served = TRY(read_decision_service(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::serve_decision(occasion, subject, listing, served);
    });
}

using End = Result<ledger::Draft> (*)(const access::Occasion&, std::string_view subject,
                                      std::string_view listing, const lists::Removal&);

// Whoever was shown what goes is told.
Result<Response> end_listing(const Request& request, Context& context, End end, desk::Reach reach) {
    auto removal = TRY(read_removal(request));
    TRY(settle_ahead(context));
    return perform_step(
        request, context,
        [&](const auto& occasion, auto subject, auto listing) -> Result<ledger::Draft> {
            removal.reached = TRY(reached_by(
                context, occasion.session,
                {.subject_key = subject, .id = listing, .day = occasion.day, .reach = reach}));
            return end(occasion, subject, listing, removal);
        });
}

Result<Response> remove_listing(const Request& request, Context& context) {
    return end_listing(request, context, lists::remove_listing, desk::Reach::Item);
}

Result<Response> annul_listing(const Request& request, Context& context) {
    return end_listing(request, context, desk::annul_listing, desk::Reach::ItemAndItsOrders);
}

Result<Response> suspend_listing(const Request& request, Context& context) {
    const auto reason = TRY(read_reason(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::suspend_listing(occasion, subject, listing, reason);
    });
}

Result<Response> resume_listing(const Request& request, Context& context) {
    const auto reason = TRY(read_reason(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto listing) {
        return lists::resume_listing(occasion, subject, listing, reason);
    });
}

}  // namespace

std::span<const Operation> listing_operations() {
    static const std::array operations{
        step("propose_listing", "/v1/listings", BodyKind::Json, propose_listing),
        step("give_notice", "/v1/listings/{listing}/notice", BodyKind::Json, give_notice),
        step("record_statement", "/v1/listings/{listing}/statement", BodyKind::Json,
             record_statement),
        step("decide_listing", "/v1/listings/{listing}/decision", BodyKind::Json, decide_listing),
        step("serve_decision", "/v1/listings/{listing}/service", BodyKind::Json, serve_decision),
        step("remove_listing", "/v1/listings/{listing}/removal", BodyKind::Json, remove_listing),
        step("annul_listing", "/v1/listings/{listing}/annulment", BodyKind::Json, annul_listing),
        step("suspend_listing", "/v1/listings/{listing}/suspension", BodyKind::Json,
             suspend_listing),
        step("resume_listing", "/v1/listings/{listing}/resumption", BodyKind::Json, resume_listing),
    };
    return operations;
}

}  // namespace credit::http
