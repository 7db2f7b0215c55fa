#include "desk/matters/succession_objections.h"

#include <algorithm>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "objections/conclude_objection.h"
#include "objections/consequence.h"
#include "objections/objection.h"
#include "sql/session.h"
#include "subjects/successions/record_succession.h"
#include "subjects/successions/succession_register.h"

namespace credit::desk {
namespace {

bool annuls(const objections::Conclusion& conclusion) {
    return conclusion.correction.effect == "withdrawn" &&
           std::ranges::any_of(conclusion.answers, [](const objections::Point& answer) {
               return answer.finding == "upheld";
           });
}

}  // namespace

Result<std::vector<Work>> annulments_at_others(sql::Session& session,
                                               const objections::Objection& objection,
                                               const objections::Conclusion& conclusion) {
    std::vector<Work> works;
    if (objection.about != objections::About::Succession || !annuls(conclusion)) return works;
    const auto succession =
        TRY(subjects::SuccessionRegister(session).find(objection.subject_key, objection.about_id));
    if (succession.annulled_on) return works;
    const subjects::Annulment annulment{.document_number = conclusion.document_number,
                                        .reasons = objections::upheld_reasons(conclusion.answers)};
    for (const auto& home : succession.keys()) {
        if (home == objection.subject_key) continue;
        const auto follow = [home, annulment,
                             id = succession.succession_id](const access::Occasion& occasion) {
            return subjects::follow_annulment(occasion, {.home_key = home, .succession_id = id},
                                              annulment);
        };
        works.push_back({.home_key = home, .decide = follow});
    }
    return works;
}

}  // namespace credit::desk
