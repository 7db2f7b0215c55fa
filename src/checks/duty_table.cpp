#include "checks/duty_table.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
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

}  // namespace

// Each measure is written once, however many lists and matters lead to it.
class DutyTable::Making {
public:
    Making(const catalogue::Catalogue& catalogue, const law::Library& law, Date day)
        : catalogue_(catalogue), law_(law), day_(day) {}

    AtMatter at(const Matter& matter) {
        AtMatter at{.matter = &matter, .of_standard = {}, .of_order = {}};
        for (const auto& standard : catalogue_.standards.all()) add(at, standard);
        // An order's remedy is its own: the text ends where it goes, and the answer completes it.
        for (const auto& measure : catalogue_.measures.all()) {
            if (!catalogue::binds_at(matter, measure) || !measure.in_force(day_)) continue;
            at.of_order[measure.id].fill("[" + text_of(measure));
        }
        return at;
    }

private:
    void add(AtMatter& at, const ListStandard& standard) {
        for (const auto category : categories) {
            const auto measures =
                standard.colour == Colour::Red
                    ? incentives_at(catalogue_, *at.matter, standard, category, day_)
                    : measures_at(catalogue_.measures, *at.matter, standard, category, day_);
            if (measures.empty()) continue;
            auto [texts, fresh] = at.of_standard.try_emplace(standard.id);
            if (fresh) texts->second.fill("[]");
            texts->second[place_of(category)] = duties_text(measures, standard);
        }
    }

    std::string duties_text(const std::vector<const Measure*>& measures,
                            const ListStandard& standard) {
        std::string text = "[";
        for (const auto* measure : measures) {
            if (text.size() > 1) text += ',';
            text += text_of(*measure);
            append_remedy(text, {.zh = standard.remedy_zh, .en = standard.remedy_en});
        }
        return text + "]";
    }

    const std::string& text_of(const Measure& measure) {
        auto& text = texts_[&measure];
        if (text.empty()) text = duty_without_remedy(law_, measure);
        return text;
    }

    const catalogue::Catalogue& catalogue_;
    const law::Library& law_;
    Date day_;
    std::unordered_map<const Measure*, std::string> texts_;
};

DutyTable::DutyTable(const catalogue::Catalogue& catalogue, const law::Library& law, Date day)
    : day_(day), catalogue_(catalogue) {
    Making making(catalogue, law, day);
    for (const auto& matter : catalogue.matters.all()) {
        if (!matter.validity.covers(day)) continue;
        matters_.emplace(matter.id, making.at(matter));
    }
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
