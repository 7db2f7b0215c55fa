#include "notices/notice_kind.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "foundation/check.h"

namespace credit::notices {
namespace {

using enum Serving;
using enum Haste;

constexpr NoticeKind of_listing(std::string_view word, Haste haste = Ordinary,
                                Serving serving = Told) {
    return {.word = word, .object = "listing", .id = "listing", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_order(std::string_view word, Haste haste = Ordinary) {
    return {.word = word, .object = "order", .id = "order", .haste = haste};
}

constexpr NoticeKind of_objection(std::string_view word, Haste haste = Ordinary,
                                  Serving serving = Told) {
    return {
        .word = word, .object = "objection", .id = "objection", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_repair(std::string_view word, Haste haste = Ordinary,
                               Serving serving = Told) {
    return {.word = word, .object = "case", .id = "case", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_complaint(std::string_view word, Haste haste = Ordinary,
                                  Serving serving = Told) {
    return {
        .word = word, .object = "complaint", .id = "complaint", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_commitment(std::string_view word, Haste haste = Ordinary,
                                   Serving serving = Told) {
    return {.word = word,
            .object = "commitment",
            .id = "commitment",
            .serving = serving,
            .haste = haste};
}

constexpr NoticeKind of_honour(std::string_view word, Haste haste = Ordinary,
                               Serving serving = Told) {
    return {.word = word, .object = "review", .id = "review", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_incident(std::string_view word, Serving serving) {
    return {
        .word = word, .object = "incident", .id = "incident", .serving = serving, .haste = Urgent};
}

constexpr NoticeKind of_naming(std::string_view word, Haste haste, Serving serving = Told) {
    return {.word = word, .object = "naming", .id = "naming", .serving = serving, .haste = haste};
}

constexpr NoticeKind of_stay(std::string_view word) {
    return {.word = word, .object = "stay", .id = "stay"};
}

constexpr NoticeKind of_succession(std::string_view word) {
    return {.word = word, .object = "succession", .id = "succession", .haste = Urgent};
}

constexpr NoticeKind of_question(std::string_view word) {
    return {.word = word, .object = "question", .id = "question"};
}

constexpr std::array<NoticeKind, 79> kinds{{
    {.word = "notices.account_opened", .object = "", .id = "account"},
    of_commitment("notices.commitment_broken", Urgent, ToBeServed),
    of_commitment("notices.commitment_checked"),
    of_commitment("notices.commitment_kept"),
    of_commitment("notices.commitment_made"),
    of_commitment("notices.commitment_overdue"),
    of_commitment("notices.commitment_reminder", Urgent),
    of_commitment("notices.commitment_withdrawn"),
    of_complaint("notices.complaint_accepted"),
    of_complaint("notices.complaint_asked"),
    of_complaint("notices.complaint_concluded", Urgent, ToBeServed),
    of_complaint("notices.complaint_extended"),
    of_complaint("notices.complaint_filed", Urgent),
    of_complaint("notices.complaint_overdue", Urgent),
    of_complaint("notices.complaint_referred"),
    of_complaint("notices.complaint_refused", Urgent, ToBeServed),
    of_complaint("notices.complaint_replied"),
    of_complaint("notices.complaint_verified", Urgent),
    of_complaint("notices.complaint_withdrawn"),
    {.word = "notices.consent_given", .object = "consent", .id = "consent", .haste = Urgent},
    {.word = "notices.consent_revoked", .object = "consent", .id = "consent"},
    {.word = "notices.days_recounted",
     .object = "recounted",
     .id = "about",
     .haste = Urgent,
     .if_any = true},
    {.word = "notices.evidence_added", .object = "", .id = "about"},
    of_honour("notices.honour_decided", Urgent, ToBeServed),
    of_honour("notices.honour_lapsed"),
    of_honour("notices.honour_reviewed"),
    of_incident("notices.incident_told", ToBeReached),
    of_incident("notices.incident_unreached", Told),
    {.word = "notices.item_erased", .object = "", .id = "item"},
    {.word = "notices.item_expired", .object = "", .id = "item"},
    of_listing("notices.listing_adopted", Urgent),
    of_listing("notices.listing_annulled", Urgent),
    of_listing("notices.listing_decided", Urgent, OwnStep),
    of_listing("notices.listing_expired"),
    of_listing("notices.listing_in_force", Urgent),
    // Where the standard lets prior notice be left out, the decision is the first that is told.
    {.word = "notices.listing_proposed",
     .object = "listing",
     .id = "listing",
     .serving = OwnStep,
     .haste = Urgent,
     .unless = "exemption"},
    of_listing("notices.listing_removed", Urgent),
    of_listing("notices.listing_resumed", Urgent),
    of_listing("notices.listing_service_failed"),
    of_listing("notices.listing_standard_ended"),
    of_listing("notices.listing_suspended"),
    {.word = "notices.measure_executed",
     .object = "executed",
     .id = "execution",
     .haste = Urgent,
     .if_any = true},
    of_naming("notices.naming_withdrawn", Urgent),
    of_objection("notices.objection_concluded", Urgent, ToBeServed),
    of_objection("notices.objection_extended"),
    of_objection("notices.objection_filed", Urgent),
    of_objection("notices.objection_forwarded"),
    of_objection("notices.objection_refused", Urgent, ToBeServed),
    of_objection("notices.objection_silence", Urgent),
    of_objection("notices.objection_withdrawn"),
    of_order("notices.order_ended", Urgent),
    of_order("notices.order_expired"),
    of_order("notices.order_recorded", Urgent),
    of_order("notices.order_resumed", Urgent),
    of_order("notices.order_suspended"),
    {.word = "notices.outcome_corrected",
     .object = "corrected",
     .id = "execution",
     .haste = Urgent,
     .if_any = true},
    of_naming("notices.person_named", Urgent, ToBeServed),
    of_question("notices.question_answered"),
    of_question("notices.question_asked"),
    of_question("notices.question_overdue"),
    {.word = "notices.record_corrected",
     .object = "corrected_row",
     .id = "record",
     .haste = Urgent,
     .if_any = true},
    {.word = "notices.record_withdrawn", .object = "", .id = "record", .haste = Urgent},
    of_repair("notices.repair_accepted", Urgent),
    of_repair("notices.repair_applied"),
    of_repair("notices.repair_decided", Urgent, ToBeServed),
    of_repair("notices.repair_extended"),
    of_repair("notices.repair_objection_offered", Urgent),
    {.word = "notices.repair_opened", .object = "", .id = "case"},
    of_repair("notices.repair_overdue"),
    of_repair("notices.repair_reevaluated", Urgent, ToBeServed),
    of_repair("notices.repair_revoked", Urgent, ToBeServed),
    of_repair("notices.repair_withdrawn"),
    {.word = "notices.service_failed", .object = "", .id = "about"},
    of_listing("notices.statement_recorded"),
    of_stay("notices.stay_expired"),
    of_stay("notices.stay_lifted"),
    of_stay("notices.stay_ordered"),
    of_succession("notices.succession_annulled"),
    of_succession("notices.succession_recorded"),
}};
static_assert(std::ranges::is_sorted(kinds, {}, &NoticeKind::word));

}  // namespace

std::span<const NoticeKind> notice_kinds() {
    return kinds;
}

const NoticeKind& kind_of(std::string_view word) {
    const auto* const found = std::ranges::lower_bound(kinds, word, {}, &NoticeKind::word);
    CHECK(found != kinds.end() && found->word == word);
    return *found;
}

}  // namespace credit::notices
