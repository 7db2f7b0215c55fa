#include "catalogue/duties/measure.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/amended/amended_row.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

SubjectCategory category_of(Addressee addressee) {
    switch (addressee) {
        case Addressee::Organisation:
            return SubjectCategory::Organisation;
        case Addressee::IndividualBusiness:
            return SubjectCategory::IndividualBusiness;
        case Addressee::NaturalPerson:
        case Addressee::LegalRepresentative:
        case Addressee::ResponsiblePerson:
        case Addressee::ActualController:
            break;
    }
    return SubjectCategory::NaturalPerson;
}

}  // namespace

bool Measure::may_follow(Domain domain) const {
    return std::ranges::find(domains, domain) != domains.end();
}

bool Measure::addresses(Addressee addressee) const {
    return std::ranges::find(addressees, addressee) != addressees.end();
}

bool Measure::addresses(SubjectCategory category) const {
    return std::ranges::find(addressees, category, category_of) != addressees.end();
}

const std::vector<Basis>& Measure::bases_on(Date day) const {
    return catalogue::bases_on(bases, amended.turn_at(day));
}

Demand Measure::demand() const {
    switch (group) {
        case MeasureGroup::Rights:
            return Demand::National;
        case MeasureGroup::Management:
        case MeasureGroup::RecordOnly:
            return Demand::OwnPower;
        case MeasureGroup::Market:
        case MeasureGroup::Incentive:
            break;
    }
    return Demand::Public;
}

std::vector<Gap> Measure::gaps(Date day) const {
    auto gaps = gaps_with(amended.turn_at(day), bases, demand(), validity, day);
    if (!outside_domains.empty()) gaps.push_back(Gap::OutsideDomains);
    return gaps;
}

Result<Measures> Measures::load(const law::Library& library) {
    Measures measures;
    for (const auto& file : TRY(law::read_toml_files("law/measures/"))) {
        TRY(measures.define(file, library));
    }
    return measures;
}

const Measure* Measures::find(std::string_view id) const {
    const auto measures = all();
    const auto found = std::ranges::lower_bound(measures, id, {}, &Measure::id);
    return found != measures.end() && found->id == id ? &*found : nullptr;
}

void Measures::amend(const std::map<std::string, AmendedRow>& amended,
                     std::span<const Measure> defined) {
    auto rows = measures_.own();
    rows.insert(rows.end(), defined.begin(), defined.end());
    std::ranges::sort(rows, {}, &Measure::id);
    for (auto& measure : rows) {
        const auto found = amended.find(measure.id);
        if (found != amended.end()) measure.amended = found->second;
    }
    measures_.amend(std::move(rows));
}

bool Measures::in_force(std::string_view id, Date day) const {
    const Measure* measure = find(id);
    return measure != nullptr && measure->in_force(day);
}

}  // namespace credit::catalogue
