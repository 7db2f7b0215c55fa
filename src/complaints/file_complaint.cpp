#include "complaints/file_complaint.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "complaints/competence.h"
#include "complaints/complaint.h"
#include "complaints/step.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "objections/file_objection.h"
#include "objections/find_item.h"
#include "objections/objection.h"

namespace credit::complaints {
namespace {

using objections::Filer;

// The subject by its own account; a representative there too, or at the window of an office.
bool may_speak(const access::Principal& principal, std::string_view subject_key, Filer filer) {
    if (principal.role == access::Role::Subject) {
        return principal.subject_key == subject_key && filer != Filer::ExecutingUnit;
    }
    return filer == Filer::Representative;
}

bool may_withdraw(const access::Occasion& occasion, const Complaint& complaint) {
    const auto& caller = occasion.principal;
    if (caller.role == access::Role::Subject) return caller.subject_key == complaint.subject_key;
    return !complaint.window.empty() &&
           occasion.catalogue.authorities.succeeds(caller.authority, complaint.window);
}

Grounds judge(const access::Occasion& occasion, std::string_view subject_key,
              const Filing& filing) {
    const auto& principal = occasion.principal;
    const auto& authorities = occasion.catalogue.authorities;
    Grounds grounds;
    require(grounds, !filing.points.empty(), "complaints.points_missing");
    require(grounds,
            std::ranges::all_of(filing.points,
                                [](const Point& point) { return is_ground(point.ground); }),
            "complaints.ground_unknown");
    require(
        grounds,
        std::ranges::none_of(filing.points, [](const Point& point) { return point.said.empty(); }),
        "complaints.words_missing");
    require(grounds, filing.filer != Filer::Representative || !filing.authorisation.empty(),
            "complaints.authorisation_missing");
    require(grounds, may_speak(principal, subject_key, filing.filer), "complaints.not_yours");
    require(grounds,
            !filing.confidential ||
                !is_same_unit(authorities, principal.authority,
                              answering_unit(authorities, filing.respondent, occasion.day)),
            "complaints.window_reveals");
    return grounds;
}

// The unit named, or who took over its work.
Result<std::string> respondent_today(const access::Occasion& occasion,
                                     const std::string& respondent) {
    if (respondent == the_register) return respondent;
    return TRY(occasion.catalogue.authorities.current(respondent, occasion.day))->code;
}

// An objection is answered by who provided the information, and cannot be kept from it.
Result<void> judge_item(const access::Occasion& occasion, const Complaint& complaint,
                        const Item& item) {
    const auto found =
        TRY(objections::find_item(occasion, complaint.subject_key, item.about, item.about_id));
    const auto& source = found.source.empty() ? item.source : found.source;
    if (item.aspect.empty() || !complaint.confidential) return {};
    const auto& authorities = occasion.catalogue.authorities;
    const auto respondent = answering_unit(authorities, complaint.respondent, occasion.day);
    if (!is_same_unit(authorities, source, respondent)) return {};
    return fail(ErrorCode::Refused, "complaints.objection_reveals");
}

// As it stands when it is filed, with the unit that decides it.
Result<Complaint> complaint_of(const access::Occasion& occasion, std::string_view subject_key,
                               const Filing& filing) {
    Complaint complaint;
    complaint.subject_key = subject_key;
    complaint.complaint_id = occasion.act_id + "-c";
    complaint.respondent = TRY(respondent_today(occasion, filing.respondent));
    complaint.unit =
        TRY(competent_unit(occasion.catalogue.authorities, complaint.respondent, occasion.day));
    complaint.filer = objections::name_of(filing.filer);
    complaint.window = occasion.principal.authority;
    complaint.confidential = filing.confidential;
    complaint.filed_on = occasion.day;
    complaint.points = filing.points;
    complaint.files = filing.files;
    if (!filing.item) return complaint;
    complaint.about = objections::name_of(filing.item->about);
    complaint.about_id = filing.item->about_id;
    return complaint;
}

}  // namespace

objections::Filing verification_of(const Item& item, Filer filer,
                                   const std::vector<std::string>& files) {
    objections::Point point;
    point.aspect = item.aspect;
    point.said = item.said;
    objections::Filing filing;
    filing.about = item.about;
    filing.about_id = item.about_id;
    filing.filer = filer;
    filing.points = {std::move(point)};
    filing.files = files;
    filing.source = item.source;
    return filing;
}

Result<ledger::Draft> file_complaint(const access::Occasion& occasion, std::string_view subject_key,
                                     const Filing& filing) {
    TRY(access::authorise(occasion.principal, "file_complaint", occasion.principal.authority));
    auto grounds = judge(occasion, subject_key, filing);
    if (!grounds.empty()) return refuse(std::move(grounds));
    for (const auto& file : filing.files) {
        TRY(files::find_evidence(occasion.session, subject_key, file));
    }

    Step step{.kind = "complaints.file_complaint",
              .complaint = TRY(complaint_of(occasion, subject_key, filing)),
              .happened_on = occasion.day};
    if (filing.item) {
        TRY(judge_item(occasion, step.complaint, *filing.item));
        if (!filing.item->aspect.empty()) {
            auto verification = verification_of(*filing.item, filing.filer, filing.files);
            verification.authorisation = filing.authorisation;
            TRY(start_verification(occasion, step, verification));
        }
    }
    TRY(start_acceptance(occasion, step));
    step.told.push_back({.code = step.complaint.unit, .what = "complaint_filed", .urgent = true});
    if (!filing.authorisation.empty()) step.said = {{"authorisation", filing.authorisation}};
    return draft_of(step);
}

Result<ledger::Draft> withdraw_complaint(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view complaint_id,
                                         std::string_view authorisation) {
    TRY(access::authorise(occasion.principal, "withdraw_complaint", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "complaints.withdraw_complaint", subject_key, complaint_id));
    const bool by_subject = occasion.principal.role == access::Role::Subject;
    Grounds grounds;
    require_open(grounds, step.complaint);
    require(grounds, may_withdraw(occasion, step.complaint), "complaints.not_filed_by_you");
    require(grounds, by_subject || !authorisation.empty(), "complaints.authorisation_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.state = State::Withdrawn;
    step.complaint.due_on.reset();
    step.complaint.concluded_on = occasion.day;
    if (!authorisation.empty()) step.said = {{"authorisation", authorisation}};
    return draft_of(step);
}

}  // namespace credit::complaints
