// The law as data, read plainly: the catalogue's rows and numbers, with every question about them
// answered anew and none of the catalogue's own answers used.
//
// Law: guobanfa-2020-49 — restraint rests on law, administrative regulation or central policy;
//      a list also on a departmental rule; a market actor is told and never commanded

#pragma once

#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "law/library.h"
#include "simulation/model/plain_calendar.h"

namespace credit::simulation {

class PlainLaw {
public:
    // Both must outlive it.
    PlainLaw(const catalogue::Catalogue& catalogue, const law::Library& library)
        : catalogue_(catalogue), library_(library) {}

    const catalogue::Catalogue& catalogue() const { return catalogue_; }
    const law::Library& library() const { return library_; }
    const PlainCalendar& calendar() const { return calendar_; }

    // Null where it does not exist on that day.
    const catalogue::Authority* authority(std::string_view code, Date day) const;
    // Whether the authority may list under the standard on that day.
    bool competent(std::string_view code, const catalogue::ListStandard& standard, Date day) const;

    // What a counter must do at the matter about somebody on a list, and what it may give.
    std::vector<const catalogue::Measure*> duties(const catalogue::Matter& matter,
                                                  const catalogue::ListStandard& standard,
                                                  catalogue::SubjectCategory category,
                                                  Date day) const;

private:
    const catalogue::Catalogue& catalogue_;
    const law::Library& library_;
    PlainCalendar calendar_;
};

// Plain questions about rows.
bool in_force(const catalogue::ListStandard& standard, Date day);
bool in_force(const catalogue::Measure& measure, Date day);
bool names(const std::vector<std::string>& all, std::string_view one);
const catalogue::ListGround* ground_of(const catalogue::ListStandard& standard,
                                       std::string_view code);
const catalogue::Term* term_of(const catalogue::ListStandard& standard,
                               const catalogue::ListGround& ground);
bool is_addressed(const catalogue::Measure& measure, catalogue::SubjectCategory category);
// A restraint follows a list only where it says so, in a domain of that list, and on a person only
// when it touches neither movement, nor schooling, nor livelihood.
bool follows(const catalogue::Measure& measure, const catalogue::ListStandard& standard,
             catalogue::SubjectCategory category);

}  // namespace credit::simulation
