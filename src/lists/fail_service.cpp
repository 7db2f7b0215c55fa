#include "lists/fail_service.h"

#include <optional>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/step.h"
#include "notices/notice.h"
#include "notices/record_service.h"
#include "notices/service_register.h"

namespace credit::lists {
namespace {

constexpr std::string_view prior_notice = "notices.listing_proposed";

// The decision is not served: what its service began is gone, what it says itself stands.
void undo_service(Listing& listing, const catalogue::ListStandard& standard) {
    listing.state = State::Decided;
    listing.served_on = std::nullopt;
    listing.from_on = std::nullopt;
    listing.ends_when = std::nullopt;
    const auto* const ground = standard.find_ground(listing.ground);
    const auto* const term = ground == nullptr ? nullptr : standard.term_of(*ground);
    if (term != nullptr && term->kind == catalogue::TermKind::Fixed) {
        listing.through_on = std::nullopt;
    }
}

// administrative-penalty-law-2021 art. 62: without the notice nothing that followed it stands. That
// it was on hold to be verified is for the subject, and stands (decision 0245).
void undo_notice(Listing& listing, bool verified) {
    listing.state = State::Proposed;
    listing.noticed_on = std::nullopt;
    listing.window_through = std::nullopt;
    listing.provisional = false;
    listing.waived = false;
    listing.document_kind = std::nullopt;
    listing.document_number = std::nullopt;
    listing.decided_on = std::nullopt;
    listing.served_on = std::nullopt;
    listing.from_on = std::nullopt;
    listing.through_on = std::nullopt;
    listing.ends_when = std::nullopt;
    listing.review_on = std::nullopt;
    if (!verified) listing.held_by = std::nullopt;
}

// luzhengfa-2017-44 item 20: on hold by an act of verification, and not by a repair.
Result<bool> is_verified(const access::Occasion& occasion, const Listing& listing) {
    if (!listing.held_by) return false;
    const auto by =
        TRY(ledger::kind_of_act(occasion.session, listing.subject_key, *listing.held_by));
    return by == "lists.suspend_listing";
}

Result<Grounds> judge(const access::Occasion& occasion, const Listing& listing,
                      const notices::Notice& notice, const notices::FailedService& failed) {
    Grounds grounds;
    if (notice.word == prior_notice) {
        require_state(grounds, listing, {State::Noticed, State::Decided, State::InForce});
    } else {
        require_state(grounds, listing, {State::Decided, State::InForce});
    }
    require_own(grounds, occasion, listing);
    const auto newest = TRY(notices::ServiceRegister(occasion.session)
                                .find_about(notice.subject_key, notice.about_id, notice.word));
    require(grounds, newest && newest->notice_id == notice.notice_id,
            "lists.service_of_older_notice");
    for (auto& ground : notices::judge_failure(failed, occasion.day)) {
        grounds.push_back(std::move(ground));
    }
    return grounds;
}

}  // namespace

Result<ledger::Draft> record_failed_service(const access::Occasion& occasion,
                                            const notices::Notice& notice,
                                            const notices::FailedService& failed) {
    TRY(access::authorise(occasion.principal, "record_failed_service",
                          occasion.principal.authority));
    auto found = TRY(find_listing(occasion, notice.subject_key, notice.about_id));
    auto grounds = TRY(judge(occasion, found.listing, notice, failed));
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.record_failed_service",
              .listing = std::move(found.listing),
              .happened_on = occasion.day,
              .said = {{"reason", failed.reason}},
              .service = notices::ServiceStep{.notice_id = notice.notice_id,
                                              .outcome = "failed",
                                              .method = failed.method,
                                              .happened_on = failed.failed_on}};
    if (notice.word == prior_notice) {
        undo_notice(step.listing, TRY(is_verified(occasion, step.listing)));
    } else {
        undo_service(step.listing, found.standard);
    }
    return draft_of(step);
}

}  // namespace credit::lists
