#include "access/permits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "access/principal.h"
#include "foundation/result.h"

namespace credit::access {
namespace {

class Roles {
public:
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const Role role : roles) bits_ |= 1U << static_cast<unsigned>(role);
    }
    constexpr bool has(Role role) const { return (bits_ & 1U << static_cast<unsigned>(role)) != 0; }

private:
    unsigned bits_ = 0;
};

enum class Whose : std::uint8_t { Own, Any };
enum class Needs : std::uint8_t { Nothing, Purpose };

struct Right {
    std::string_view operation;
    Roles roles;
    std::optional<Function> function;
    Whose whose;
    Needs needs;

    // The rows of the table stand as a table does.
    constexpr Right(std::string_view id, Roles of, std::optional<Function> serving,
                    Whose home = Whose::Own, Needs needed = Needs::Nothing)
        : operation(id), roles(of), function(serving), whose(home), needs(needed) {}
};

using enum Role;

constexpr std::array all_roles{Clerk,    Officer, ApprovalSystem, CreditOffice, Auditor,
                               Operator, Subject, Bank,           Public};
constexpr Roles staff{Clerk, Officer};
constexpr Roles askers{Clerk, Officer, ApprovalSystem};
constexpr Roles everyone{Clerk,    Officer, ApprovalSystem, CreditOffice, Auditor,
                         Operator, Subject, Bank,           Public};
constexpr Roles people{Clerk, Officer, CreditOffice, Auditor, Operator, Subject};
constexpr Roles signed_in{Clerk,   Officer,  ApprovalSystem, CreditOffice,
                          Auditor, Operator, Subject,        Bank};

const std::array rights{
    Right{"close_session", signed_in, std::nullopt, Whose::Any},
    Right{"read_forms", people, std::nullopt, Whose::Any},
    Right{"save_form", people, std::nullopt, Whose::Any},
    Right{"forget_form", people, std::nullopt, Whose::Any},
    Right{"submit", {Clerk, Officer, Bank}, Function::Submission},
    Right{"read_submissions", {Clerk, Officer, Auditor, Bank}, std::nullopt},
    Right{"read_submission", {Clerk, Officer, Auditor, Bank}, std::nullopt},
    Right{"mark_faults", {Clerk, Officer, Bank}, Function::Submission},
    Right{"withdraw_record", {Officer, Bank}, Function::Submission},
    Right{"record_succession", {Officer}, Function::Submission},
    Right{"annul_succession", {Officer}, Function::Submission},
    Right{"read_quarantine", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"review_quarantined", {Officer}, Function::Submission},
    Right{"read_withheld", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"review_text", {Officer}, Function::Submission},
    Right{"look_up_subject", everyone, std::nullopt, Whose::Any},
    Right{"search_organisations", everyone, std::nullopt, Whose::Any},
    Right{"look_up_subject_with_rights",
          {Clerk, Officer, ApprovalSystem, CreditOffice},
          Function::Reading,
          Whose::Own,
          Needs::Purpose},
    Right{"check", askers, Function::Checking, Whose::Own, Needs::Purpose},
    Right{"screen", askers, Function::Checking, Whose::Own, Needs::Purpose},
    Right{"fixed_reply", askers, Function::Checking},  // only where the server is measured
    Right{"propose_listing", staff, Function::Listing},
    Right{"read_listing", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"read_listings", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"give_notice", staff, Function::Listing},
    Right{"record_statement", staff, Function::Listing},
    Right{"decide_listing", {Officer}, Function::Listing},
    Right{"name_person", {Officer}, Function::Listing},
    Right{"withdraw_naming", {Officer}, Function::Listing},
    Right{"serve_decision", staff, Function::Listing},
    Right{"remove_listing", {Officer}, Function::Listing},
    Right{"annul_listing", {Officer}, Function::Listing},
    Right{"suspend_listing", {Officer, CreditOffice}, Function::Listing},
    Right{"resume_listing", {Officer}, Function::Listing},
    Right{"read_unserved", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"read_service", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"record_service", {Clerk, Officer, CreditOffice}, Function::Listing},
    Right{"record_failed_service", {Clerk, Officer, CreditOffice}, Function::Listing},
    Right{"read_notices", {Subject}, std::nullopt},
    Right{"read_notice", {Subject}, std::nullopt},
    Right{"read_notice_settings", {Subject}, std::nullopt},
    Right{"record_reading", {Subject}, std::nullopt},
    Right{"consent_to_electronic_service", {Subject}, std::nullopt},
    Right{"withdraw_consent", {Subject}, std::nullopt},
    Right{"open_channel", {Subject}, std::nullopt},
    Right{"close_channel", {Subject}, std::nullopt},
    Right{"record_order", {Officer}, Function::Listing},
    Right{"read_orders", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"end_order", {Officer}, Function::Listing},
    Right{"suspend_order", {Officer, CreditOffice}, Function::Listing},
    Right{"resume_order", {Officer}, Function::Listing},
    Right{"keep_evidence", {Subject, Clerk, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_evidence", {Subject, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"erase_item", {CreditOffice}, std::nullopt, Whose::Any},
    Right{"file_objection", {Subject, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"withdraw_objection", {Subject, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_objections", {Subject, Clerk, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_objection", {Subject, Clerk, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"forward_objection", {CreditOffice}, std::nullopt, Whose::Any},
    Right{"extend_objection", {Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"refuse_objection", {Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"conclude_objection", {Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"make_commitment", {Subject, Clerk, Officer}, std::nullopt, Whose::Any},
    Right{"read_commitments", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"read_commitment",
          {Subject, Clerk, Officer, CreditOffice, Auditor},
          std::nullopt,
          Whose::Any},
    Right{"read_own_commitments", {Subject}, std::nullopt},
    Right{"check_commitment", staff, std::nullopt},
    Right{"find_kept", {Officer}, std::nullopt},
    Right{"find_broken", {Officer}, std::nullopt},
    Right{"withdraw_commitment", {Subject, Officer}, std::nullopt, Whose::Any},
    Right{"give_consent", {Subject}, std::nullopt},
    Right{"revoke_consent", {Subject}, std::nullopt},
    Right{"read_own_consents", {Subject}, std::nullopt},
    Right{"read_own_consent", {Subject}, std::nullopt},
    Right{"read_consent_choices", {Subject}, std::nullopt},
    Right{"read_consents", {Bank}, Function::Reading},
    Right{"read_with_consent", {Bank}, Function::Reading, Whose::Own, Needs::Purpose},
    Right{"read_credit_reporting_feed", {Bank}, Function::Reading, Whose::Own, Needs::Purpose},
    Right{"read_consent_key", everyone, std::nullopt, Whose::Any},
    Right{"read_credit_reporting_key", everyone, std::nullopt, Whose::Any},
    Right{"file_complaint", {Subject, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"withdraw_complaint", {Subject, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_complaints", {Subject, Clerk, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_complaint", {Subject, Clerk, Officer, CreditOffice}, std::nullopt, Whose::Any},
    Right{"accept_complaint", {Officer, CreditOffice}, std::nullopt},
    Right{"refer_complaint", {Officer, CreditOffice}, std::nullopt},
    Right{"refuse_complaint", {Officer, CreditOffice}, std::nullopt},
    Right{"extend_complaint", {Officer, CreditOffice}, std::nullopt},
    Right{"ask_respondent", {Officer, CreditOffice}, std::nullopt},
    Right{"reply_of_respondent", {Officer, CreditOffice}, std::nullopt},
    Right{"verify_information", {Officer, CreditOffice}, std::nullopt},
    Right{"conclude_complaint", {Officer, CreditOffice}, std::nullopt},
    Right{"accept_task", {Officer}, Function::Checking},
    Right{"record_outcome", {Officer}, Function::Checking},
    Right{"report_cases", askers, Function::Checking},
    Right{"report_case_table", askers, Function::Checking},
    Right{"read_coverage", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt, Whose::Any},
    Right{"read_unchecked", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt, Whose::Any},
    Right{"correct_outcome", {Officer}, Function::Checking},
    Right{"fix_inspection_plan", {Officer}, Function::Checking},
    Right{"draw_inspections", {Officer}, Function::Checking},
    Right{"read_inspection_plans", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"read_inspection_plan", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"order_stay", {Officer, CreditOffice}, Function::Listing},
    Right{"lift_stay", {Officer, CreditOffice}, Function::Listing},
    Right{"read_stays",
          {Clerk, Officer, ApprovalSystem, CreditOffice, Auditor},
          std::nullopt,
          Whose::Any},
    Right{"read_tip_offices", everyone, std::nullopt, Whose::Any},
    Right{"file_tip", everyone, std::nullopt, Whose::Any},
    Right{"follow_tip", everyone, std::nullopt, Whose::Any},
    Right{"read_tips", {Officer, Auditor}, std::nullopt},
    Right{"read_tip", {Officer, Auditor}, std::nullopt},
    Right{"read_tip_desk", {Officer, Auditor}, std::nullopt},
    Right{"register_tip_key", {Officer}, std::nullopt},
    Right{"name_tip_handlers", {Officer}, std::nullopt},
    Right{"open_tip", {Officer}, std::nullopt},
    Right{"accept_tip", {Officer}, std::nullopt},
    Right{"refuse_tip", {Officer}, std::nullopt},
    Right{"conclude_tip", {Officer}, std::nullopt},
    Right{"read_executions", askers, std::nullopt},
    Right{
        "read_execution", {Clerk, Officer, ApprovalSystem, CreditOffice}, std::nullopt, Whose::Any},
    Right{"read_honour_reviews", {Clerk, Officer, Auditor}, std::nullopt},
    Right{"decide_honour", {Officer}, std::nullopt},
    Right{"open_incident", {Officer, CreditOffice}, std::nullopt},
    Right{"supplement_incident", {Officer, CreditOffice}, std::nullopt},
    Right{"report_incident", {Officer, CreditOffice}, std::nullopt},
    Right{"name_concerned_items", {Officer, CreditOffice}, std::nullopt},
    Right{"name_concerned", {Officer, CreditOffice}, std::nullopt},
    Right{"tell_concerned", {Officer, CreditOffice}, std::nullopt},
    Right{"name_unreached", {Officer, CreditOffice}, std::nullopt},
    Right{"except_telling", {Officer, CreditOffice}, std::nullopt},
    Right{"order_telling", {Officer}, std::nullopt},
    Right{"complete_telling", {Officer, CreditOffice}, std::nullopt},
    Right{"close_incident", {Officer, CreditOffice}, std::nullopt},
    Right{"read_incidents", {Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"read_own_incidents", {Subject}, std::nullopt},
    Right{"draft_amendment", {CreditOffice}, Function::Catalogue},
    Right{"open_consultation", {CreditOffice}, Function::Catalogue},
    Right{"close_consultation", {CreditOffice}, Function::Catalogue},
    Right{"record_approval", {CreditOffice}, Function::Catalogue},
    Right{"approve_amendment", {CreditOffice}, Function::Catalogue},
    Right{"withdraw_amendment", {CreditOffice}, Function::Catalogue},
    Right{"read_amendment", {CreditOffice, Auditor}, std::nullopt},
    Right{"read_amendments", {CreditOffice, Auditor}, std::nullopt},
    Right{"dry_run_amendment", {CreditOffice, Auditor}, std::nullopt},
    Right{"read_dry_run_rows", {CreditOffice, Auditor}, std::nullopt},
    Right{"read_feedback", {Clerk, Officer, CreditOffice, Auditor}, std::nullopt},
    Right{"read_amendment_rows", {CreditOffice, Auditor}, std::nullopt},
    Right{"read_account", {Subject}, std::nullopt, Whose::Any},
    Right{"read_told", {Clerk, Officer, CreditOffice, ApprovalSystem, Bank}, std::nullopt},
    Right{"acknowledge_told", {Clerk, Officer, CreditOffice, ApprovalSystem, Bank}, std::nullopt},
    Right{"read_overdue", {CreditOffice, Auditor}, std::nullopt, Whose::Any},
    Right{"apply_for_repair", {Clerk, Officer, Subject}, std::nullopt},
    Right{"accept_repair", staff, Function::Listing},
    Right{"extend_repair", {Officer}, Function::Listing},
    Right{"decide_repair", {Officer}, Function::Listing},
    Right{"reevaluate_repair", {Officer}, Function::Listing},
    Right{"revoke_repair", {Officer}, Function::Listing},
    Right{"withdraw_repair", {Clerk, Officer, Subject}, std::nullopt},
    Right{"offer_objection", staff, std::nullopt},
    Right{"consent_to_objection", {Officer, Subject}, std::nullopt},
    Right{"open_sealed", {Officer, Auditor}, std::nullopt},
    Right{"read_repair", {Clerk, Officer, CreditOffice, Auditor, Subject}, std::nullopt},
    Right{"read_repairs", {Clerk, Officer, Subject}, std::nullopt},
    Right{"read_repair_outlook", {Subject}, std::nullopt},
    Right{"read_repair_calendar", {Subject}, std::nullopt},
    Right{"read_standards", everyone, std::nullopt, Whose::Any},
    Right{"read_measures", everyone, std::nullopt, Whose::Any},
    Right{"read_matters", everyone, std::nullopt, Whose::Any},
    Right{"read_kinds", everyone, std::nullopt, Whose::Any},
    Right{"read_code_lists", everyone, std::nullopt, Whose::Any},
    Right{"read_purposes", everyone, std::nullopt, Whose::Any},
    Right{"read_authorities", everyone, std::nullopt, Whose::Any},
    Right{"read_checkpoint", everyone, std::nullopt, Whose::Any},
    Right{"read_tile", everyone, std::nullopt, Whose::Any},
    // The register itself, before anybody has an account; no operation of the interface.
    Right{"open_first_account", {Operator}, Function::Maintenance},
    Right{"open_account", {CreditOffice, Officer}, Function::Accounts, Whose::Any},
    Right{"open_staff_account", {CreditOffice}, Function::Accounts, Whose::Any},
    Right{"open_subject_account", {Officer}, Function::Accounts},
    Right{"close_account", {CreditOffice}, Function::Accounts, Whose::Any},
    Right{"issue_token", {CreditOffice}, Function::Accounts, Whose::Any},
    Right{"revoke_token", signed_in, std::nullopt, Whose::Any},  // its own; others' by the next
    Right{"revoke_any_token", {CreditOffice}, Function::Accounts, Whose::Any},
    Right{"read_lookups", {Subject}, Function::Reading},
    Right{"ask_about_lookup", {Subject}, Function::Reading},
    Right{"read_own_questions", {Subject}, Function::Reading},
    Right{"find_usage", {Subject}, Function::Reading},
    Right{"read_tracker_period", everyone, std::nullopt, Whose::Any},
    Right{"read_tracker_heartbeat", everyone, std::nullopt, Whose::Any},
    Right{"audit_lookups", {Auditor}, Function::Audit},
    Right{"read_lookup_questions", {Clerk, Officer, Auditor, Bank}, std::nullopt},
    Right{"answer_lookup_question", {Officer, Bank}, Function::Reading},
    Right{"withhold_lookups", {Officer}, Function::Reading},
    Right{"end_withholding", {Officer, Auditor}, std::nullopt},
    Right{"read_withholdings", {Officer, Auditor}, std::nullopt},
    Right{"read_signs", {Auditor}, Function::Audit},
    Right{"close_sign", {Auditor}, Function::Audit},
    Right{"protect_subject", {Auditor}, Function::Audit},
    Right{"end_protection", {Auditor}, Function::Audit},
    Right{"read_protections", {Auditor}, Function::Audit},
};

const Right* find_right(std::string_view operation) {
    const auto* const found = std::ranges::find(rights, operation, &Right::operation);
    return found == rights.end() ? nullptr : found;
}

Ground ground_of(std::string_view word) {
    return {.word = std::string(word)};
}

std::string names_of(const Roles& roles) {
    std::string names;
    for (const Role role : all_roles) {
        if (!roles.has(role)) continue;
        if (!names.empty()) names += ", ";
        names += id_of(role);
    }
    return names;
}

void judge_caller(const Principal& principal, const Right& right, Grounds& grounds) {
    if (!right.roles.has(principal.role)) {
        grounds.push_back({.word = "access.role", .arguments = {names_of(right.roles)}});
    }
    const Functions functions = principal.functions & functions_of(principal.role);
    if (right.function && !functions.has(*right.function)) {
        grounds.push_back(ground_of("access.function"));
    }
}

Result<void> not_permitted_unless_empty(Grounds grounds) {
    if (grounds.empty()) return {};
    return std::unexpected(Error{.code = ErrorCode::NotPermitted, .grounds = std::move(grounds)});
}

}  // namespace

Grounds permits(const Principal& principal, std::string_view operation, std::string_view authority,
                std::string_view purpose) {
    const Right* const right = find_right(operation);
    if (right == nullptr) return {ground_of("access.no_such_right")};
    Grounds grounds;
    judge_caller(principal, *right, grounds);
    if (right->whose == Whose::Own && principal.authority != authority) {
        grounds.push_back(ground_of("access.other_authority"));
    }
    if (right->needs == Needs::Purpose && purpose.empty()) {
        grounds.push_back(ground_of("access.purpose_missing"));
    }
    return grounds;
}

Result<void> authorise(const Principal& principal, std::string_view operation,
                       std::string_view authority, std::string_view purpose) {
    return not_permitted_unless_empty(permits(principal, operation, authority, purpose));
}

Result<void> may_ask(const Principal& principal, std::string_view operation) {
    const Right* const right = find_right(operation);
    Grounds grounds;
    if (right == nullptr) {
        grounds.push_back(ground_of("access.no_such_right"));
    } else {
        judge_caller(principal, *right, grounds);
    }
    return not_permitted_unless_empty(std::move(grounds));
}

std::span<const std::string_view> operations_with_rights() {
    static const std::array operations = [] {
        std::array<std::string_view, std::tuple_size_v<decltype(rights)>> ids;
        std::ranges::transform(rights, ids.begin(), &Right::operation);
        return ids;
    }();
    return operations;
}

}  // namespace credit::access
