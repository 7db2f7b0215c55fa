#include "execution/implementers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/matters/duties_at.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "lists/listing.h"

namespace credit::execution {
namespace {

using catalogue::Authority;
using catalogue::ListStandard;
using catalogue::Measure;
using catalogue::RegionLevel;
using catalogue::SubjectCategory;

// Whether the measure follows the listing by itself, and somebody answers for it.
bool starts(const Measure& measure, const ListStandard& standard, SubjectCategory category,
            Date day) {
    if (!measure.in_force(day) || !measure.addresses(category)) return false;
    if (!catalogue::is_answered_for(measure)) return false;
    if (standard.colour == catalogue::Colour::Red) {
        return measure.group == catalogue::MeasureGroup::Incentive;
    }
    if (measure.follows != catalogue::Follows::Listing) return false;
    // Movement, schooling and livelihood of a person take an order, which binds by itself.
    if (category == SubjectCategory::NaturalPerson && measure.individual_order) return false;
    return std::ranges::any_of(
        standard.domains, [&](catalogue::Domain domain) { return measure.may_follow(domain); });
}

bool is_told_at_checks(std::string_view function) {
    return function == "all_departments" || function == "permit_authority";
}

std::vector<const Authority*> with_function(const catalogue::Catalogue& catalogue,
                                            std::string_view function, const Authority& decided,
                                            Date day) {
    const auto& authorities = catalogue.authorities;
    auto found = authorities.competent_for(function, decided.level, decided.region, day);
    if (!found.empty() || decided.level == RegionLevel::Province) return found;
    return authorities.competent_for(function, RegionLevel::Province, decided.region, day);
}

// Functions of those who carry it out: of the measure's own row, or of the memorandum that adds it.
const std::vector<std::string>* implementers_of(const ListStandard& standard,
                                                const Measure& measure, SubjectCategory category,
                                                Date day) {
    if (standard.may_lead_to(measure.id)) return &measure.implementers;
    const auto* const link = standard.amended.link_of(measure.id, category, day);
    return link == nullptr ? nullptr : &link->implementers;
}

// Those who answer for the measure, but for those who are told of it at checks.
std::vector<const Authority*> answering_for(const catalogue::Catalogue& catalogue,
                                            const std::vector<std::string>& functions,
                                            const Authority& decided, Date day) {
    std::vector<const Authority*> all;
    for (const auto& function : functions) {
        if (is_told_at_checks(function)) continue;
        const auto found = with_function(catalogue, function, decided, day);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

}  // namespace

Tasks tasks_of(const catalogue::Catalogue& catalogue, const lists::Listing& listing, Date day) {
    Tasks tasks;
    const auto* const standard = catalogue.standards.find(listing.standard);
    const auto decided = catalogue.authorities.current(listing.authority, day);
    const auto category = catalogue::parse_subject_category(listing.category);
    if (standard == nullptr || !standard->in_force(day) || !decided || !category) return tasks;
    for (const auto& id : standard->measures_on(day)) {
        const Measure* const measure = catalogue.measures.find(id);
        if (measure == nullptr || !starts(*measure, *standard, *category, day)) continue;
        const auto* const functions = implementers_of(*standard, *measure, *category, day);
        if (functions == nullptr) continue;
        for (const auto* authority : answering_for(catalogue, *functions, **decided, day)) {
            auto& its = tasks[authority->code];
            if (std::ranges::find(its, measure) == its.end()) its.push_back(measure);
        }
    }
    return tasks;
}

}  // namespace credit::execution
