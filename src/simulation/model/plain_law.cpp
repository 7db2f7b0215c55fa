#include "simulation/model/plain_law.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/authority.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "law/citation.h"
#include "law/instrument.h"

namespace credit::simulation {
namespace {

using catalogue::SubjectCategory;

// How high the text must stand that a row rests on.
enum class Floor { National, Departmental, Local, AnyDocument };

bool covers(const catalogue::Validity& validity, Date day) {
    if (validity.from && day < *validity.from) return false;
    return !validity.through || day <= *validity.through;
}

bool stands_high_enough(const catalogue::Basis& basis, Floor floor) {
    switch (basis.level) {
        case law::Level::Law:
        case law::Level::AdministrativeRegulation:
        case law::Level::CentralPolicy:
            return true;
        case law::Level::DepartmentalRule:
        case law::Level::JudicialInterpretation:
            return floor != Floor::National;
        case law::Level::LocalRegulation:
            return floor == Floor::Local || floor == Floor::AnyDocument;
        case law::Level::Standard:
            return false;
        default:
            return floor == Floor::AnyDocument && !basis.memorandum;
    }
}

// An adverse row needs a text that somebody read.
bool rests_on_enough(const std::vector<catalogue::Basis>& bases, Floor floor, Date day) {
    bool enough = false;
    for (const auto& basis : bases) {
        const bool read = basis.citation.status != law::ArticleStatus::Unknown;
        if (!basis.here || !basis.dated || !covers(basis.validity, day)) continue;
        if (!read && floor != Floor::AnyDocument) continue;
        if (stands_high_enough(basis, floor)) enough = true;
    }
    return enough;
}

SubjectCategory category_of(catalogue::Addressee addressee) {
    if (addressee == catalogue::Addressee::Organisation) return SubjectCategory::Organisation;
    if (addressee == catalogue::Addressee::IndividualBusiness) {
        return SubjectCategory::IndividualBusiness;
    }
    return SubjectCategory::NaturalPerson;
}

bool share_a_domain(const catalogue::Measure& measure, const catalogue::ListStandard& standard) {
    for (const auto of_measure : measure.domains) {
        for (const auto of_standard : standard.domains) {
            if (of_measure == of_standard) return true;
        }
    }
    return false;
}

bool has_publicity_for(const catalogue::ListStandard& standard, SubjectCategory category) {
    return std::ranges::any_of(standard.publicity,
                               [&](const auto& rule) { return rule.category == category; });
}

// A listing on that ground can end: on a day, or when something happens.
bool can_end(const catalogue::Term* term) {
    if (term == nullptr) return false;
    return term->kind == catalogue::TermKind::Fixed || term->kind == catalogue::TermKind::Until ||
           (term->kind == catalogue::TermKind::Decided && term->longest.has_value());
}

// Who, on what, heard how, in which document, until when, how to leave, what against it, who sees.
bool is_complete(const catalogue::ListStandard& standard) {
    bool complete = !standard.functions.empty() && !standard.subjects.empty() &&
                    !standard.grounds.empty() && !standard.documents.empty() &&
                    !standard.removal_zh.empty() && !standard.objection_zh.empty() &&
                    !standard.remedy_zh.empty();
    if (standard.notice.required) {
        complete = complete && !standard.notice.zh.empty() && standard.notice.window.amount > 0;
    }
    if (standard.effective == catalogue::Effective::AfterPublicity) {
        complete = complete && standard.publicity_before_effect.has_value();
    }
    for (const auto& ground : standard.grounds) {
        complete = complete && can_end(term_of(standard, ground));
    }
    for (const auto category : standard.subjects) {
        complete = complete && has_publicity_for(standard, category);
    }
    return complete;
}

}  // namespace

bool follows(const catalogue::Measure& measure, const catalogue::ListStandard& standard,
             SubjectCategory category) {
    const bool spared = category == SubjectCategory::NaturalPerson && measure.individual_order;
    return measure.follows == catalogue::Follows::Listing && share_a_domain(measure, standard) &&
           !spared;
}

bool names(const std::vector<std::string>& all, std::string_view one) {
    return std::ranges::any_of(all, [&](const auto& each) { return each == one; });
}

const catalogue::ListGround* ground_of(const catalogue::ListStandard& standard,
                                       std::string_view code) {
    for (const auto& ground : standard.grounds) {
        if (ground.code == code) return &ground;
    }
    return nullptr;
}

const catalogue::Term* term_of(const catalogue::ListStandard& standard,
                               const catalogue::ListGround& ground) {
    if (ground.term) return &*ground.term;
    return standard.term ? &*standard.term : nullptr;
}

bool is_addressed(const catalogue::Measure& measure, SubjectCategory category) {
    return std::ranges::any_of(measure.addressees, [&](const auto addressee) {
        return category_of(addressee) == category;
    });
}

bool in_force(const catalogue::ListStandard& standard, Date day) {
    Floor floor = standard.local ? Floor::Local : Floor::Departmental;
    if (standard.colour == catalogue::Colour::Red) floor = Floor::AnyDocument;
    return is_complete(standard) && standard.outside_domains.empty() &&
           covers(standard.validity, day) && rests_on_enough(standard.bases, floor, day);
}

bool in_force(const catalogue::Measure& measure, Date day) {
    Floor floor = Floor::AnyDocument;
    if (measure.group == catalogue::MeasureGroup::Rights) floor = Floor::National;
    if (measure.group == catalogue::MeasureGroup::Management ||
        measure.group == catalogue::MeasureGroup::RecordOnly) {
        floor = Floor::Local;
    }
    return measure.outside_domains.empty() && covers(measure.validity, day) &&
           rests_on_enough(measure.bases, floor, day);
}

const catalogue::Authority* PlainLaw::authority(std::string_view code, Date day) const {
    for (const auto& authority : catalogue_.authorities.all()) {
        if (authority.code == code && covers(authority.validity, day)) return &authority;
    }
    return nullptr;
}

bool PlainLaw::competent(std::string_view code, const catalogue::ListStandard& standard,
                         Date day) const {
    const auto* const office = authority(code, day);
    if (office == nullptr) return false;
    // The nation stands first: a higher level has a lower number.
    if (static_cast<int>(office->level) > static_cast<int>(standard.lowest_level)) return false;
    return std::ranges::any_of(standard.functions, [&](const auto& function) {
        return names(office->functions, function);
    });
}

std::vector<const catalogue::Measure*> PlainLaw::duties(const catalogue::Matter& matter,
                                                        const catalogue::ListStandard& standard,
                                                        SubjectCategory category, Date day) const {
    const bool red = standard.colour == catalogue::Colour::Red;
    std::vector<const catalogue::Measure*> duties;
    if (!in_force(standard, day)) return duties;
    for (const auto& id : red ? matter.incentives : matter.measures) {
        const auto* const measure = catalogue_.measures.find(id);
        if (measure == nullptr || !names(standard.measures, id)) continue;
        if (!is_addressed(*measure, category) || !in_force(*measure, day)) continue;
        if (red || follows(*measure, standard, category)) duties.push_back(measure);
    }
    return duties;
}

}  // namespace credit::simulation
