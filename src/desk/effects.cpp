#include "desk/effects.h"

#include <array>
#include <span>
#include <string_view>

#include "access/account.h"
#include "access/token.h"
#include "desk/open_register.h"
#include "erasure/erase_item.h"
#include "files/evidence.h"
#include "foundation/check.h"
#include "lists/step.h"
#include "lookups/questions/ask.h"
#include "lookups/seals/seal.h"
#include "lookups/signs/close_sign.h"
#include "lookups/signs/protected_subject.h"
#include "lookups/withholding/withhold.h"
#include "measures/order_step.h"
#include "objections/step.h"
#include "records/accept_submission.h"
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
    Effect{"lookups.answer_question", lookups::apply_question},
    Effect{"lookups.ask", lookups::apply_question},
    Effect{"lookups.close_sign", lookups::apply_sign},
    Effect{"lookups.end_protection", lookups::apply_protection},
    Effect{"lookups.end_withholding", lookups::apply_withholding},
    Effect{"lookups.name_overdue", lookups::apply_question},
    Effect{"lookups.protect_subject", lookups::apply_protection},
    Effect{"lookups.raise_sign", lookups::apply_sign},
    Effect{"lookups.seal", lookups::apply_seal},
    Effect{"lookups.withhold", lookups::apply_withholding},
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
    Effect{"records.accept_submission", records::apply_accept_submission},
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
