#include "catalogue/duties/matter.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/duties/domain.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

Result<Matter> read_matter(const law::TomlTable& row) {
    TRY(row.refuse_unknown({"id", "zh", "en", "functions", "subjects", "purposes", "measures",
                            "incentives", "instrument", "article", "from", "through"}));
    Matter matter{
        .id = TRY(row.text("id")),
        .zh = TRY(row.text("zh")),
        .en = TRY(row.text("en")),
        .functions = TRY(row.texts("functions")),
        .purposes = TRY(row.texts("purposes")),
        .measures = TRY(row.texts("measures")),
        .incentives = TRY(row.texts("incentives")),
        .basis = TRY(read_basis(row)),
        .validity = TRY(read_validity(row)),
    };
    for (const auto& text : TRY(row.texts("subjects"))) {
        matter.subjects.push_back(TRY(parse_subject_category(text)));
    }
    return matter;
}

bool is_incentive(const Measure& measure) {
    return measure.group == MeasureGroup::Incentive;
}

Result<void> check(const law::TomlTable& row, const Matter& matter, const Measures& measures) {
    const auto check_each = [&](const std::vector<std::string>& ids,
                                bool as_incentive) -> Result<void> {
        for (const auto& id : ids) {
            const Measure* measure = measures.find(id);
            if (measure == nullptr || !is_told(*measure) ||
                is_incentive(*measure) != as_incentive) {
                return row.fault("catalogue.unknown_measure", id);
            }
        }
        return {};
    };
    TRY(check_each(matter.measures, false));
    return check_each(matter.incentives, true);
}

// Whether the measure follows a listing of such a subject under the standard by itself.
bool follows_from(const Measure& measure, const ListStandard& standard, SubjectCategory category) {
    if (measure.follows != Follows::Listing || !measure.addresses(category)) return false;
    // What touches a person's movement, schooling or livelihood takes an order that names it.
    if (category == SubjectCategory::NaturalPerson && measure.individual_order) return false;
    return std::ranges::any_of(standard.domains,
                               [&](Domain domain) { return measure.may_follow(domain); });
}

}  // namespace

bool Matter::admits(SubjectCategory category) const {
    return std::ranges::find(subjects, category) != subjects.end();
}

bool Matter::allows(std::string_view purpose) const {
    return std::ranges::find(purposes, purpose) != purposes.end();
}

bool is_told(const Measure& measure) {
    return measure.group != MeasureGroup::RecordOnly;
}

bool binds_at(const Matter& matter, const Measure& measure) {
    return std::ranges::find(matter.measures, measure.id) != matter.measures.end();
}

std::vector<const Measure*> measures_at(const Measures& measures, const Matter& matter,
                                        const ListStandard& standard, SubjectCategory category,
                                        Date day) {
    std::vector<const Measure*> found;
    if (!matter.validity.covers(day)) return found;
    const auto& here = standard.colour == Colour::Red ? matter.incentives : matter.measures;
    for (const auto& id : here) {
        // What is quickly told goes first: a counter's table of duties asks this for all of them.
        if (!standard.may_lead_to(id, category, day)) continue;
        const Measure* measure = measures.find(id);
        if (measure == nullptr) continue;
        if (follows_from(*measure, standard, category) && measure->in_force(day)) {
            found.push_back(measure);
        }
    }
    if (!found.empty() && !standard.in_force(day)) found.clear();
    return found;
}

Result<Matters> Matters::load(const Measures& measures) {
    Matters matters;
    for (const auto& file : TRY(law::read_toml_files("law/matters.toml"))) {
        TRY(matters.define(file, measures));
    }
    return matters;
}

Result<void> Matters::define(const law::TomlTable& file, const Measures& measures) {
    for (const law::TomlTable* row : TRY(file.tables("matter"))) {
        auto matter = TRY(read_matter(*row));
        TRY(check(*row, matter, measures));
        if (find(matter.id) != nullptr) {
            return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {matter.id});
        }
        matters_.own().push_back(std::move(matter));
    }
    return {};
}

const Matter* Matters::find(std::string_view id) const {
    const auto matters = all();
    const auto found = std::ranges::find(matters, id, &Matter::id);
    return found == matters.end() ? nullptr : &*found;
}

void Matters::amend(const std::map<std::string, std::vector<std::string>>& told_at,
                    const Measures& measures) {
    auto rows = matters_.own();
    for (auto& matter : rows) {
        const auto added = told_at.find(matter.id);
        if (added == told_at.end()) continue;
        for (const auto& id : added->second) {
            const Measure* const measure = measures.find(id);
            if (measure == nullptr || !is_told(*measure)) continue;
            auto& place = is_incentive(*measure) ? matter.incentives : matter.measures;
            if (std::ranges::find(place, id) == place.end()) place.push_back(id);
        }
    }
    matters_.amend(std::move(rows));
}

}  // namespace credit::catalogue
