#include "catalogue/matters/duties_at.h"

#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"

namespace credit::catalogue {
namespace {

// What a model of integrity may be given at the matter.
std::vector<const Measure*> incentives_at(const Measures& measures, const Matter& matter,
                                          const ListStandard& standard, SubjectCategory category,
                                          Date day) {
    std::vector<const Measure*> found;
    for (const auto& id : matter.incentives) {
        if (!standard.may_lead_to(id, category, day)) continue;
        const Measure* const measure = measures.find(id);
        if (measure == nullptr || !measure->addresses(category)) continue;
        if (measure->in_force(day)) found.push_back(measure);
    }
    if (!found.empty() && !standard.in_force(day)) found.clear();
    return found;
}

}  // namespace

std::vector<const Measure*> duties_at(const Measures& measures, const Matter& matter,
                                      const ListStandard& standard, SubjectCategory category,
                                      Date day) {
    return standard.colour == Colour::Red ? incentives_at(measures, matter, standard, category, day)
                                          : measures_at(measures, matter, standard, category, day);
}

bool is_answered_for(const Measure& measure) {
    return measure.group != MeasureGroup::Market && measure.group != MeasureGroup::RecordOnly &&
           measure.obligation != Obligation::Information;
}

}  // namespace credit::catalogue
