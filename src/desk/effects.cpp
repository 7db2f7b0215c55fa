#include "desk/effects.h"

#include <array>
#include <span>
#include <string_view>

#include "access/account.h"
#include "access/token.h"
#include "desk/open_register.h"
#include "desk/record_effects.h"
#include "erasure/erase_item.h"
#include "files/evidence.h"
#include "foundation/check.h"
#include "lists/adopt_listing.h"
#include "lists/step.h"
#include "measures/order_step.h"
#include "objections/step.h"
#include "publicity/review_text.h"
#include "records/accept_submission.h"
#include "records/quarantine/review_quarantined.h"
#include "subjects/register_subject.h"

namespace credit::desk {
namespace {

// Sorted by kind; each folder's apply functions are named as its acts are.
constexpr std::array all{
    Effect{"access.close_account", access::apply_close_account},
    Effect{"access.issue_token", access::apply_issue_token},
    Effect{"access.open_account", access::apply_open_account},
    Effect{"access.revoke_token", access::apply_revoke_token},
    Effect{"desk.open_register", apply_open_register},
    Effect{"erasure.erase_item", erasure::apply_erase_item},
    Effect{"files.keep_evidence", files::apply_keep_evidence},
    Effect{"lists.adopt_listing", lists::apply_adopt_listing},
    Effect{"lists.annul_listing", lists::apply_step},
    Effect{"lists.decide_listing", lists::apply_step},
    Effect{"lists.expire_listing", lists::apply_step},
    Effect{"lists.give_notice", lists::apply_step},
    Effect{"lists.propose_listing", lists::apply_step},
    Effect{"lists.record_statement", lists::apply_step},
    Effect{"lists.remove_listing", lists::apply_step},
    Effect{"lists.resume_listing", lists::apply_step},
    Effect{"lists.serve_decision", lists::apply_step},
    Effect{"lists.suspend_listing", lists::apply_step},
    Effect{"measures.end_order", measures::apply_order},
    Effect{"measures.expire_order", measures::apply_order},
    Effect{"measures.record_order", measures::apply_order},
    Effect{"measures.resume_order", measures::apply_order},
    Effect{"measures.suspend_order", measures::apply_order},
    Effect{"objections.conclude_objection", objections::apply_step},
    Effect{"objections.extend_objection", objections::apply_step},
    Effect{"objections.file_objection", objections::apply_step},
    Effect{"objections.forward_objection", objections::apply_step},
    Effect{"objections.refuse_objection", objections::apply_step},
    Effect{"objections.resolve_silence", objections::apply_step},
    Effect{"objections.withdraw_objection", objections::apply_step},
    Effect{"publicity.review_text", publicity::apply_review_text},
    Effect{"records.accept_submission", records::apply_accept_submission},
    Effect{"records.review_quarantined", records::apply_review_quarantined},
    Effect{"records.withdraw_record", apply_withdraw_record},
    Effect{"subjects.register", subjects::apply_register_subject},
};

}  // namespace

std::span<const Effect> effects() {
    return all;
}

Apply effect_of(std::string_view kind) {
    const auto found = std::ranges::lower_bound(all, kind, {}, &Effect::kind);
    CHECK(found != all.end() && found->kind == kind);
    return found->apply;
}

}  // namespace credit::desk
