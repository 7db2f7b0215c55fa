#include "desk/effects.h"

#include <array>
#include <span>
#include <string_view>

#include "access/account.h"
#include "access/token.h"
#include "amendments/carry_out.h"
#include "amendments/decide_amendment.h"
#include "commitments/step.h"
#include "complaints/step.h"
#include "consents/give_consent.h"
#include "coverage/report_cases.h"
#include "desk/matters/application_objections.h"
#include "desk/matters/repair_objections.h"
#include "desk/open_register.h"
#include "desk/record_effects.h"
#include "desk/recounts/loaded_calendar.h"
#include "desk/recounts/recount_telling.h"
#include "erasure/erase_item.h"
#include "execution/start_action.h"
#include "execution/step.h"
#include "files/evidence.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "honours/review_honour.h"
#include "incidents/step.h"
#include "inspections/fix_plan.h"
#include "ledger/act.h"
#include "lists/adopt_listing.h"
#include "lists/persons/name_person.h"
#include "lists/step.h"
#include "lookups/questions/ask.h"
#include "lookups/seals/release.h"
#include "lookups/seals/seal.h"
#include "lookups/signs/close_sign.h"
#include "lookups/signs/protected_subject.h"
#include "lookups/withholding/withhold.h"
#include "measures/order_step.h"
#include "notices/consent.h"
#include "notices/notice.h"
#include "notices/open_channel.h"
#include "notices/record_service.h"
#include "objections/step.h"
#include "publicity/review_text.h"
#include "records/accept_submission.h"
#include "records/corrections/tell_correction.h"
#include "records/quarantine/review_quarantined.h"
#include "repair/acts/open_sealed.h"
#include "repair/step.h"
#include "sql/session.h"
#include "stays/order_stay.h"
#include "subjects/register_subject.h"
#include "subjects/successions/record_succession.h"
#include "tips/handle_tip.h"
#include "tips/keep_keys.h"
#include "tips/step.h"

namespace credit::desk {
namespace {

// Sorted by kind; each folder's apply functions are named as its acts are. The third column is the
// notice that the act owes its subject.
constexpr std::array all{
    Effect{"access.close_account", access::apply_close_account},
    Effect{"access.issue_token", access::apply_issue_token},
    Effect{"access.open_account", access::apply_open_account, "notices.account_opened"},
    Effect{"access.revoke_token", access::apply_revoke_token},
    Effect{"amendments.approve_amendment", amendments::apply_amendment},
    Effect{"amendments.close_consultation", amendments::apply_amendment},
    Effect{"amendments.complete_amendment", amendments::apply_amendment},
    Effect{"amendments.draft_amendment", amendments::apply_amendment},
    Effect{"amendments.end_listing", amendments::apply_touch_listing,
           "notices.listing_standard_ended"},
    Effect{"amendments.open_consultation", amendments::apply_amendment},
    Effect{"amendments.record_approval", amendments::apply_amendment},
    Effect{"amendments.touch_listing", amendments::apply_touch_listing},
    Effect{"amendments.withdraw_amendment", amendments::apply_amendment},
    Effect{"commitments.check_commitment", commitments::apply_step, "notices.commitment_checked"},
    Effect{"commitments.find_broken", commitments::apply_step, "notices.commitment_broken"},
    Effect{"commitments.find_kept", commitments::apply_step, "notices.commitment_kept"},
    Effect{"commitments.make_commitment", commitments::apply_step, "notices.commitment_made"},
    Effect{"commitments.name_overdue", commitments::apply_step, "notices.commitment_overdue"},
    Effect{"commitments.remind", commitments::apply_step, "notices.commitment_reminder"},
    Effect{"commitments.withdraw_commitment", commitments::apply_step,
           "notices.commitment_withdrawn"},
    Effect{"complaints.accept_complaint", complaints::apply_step, "notices.complaint_accepted"},
    Effect{"complaints.ask_respondent", complaints::apply_step, "notices.complaint_asked"},
    Effect{"complaints.conclude_complaint", complaints::apply_step, "notices.complaint_concluded"},
    Effect{"complaints.extend_complaint", complaints::apply_step, "notices.complaint_extended"},
    Effect{"complaints.file_complaint", complaints::apply_step, "notices.complaint_filed"},
    Effect{"complaints.name_overdue", complaints::apply_step, "notices.complaint_overdue"},
    Effect{"complaints.recount_acceptance", complaints::apply_step, "notices.days_recounted"},
    Effect{"complaints.refer_complaint", complaints::apply_step, "notices.complaint_referred"},
    Effect{"complaints.refuse_complaint", complaints::apply_step, "notices.complaint_refused"},
    Effect{"complaints.reply_of_respondent", complaints::apply_step, "notices.complaint_replied"},
    Effect{"complaints.verify_information", complaints::apply_step, "notices.complaint_verified"},
    Effect{"complaints.withdraw_complaint", complaints::apply_step, "notices.complaint_withdrawn"},
    Effect{"consents.give_consent", consents::apply_consent, "notices.consent_given"},
    Effect{"consents.revoke_consent", consents::apply_consent, "notices.consent_revoked"},
    Effect{"coverage.report_cases", coverage::apply_report},
    Effect{"desk.finish_recount", apply_finish_recount},
    Effect{"desk.load_calendar", apply_load_calendar},
    Effect{"desk.open_register", apply_open_register},
    Effect{"desk.recount_telling", apply_recount_telling},
    Effect{"erasure.erase_expired", erasure::apply_erase_item, "notices.item_expired"},
    Effect{"erasure.erase_item", erasure::apply_erase_item, "notices.item_erased"},
    Effect{"execution.accept_task", execution::apply_step},
    Effect{"execution.correct_outcome", execution::apply_step, "notices.outcome_corrected"},
    Effect{"execution.lapse", execution::apply_step},
    Effect{"execution.name_overdue", execution::apply_step},
    Effect{"execution.open_execution", execution::apply_step},
    Effect{"execution.record_outcome", execution::apply_step, "notices.measure_executed"},
    Effect{"execution.recount_task", execution::apply_step},
    Effect{"execution.start_action", execution::apply_start_action},
    Effect{"files.add_evidence", files::apply_keep_evidence, "notices.evidence_added"},
    Effect{"files.keep_evidence", files::apply_keep_evidence},
    Effect{"honours.decide_honour", honours::apply_review, "notices.honour_decided"},
    Effect{"honours.lapse", honours::apply_review, "notices.honour_lapsed"},
    Effect{"honours.name_overdue", honours::apply_review},
    Effect{"honours.open_review", honours::apply_review, "notices.honour_reviewed"},
    Effect{"incidents.close_incident", incidents::apply_incident},
    Effect{"incidents.complete_telling", incidents::apply_incident},
    Effect{"incidents.except_telling", incidents::apply_incident},
    Effect{"incidents.name_overdue", incidents::apply_incident},
    Effect{"incidents.name_unreached", incidents::apply_concern, "notices.incident_unreached"},
    Effect{"incidents.note_subject", incidents::apply_concern},
    Effect{"incidents.open_incident", incidents::apply_incident},
    Effect{"incidents.order_telling", incidents::apply_incident},
    Effect{"incidents.report_incident", incidents::apply_incident},
    Effect{"incidents.supplement_incident", incidents::apply_incident},
    Effect{"incidents.tell_subject", incidents::apply_concern, "notices.incident_told"},
    Effect{"inspections.draw", inspections::apply_plan},
    Effect{"inspections.fix_plan", inspections::apply_plan},
    Effect{"lists.adopt_listing", lists::apply_adopt_listing, "notices.listing_adopted"},
    Effect{"lists.annul_listing", apply_annul_listing, "notices.listing_annulled"},
    Effect{"lists.decide_listing", lists::apply_step, "notices.listing_decided"},
    Effect{"lists.expire_listing", lists::apply_step, "notices.listing_expired"},
    Effect{"lists.give_notice", lists::apply_step, "notices.listing_proposed"},
    Effect{"lists.name_person", lists::apply_naming, "notices.person_named"},
    Effect{"lists.propose_listing", lists::apply_step},
    Effect{"lists.record_failed_service", lists::apply_step, "notices.listing_service_failed"},
    Effect{"lists.record_statement", lists::apply_step, "notices.statement_recorded"},
    Effect{"lists.recount_term", lists::apply_step, "notices.days_recounted"},
    Effect{"lists.recount_window", lists::apply_step, "notices.days_recounted"},
    Effect{"lists.remove_listing", lists::apply_step, "notices.listing_removed"},
    Effect{"lists.resume_listing", lists::apply_step, "notices.listing_resumed"},
    Effect{"lists.serve_decision", lists::apply_step, "notices.listing_in_force"},
    Effect{"lists.suspend_listing", lists::apply_step, "notices.listing_suspended"},
    Effect{"lists.withdraw_naming", lists::apply_naming, "notices.naming_withdrawn"},
    Effect{"lookups.answer_question", lookups::apply_question, "notices.question_answered"},
    Effect{"lookups.ask", lookups::apply_question, "notices.question_asked"},
    Effect{"lookups.close_sign", lookups::apply_sign},
    Effect{"lookups.end_protection", lookups::apply_protection},
    Effect{"lookups.end_withholding", lookups::apply_withholding},
    Effect{"lookups.name_overdue", lookups::apply_question, "notices.question_overdue"},
    Effect{"lookups.protect_subject", lookups::apply_protection},
    Effect{"lookups.raise_sign", lookups::apply_sign},
    Effect{"lookups.recount_question", lookups::apply_question, "notices.days_recounted"},
    Effect{"lookups.release", lookups::apply_release},
    Effect{"lookups.seal", lookups::apply_seal},
    Effect{"lookups.withhold", lookups::apply_withholding},
    Effect{"measures.end_order", measures::apply_order, "notices.order_ended"},
    Effect{"measures.expire_order", measures::apply_order, "notices.order_expired"},
    Effect{"measures.record_order", measures::apply_order, "notices.order_recorded"},
    Effect{"measures.resume_order", measures::apply_order, "notices.order_resumed"},
    Effect{"measures.suspend_order", measures::apply_order, "notices.order_suspended"},
    Effect{"notices.close_channel", notices::apply_close_channel},
    Effect{"notices.consent_to_electronic_service", notices::apply_consent},
    Effect{"notices.open_channel", notices::apply_open_channel},
    Effect{"notices.record_failed_service", notices::apply_service, "notices.service_failed"},
    Effect{"notices.record_reading", notices::apply_service},
    Effect{"notices.record_service", notices::apply_service},
    Effect{"notices.withdraw_consent", notices::apply_withdrawal},
    Effect{"objections.conclude_objection", apply_conclude_objection,
           "notices.objection_concluded"},
    Effect{"objections.extend_objection", objections::apply_step, "notices.objection_extended"},
    Effect{"objections.file_objection", apply_file_objection, "notices.objection_filed"},
    Effect{"objections.forward_objection", objections::apply_step, "notices.objection_forwarded"},
    Effect{"objections.recount_answer", objections::apply_step, "notices.days_recounted"},
    Effect{"objections.refuse_objection", objections::apply_step, "notices.objection_refused"},
    Effect{"objections.resolve_silence", objections::apply_step, "notices.objection_silence"},
    Effect{"objections.withdraw_objection", objections::apply_step, "notices.objection_withdrawn"},
    Effect{"publicity.review_text", publicity::apply_review_text},
    Effect{"records.accept_submission", records::apply_accept_submission},
    Effect{"records.review_quarantined", records::apply_review_quarantined,
           "notices.record_corrected"},
    Effect{"records.tell_correction", records::apply_tell_correction, "notices.record_corrected"},
    Effect{"records.withdraw_record", apply_withdraw_record, "notices.record_withdrawn"},
    Effect{"repair.accept_application", repair::apply_step, "notices.repair_accepted"},
    Effect{"repair.apply_for_repair", repair::apply_step, "notices.repair_applied"},
    Effect{"repair.decide_repair", repair::apply_step, "notices.repair_decided"},
    Effect{"repair.extend", repair::apply_step, "notices.repair_extended"},
    Effect{"repair.name_overdue", repair::apply_step, "notices.repair_overdue"},
    Effect{"repair.offer_objection", repair::apply_step, "notices.repair_objection_offered"},
    Effect{"repair.open_sealed", repair::apply_open_sealed, "notices.repair_opened"},
    Effect{"repair.recount_case", repair::apply_step, "notices.days_recounted"},
    Effect{"repair.reevaluate", repair::apply_step, "notices.repair_reevaluated"},
    Effect{"repair.revoke_repair", repair::apply_step, "notices.repair_revoked"},
    Effect{"repair.withdraw_application", repair::apply_step, "notices.repair_withdrawn"},
    Effect{"stays.expire_stay", stays::apply_stay, "notices.stay_expired"},
    Effect{"stays.lift_stay", stays::apply_stay, "notices.stay_lifted"},
    Effect{"stays.order_stay", stays::apply_stay, "notices.stay_ordered"},
    Effect{"subjects.annul_succession", subjects::apply_succession, "notices.succession_annulled"},
    Effect{"subjects.record_succession", subjects::apply_succession, "notices.succession_recorded"},
    Effect{"subjects.register", subjects::apply_register_subject},
    Effect{"tips.accept_tip", tips::apply_step},
    Effect{"tips.conclude_tip", tips::apply_step},
    Effect{"tips.file_tip", tips::apply_step},
    Effect{"tips.name_handlers", tips::apply_name_handlers},
    Effect{"tips.name_overdue", tips::apply_step},
    Effect{"tips.open_tip", tips::apply_open_tip},
    Effect{"tips.refuse_tip", tips::apply_step},
    Effect{"tips.register_key", tips::apply_register_key},
};

}  // namespace

std::span<const Effect> effects() {
    return all;
}

Result<void> carry_out(sql::Session& session, const ledger::Act& act) {
    const auto* const found = std::ranges::lower_bound(all, act.kind, {}, &Effect::kind);
    CHECK(found != all.end() && found->kind == act.kind);
    TRY(found->apply(session, act));
    return notices::write(session, act, found->notice);
}

}  // namespace credit::desk
