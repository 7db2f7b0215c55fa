#include "checks/duty_table.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "checks/duty_text.h"
#include "checks/effect.h"
#include "foundation/clock.h"
#include "law/library.h"

namespace credit::checks {
namespace {

using catalogue::Colour;
using catalogue::ListStandard;
using catalogue::Matter;
using catalogue::Measure;
using catalogue::SubjectCategory;

constexpr std::array categories{SubjectCategory::Organisation, SubjectCategory::IndividualBusiness,
                                SubjectCategory::NaturalPerson};

std::size_t place_of(SubjectCategory category) {
    return static_cast<std::size_t>(category);
}

// What a model of integrity may be given at the matter.
std::vector<const Measure*> incentives_at(const catalogue::Catalogue& catalogue,
                                          const Matter& matter, const ListStandard& standard,
                                          SubjectCategory category, Date day) {
    std::vector<const Measure*> found;
    for (const auto& id : matter.incentives) {
        if (!standard.may_lead_to(id)) continue;
        const Measure* const measure = catalogue.measures.find(id);
        if (measure == nullptr || !measure->addresses(category)) continue;
        if (measure->in_force(day)) found.push_back(measure);
    }
    if (!found.empty() && !standard.in_force(day)) found.clear();
    return found;
}

std::string duties_text(const law::Library& law, const std::vector<const Measure*>& measures,
                        const Remedy& remedy) {
    std::string text = "[";
    for (const auto* measure : measures) append_duty(text, law, *measure, remedy);
    return text + "]";
}

}  // namespace

DutyTable::DutyTable(const catalogue::Catalogue& catalogue, const law::Library& law, Date day)
    : day_(day), catalogue_(catalogue) {
    for (const auto& matter : catalogue.matters.all()) {
        if (!matter.validity.covers(day)) continue;
        matters_.emplace(matter.id, make(catalogue, law, matter));
    }
}

DutyTable::AtMatter DutyTable::make(const catalogue::Catalogue& catalogue, const law::Library& law,
                                    const Matter& matter) const {
    AtMatter at{.matter = &matter, .of_standard = {}, .of_order = {}};
    for (const auto& standard : catalogue.standards.all()) {
        auto& texts = at.of_standard[standard.id];
        for (const auto category : categories) {
            const auto measures =
                standard.colour == Colour::Red
                    ? incentives_at(catalogue, matter, standard, category, day_)
                    : measures_at(catalogue.measures, matter, standard, category, day_);
            texts[place_of(category)] =
                duties_text(law, measures, {standard.remedy_zh, standard.remedy_en});
        }
    }
    // An order's remedy is its own: the text ends where it goes, and the answer completes it.
    for (const auto& measure : catalogue.measures.all()) {
        if (!catalogue::binds_at(matter, measure) || !measure.in_force(day_)) continue;
        std::string text = "[";
        append_duty(text, law, measure, {});
        at.of_order[measure.id].fill(text.substr(0, text.rfind(R"(,"remedy_zh")")));
    }
    return at;
}

const Matter* DutyTable::matter(std::string_view id) const {
    const auto found = matters_.find(id);
    return found == matters_.end() ? nullptr : found->second.matter;
}

std::string_view DutyTable::duties(std::string_view matter, const Effect& effect,
                                   SubjectCategory category) const {
    const AtMatter& at = matters_.find(matter)->second;
    const Texts& texts = effect.source == Source::Listing ? at.of_standard : at.of_order;
    const auto found = texts.find(std::string_view(effect.rests_on));
    if (found == texts.end()) return "[]";
    return found->second[place_of(category)];
}

bool DutyTable::is_incentive(const Effect& effect) const {
    if (effect.source != Source::Listing) return false;
    const auto* const standard = catalogue_.standards.find(effect.rests_on);
    return standard != nullptr && standard->colour == Colour::Red;
}

}  // namespace credit::checks
