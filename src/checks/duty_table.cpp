#include "checks/duty_table.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/matters/duties_at.h"
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

const Duties none;

std::size_t place_of(SubjectCategory category) {
    return static_cast<std::size_t>(category);
}

bool any_answered_for(const std::vector<const Measure*>& measures) {
    return std::ranges::any_of(
        measures, [](const Measure* measure) { return catalogue::is_answered_for(*measure); });
}

std::optional<Date> outcome_due_after(const law::Library& law, Date day) {
    const auto period = law.period("execution.outcome", day);
    if (!period) return std::nullopt;  // before anybody had to answer
    return law.calendar().last_day_of(*period, day).day;
}

}  // namespace

// Each measure is written once, however many lists lead to it.
class DutyTable::Making {
public:
    Making(const catalogue::Catalogue& catalogue, const law::Library& law, Date day)
        : catalogue_(catalogue), law_(law), day_(day) {}

    AtMatter at(const Matter& matter) {
        AtMatter at;
        for (const auto& standard : catalogue_.standards.all()) add(at, matter, standard);
        // An order's remedy is its own: the text ends where it goes, and the answer completes it.
        for (const auto& measure : catalogue_.measures.all()) {
            if (!catalogue::binds_at(matter, measure) || !measure.in_force(day_)) continue;
            const bool to_answer = catalogue::is_answered_for(measure);
            std::string text = "[" + text_of(measure);
            const DutyPart part{
                .measure = measure.id, .begin = 1, .end = text.size(), .to_answer = to_answer};
            at.of_order[measure.id].fill(
                {.text = std::move(text), .to_answer = to_answer, .parts = {part}});
        }
        return at;
    }

private:
    void add(AtMatter& at, const Matter& matter, const ListStandard& standard) {
        for (const auto category : categories) {
            const auto measures =
                catalogue::duties_at(catalogue_.measures, matter, standard, category, day_);
            if (measures.empty()) continue;
            auto [texts, fresh] = at.of_standard.try_emplace(standard.id);
            if (fresh) texts->second.fill({});
            texts->second[place_of(category)] = duties_of(measures, standard);
        }
    }

    Duties duties_of(const std::vector<const Measure*>& measures, const ListStandard& standard) {
        Duties duties{.text = "[", .to_answer = any_answered_for(measures)};
        auto& text = duties.text;
        for (const auto* measure : measures) {
            if (text.size() > 1) text += ',';
            const auto begin = text.size();
            text += text_of(*measure);
            append_remedy(text, {.zh = standard.remedy_zh, .en = standard.remedy_en});
            duties.parts.push_back({.measure = measure->id,
                                    .begin = begin,
                                    .end = text.size(),
                                    .to_answer = catalogue::is_answered_for(*measure)});
        }
        text += ']';
        return duties;
    }

    const std::string& text_of(const Measure& measure) {
        auto& text = texts_[&measure];
        if (text.empty()) text = duty_without_remedy(law_, measure, day_);
        return text;
    }

    const catalogue::Catalogue& catalogue_;
    const law::Library& law_;
    Date day_;
    std::unordered_map<const Measure*, std::string> texts_;
};

DutyTable::DutyTable(const catalogue::Catalogue& catalogue, const law::Library& law, Date day)
    : day_(day), outcome_due_(outcome_due_after(law, day)), catalogue_(catalogue), law_(law) {
    for (const auto& standard : catalogue.standards.all()) {
        if (standard.switched_off(day)) switched_off_.insert(standard.id);
    }
    for (const auto& matter : catalogue.matters.all()) {
        if (matter.validity.covers(day)) matters_.try_emplace(matter.id, &matter);
    }
}

const Matter* DutyTable::matter(std::string_view id) const {
    const auto found = matters_.find(id);
    return found == matters_.end() ? nullptr : found->second.matter;
}

const DutyTable::AtMatter& DutyTable::at(std::string_view matter) const {
    const Place& place = matters_.find(matter)->second;
    if (const auto* const made = place.made.load(std::memory_order_acquire)) return *made;
    const std::lock_guard lock(making_);
    if (place.kept == nullptr) {
        place.kept =
            std::make_unique<const AtMatter>(Making(catalogue_, law_, day_).at(*place.matter));
        place.made.store(place.kept.get(), std::memory_order_release);
    }
    return *place.kept;
}

void DutyTable::make_all() const {
    for (const auto& [id, place] : matters_) at(id);
}

const Duties& DutyTable::duties(std::string_view matter, const Effect& effect,
                                SubjectCategory category) const {
    const AtMatter& here = at(matter);
    const Texts& texts = effect.source == Source::Listing ? here.of_standard : here.of_order;
    const auto found = texts.find(effect.rests_on);
    return found == texts.end() ? none : found->second[place_of(category)];
}

bool DutyTable::is_over(const Effect& effect) const {
    return effect.source == Source::Listing && switched_off_.contains(effect.rests_on);
}

bool DutyTable::is_incentive(const Effect& effect) const {
    if (effect.source != Source::Listing) return false;
    const auto* const standard = catalogue_.standards.find(effect.rests_on);
    return standard != nullptr && standard->colour == Colour::Red;
}

}  // namespace credit::checks
