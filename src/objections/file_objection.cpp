#include "objections/file_objection.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "objections/answer_clock.h"
#include "objections/find_item.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/step.h"

namespace credit::objections {
namespace {

// The subject by its own account; an office for a subject at its window or for its own finding.
bool may_speak(const access::Principal& principal, std::string_view subject_key, Filer filer) {
    if (principal.role == access::Role::Subject) {
        return principal.subject_key == subject_key && filer != Filer::ExecutingUnit;
    }
    return filer != Filer::Subject;
}

// Whoever filed it, and no other: a measure must not resume because some office said so.
bool may_withdraw(const access::Occasion& occasion, const Objection& objection) {
    const auto& caller = occasion.principal;
    if (caller.role == access::Role::Subject) {
        return caller.subject_key == objection.subject_key &&
               objection.filer != Filer::ExecutingUnit;
    }
    return occasion.catalogue.authorities.succeeds(caller.authority, objection.filed_by);
}

}  // namespace

// sd-social-credit-regulation-2020 art. 39: what is wrong, and why.
void require_points(Grounds& grounds, const std::vector<Point>& points) {
    require(grounds, !points.empty(), "objections.points_missing");
    require(grounds,
            std::ranges::all_of(points, [](const Point& point) { return is_aspect(point.aspect); }),
            "objections.aspect_unknown");
    require(grounds,
            std::ranges::none_of(points, [](const Point& point) { return point.said.empty(); }),
            "objections.words_missing");
}

Result<ledger::Draft> file_objection(const access::Occasion& occasion, std::string_view subject_key,
                                     const Filing& filing) {
    TRY(access::authorise(occasion.principal, "file_objection", occasion.principal.authority));
    Grounds grounds;
    require_points(grounds, filing.points);
    require(grounds, filing.filer != Filer::Representative || !filing.authorisation.empty(),
            "objections.authorisation_missing");
    require(grounds, may_speak(occasion.principal, subject_key, filing.filer),
            "objections.not_yours");
    if (!grounds.empty()) return refuse(std::move(grounds));
    for (const auto& file : filing.files) {
        TRY(files::find_evidence(occasion.session, subject_key, file));
    }
    const auto item = TRY(find_item(occasion, subject_key, filing.about, filing.about_id));

    Step step{.kind = "objections.file_objection", .objection = {}, .happened_on = occasion.day};
    step.objection.subject_key = subject_key;
    step.objection.objection_id = occasion.act_id + "-1";
    step.objection.about = filing.about;
    step.objection.about_id = filing.about_id;
    step.objection.source = item.source.empty() ? filing.source : item.source;
    step.objection.item_id = filing.item_id;
    step.objection.filer = filing.filer;
    if (occasion.principal.role != access::Role::Subject) {
        step.objection.filed_by = occasion.principal.authority;
    }
    step.objection.filed_on = occasion.day;
    step.objection.points = filing.points;
    step.objection.files = filing.files;
    TRY(start_answer_clock(occasion, step, CheckedBy::Register));
    if (!filing.authorisation.empty()) step.said = {{"authorisation", filing.authorisation}};
    return draft_of(step);
}

Result<ledger::Draft> withdraw_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         std::string_view authorisation) {
    TRY(access::authorise(occasion.principal, "withdraw_objection", occasion.principal.authority));
    auto objection = TRY(ObjectionRegister(occasion.session).find(subject_key, objection_id));
    Grounds grounds;
    require_open(grounds, objection);
    require(grounds, may_withdraw(occasion, objection), "objections.not_filed_by_you");
    require(grounds,
            occasion.principal.role == access::Role::Subject ||
                objection.filer != Filer::Representative || !authorisation.empty(),
            "objections.authorisation_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    Step step{.kind = "objections.withdraw_objection",
              .objection = std::move(objection),
              .happened_on = occasion.day};
    step.objection.state = State::Withdrawn;
    step.objection.due_on.reset();
    step.objection.concluded_on = occasion.day;
    if (!authorisation.empty()) step.said = {{"authorisation", authorisation}};
    return draft_of(step);
}

}  // namespace credit::objections
