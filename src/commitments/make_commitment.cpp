#include "commitments/make_commitment.h"

#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "commitments/commitment.h"
#include "commitments/eligibility.h"
#include "commitments/step.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::commitments {
namespace {

bool volunteered(Kind kind) {
    return kind == Kind::SelfDeclaration || kind == Kind::TradeWide;
}

bool by_subject(const access::Occasion& occasion) {
    return occasion.principal.role == access::Role::Subject;
}

// luzhengfa-2017-44 item 6: a firm declares by itself what it promises; the rest is taken by the
// authority whose procedure it belongs to.
void require_maker(Grounds& grounds, const access::Occasion& occasion, const Commitment& made) {
    require(grounds, !by_subject(occasion) || made.kind == Kind::SelfDeclaration,
            "commitments.not_for_you");
    require(grounds, occasion.catalogue.authorities.find(made.authority, occasion.day).has_value(),
            "commitments.unknown_authority");
}

void require_content(Grounds& grounds, const access::Occasion& occasion, const Making& making) {
    require(grounds, !making.words.empty() || making.kind == Kind::Papers,
            "commitments.words_missing");
    require(grounds, !making.document_number.empty() || by_subject(occasion),
            "commitments.document_missing");
    require(grounds, making.check_on && *making.check_on > occasion.day,
            "commitments.check_day_not_ahead");
    require(grounds, making.kind != Kind::Repair || !making.repair_case.empty(),
            "commitments.repair_case_missing");
}

// Null where the catalogue has no such matter in force.
const catalogue::Matter* matter_of(const access::Occasion& occasion, std::string_view id) {
    const auto* const matter = occasion.catalogue.matters.find(id);
    return matter != nullptr && matter->validity.covers(occasion.day) ? matter : nullptr;
}

// Who is told no by a machine is no natural person: there an officer says why, or a red list does.
Result<void> find_ground_of_person(Grounds& grounds, const access::Occasion& occasion,
                                   Commitment& made) {
    made.item = TRY(red_list_of(occasion.session, made.subject_key, occasion.day));
    made.ground = made.item.empty() ? "officer" : std::string(name_of(Ground::Model));
    const bool signs =
        occasion.principal.role == access::Role::Officer && !made.officer_reasons.empty();
    require(grounds, !made.item.empty() || signs, "commitments.officer_missing");
    return {};
}

Result<void> find_ground(Grounds& grounds, const access::Occasion& occasion, const Making& making,
                         Commitment& made) {
    if (made.subject_key.starts_with('P')) return find_ground_of_person(grounds, occasion, made);
    auto found = TRY(eligibility_of(
        occasion.session, occasion.catalogue, occasion.law,
        {.subject_key = made.subject_key, .day = occasion.day, .held = making.held}));
    made.ground = name_of(found.ground);
    made.item = found.item;
    require(grounds, found.eligible(), "commitments.not_eligible", {made.ground});
    return {};
}

// luzhengfa-2017-44 item 7: some papers that no law demands, promised in writing until a day, by
// who is eligible.
Result<void> require_papers(Grounds& grounds, const access::Occasion& occasion,
                            const Making& making, Commitment& made) {
    const auto* const matter = matter_of(occasion, making.matter);
    require(grounds, !making.papers.empty(), "commitments.papers_missing");
    require(grounds, making.none_required_by_law, "commitments.papers_required_by_law");
    require(grounds, matter == nullptr || offers(*matter, papers_to_follow),
            "commitments.not_offered");
    return find_ground(grounds, occasion, making, made);
}

Commitment commitment_of(const access::Occasion& occasion, std::string_view subject_key,
                         const Making& making) {
    Commitment made{.subject_key = std::string(subject_key),
                    .commitment_id = occasion.act_id + "-1",
                    .kind = making.kind,
                    .authority = occasion.principal.authority,
                    .matter = making.matter,
                    .case_number = making.case_number,
                    .repair_case = making.repair_case,
                    .document_number = making.document_number,
                    .words = making.words,
                    .papers = making.papers,
                    .agreed = making.agreed,
                    .made_on = occasion.day,
                    .check_on = making.check_on.value_or(occasion.day)};
    if (by_subject(occasion)) made.authority = making.authority;
    if (making.kind == Kind::Papers) made.officer_reasons = making.officer_reasons;
    return made;
}

bool may_withdraw(const access::Occasion& occasion, const Commitment& commitment) {
    if (by_subject(occasion)) return occasion.principal.subject_key == commitment.subject_key;
    return occasion.catalogue.authorities.succeeds(occasion.principal.authority,
                                                   commitment.authority);
}

}  // namespace

Result<ledger::Draft> make_commitment(const access::Occasion& occasion,
                                      std::string_view subject_key, const Making& making) {
    TRY(access::authorise(occasion.principal, "make_commitment", {}));
    Step step{.kind = "commitments.make_commitment",
              .commitment = commitment_of(occasion, subject_key, making),
              .happened_on = occasion.day};
    Grounds grounds;
    require_maker(grounds, occasion, step.commitment);
    require_content(grounds, occasion, making);
    if (making.kind == Kind::Approval || making.kind == Kind::Papers) {
        require(grounds, matter_of(occasion, making.matter) != nullptr,
                "commitments.unknown_matter");
        require(grounds, !making.case_number.empty(), "commitments.case_missing");
    }
    if (making.kind == Kind::Papers) {
        TRY(require_papers(grounds, occasion, making, step.commitment));
    }
    if (!grounds.empty()) return refuse(std::move(grounds));
    TRY(run_to_check(occasion, step));
    return draft_of(step);
}

Result<ledger::Draft> withdraw_commitment(const access::Occasion& occasion, const Which& which,
                                          std::string_view reasons) {
    TRY(access::authorise(occasion.principal, "withdraw_commitment", {}));
    auto step = TRY(step_of(occasion, "commitments.withdraw_commitment", which));
    auto& commitment = step.commitment;
    Grounds grounds;
    require_open(grounds, commitment);
    require(grounds, may_withdraw(occasion, commitment), "commitments.not_yours");
    // What an approval, an acceptance or a repair rests on binds whoever gave it.
    require(grounds, !by_subject(occasion) || volunteered(commitment.kind), "commitments.binds");
    require(grounds, by_subject(occasion) || !reasons.empty(), "commitments.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    commitment.state = State::Withdrawn;
    commitment.concluded_on = occasion.day;
    commitment.reasons = reasons;
    return draft_of(step);
}

}  // namespace credit::commitments
