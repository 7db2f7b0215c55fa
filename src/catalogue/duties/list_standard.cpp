#include "catalogue/duties/list_standard.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/amended/amended_row.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/term.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// A listing must be able to end: a date, or an event with a review; never for life by a list.
bool can_end(const Term* term) {
    if (term == nullptr) return false;
    switch (term->kind) {
        case TermKind::Fixed:
        case TermKind::Until:
            return true;
        case TermKind::Decided:
            return term->longest.has_value();
        case TermKind::Life:
        case TermKind::WithListing:
        case TermKind::WithRecord:
            break;
    }
    return false;
}

bool every_listing_ends(const ListStandard& standard) {
    if (standard.grounds.empty()) return can_end(standard.term ? &*standard.term : nullptr);
    return std::ranges::all_of(standard.grounds, [&](const ListGround& ground) {
        return can_end(standard.term_of(ground));
    });
}

bool says_who_sees(const ListStandard& standard) {
    return std::ranges::all_of(standard.subjects, [&](SubjectCategory category) {
        return standard.publicity_for(category) != nullptr;
    });
}

}  // namespace

const ListGround* ListStandard::find_ground(std::string_view code) const {
    const auto found = std::ranges::find(grounds, code, &ListGround::code);
    return found == grounds.end() ? nullptr : &*found;
}

bool ListStandard::admits(SubjectCategory category) const {
    return std::ranges::find(subjects, category) != subjects.end();
}

const Term* ListStandard::term_of(const ListGround& ground) const {
    if (ground.term) return &*ground.term;
    return term ? &*term : nullptr;
}

const ListPublicity* ListStandard::publicity_for(SubjectCategory category) const {
    const auto found = std::ranges::find(publicity, category, &ListPublicity::category);
    return found == publicity.end() ? nullptr : &*found;
}

bool ListStandard::may_lead_to(std::string_view measure) const {
    return std::ranges::find(measures, measure) != measures.end();
}

bool ListStandard::may_lead_to(std::string_view measure, SubjectCategory category, Date day) const {
    return may_lead_to(measure) || amended.link_of(measure, category, day) != nullptr;
}

std::vector<std::string> ListStandard::measures_on(Date day) const {
    auto all = measures;
    for (auto& added : amended.added_on(day)) {
        if (!may_lead_to(added)) all.push_back(std::move(added));
    }
    return all;
}

const std::vector<Basis>& ListStandard::bases_on(Date day) const {
    return catalogue::bases_on(bases, amended.turn_at(day));
}

bool ListStandard::switched_off(Date day) const {
    const Turn* const turn = amended.turn_at(day);
    return turn != nullptr && !turn->on;
}

Demand ListStandard::demand() const {
    if (colour == Colour::Red) return Demand::Public;
    return local ? Demand::LocalList : Demand::Standard;
}

std::vector<std::string> ListStandard::missing_elements() const {
    std::vector<std::string> missing;
    const auto want = [&missing](bool there, std::string_view element) {
        if (!there) missing.emplace_back(element);
    };
    // guobanfa-2020-49: the standard says who finds it, on what, and how to leave the list.
    want(!functions.empty(), "functions");
    want(!subjects.empty(), "subjects");
    want(!grounds.empty(), "grounds");
    want(!notice.required || (!notice.zh.empty() && notice.window.amount > 0), "notice");
    want(!documents.empty(), "documents");
    want(every_listing_ends(*this), "term");
    want(effective != Effective::AfterPublicity || publicity_before_effect.has_value(),
         "publicity_before_effect");
    want(!removal_zh.empty(), "removal");
    want(!objection_zh.empty(), "objection");
    want(!remedy_zh.empty(), "remedy");
    want(says_who_sees(*this), "publicity");
    return missing;
}

std::vector<Gap> ListStandard::gaps(Date day) const {
    auto gaps = gaps_with(amended.turn_at(day), bases, demand(), validity, day);
    if (!outside_domains.empty()) gaps.push_back(Gap::OutsideDomains);
    if (!missing_elements().empty()) gaps.push_back(Gap::ElementMissing);
    return gaps;
}

Result<ListStandards> ListStandards::load(const law::Library& library) {
    ListStandards standards;
    for (const auto& file : TRY(law::read_toml_files("law/standards/"))) {
        TRY(standards.define(file, library));
    }
    return standards;
}

const ListStandard* ListStandards::find(std::string_view id) const {
    const auto standards = all();
    const auto found = std::ranges::find(standards, id, &ListStandard::id);
    return found == standards.end() ? nullptr : &*found;
}

void ListStandards::amend(const std::map<std::string, AmendedRow>& amended,
                          std::span<const ListStandard> defined) {
    auto rows = standards_.own();
    rows.insert(rows.end(), defined.begin(), defined.end());
    for (auto& standard : rows) {
        const auto found = amended.find(standard.id);
        if (found != amended.end()) standard.amended = found->second;
    }
    standards_.amend(std::move(rows));
}

bool ListStandards::in_force(std::string_view id, Date day) const {
    const ListStandard* standard = find(id);
    return standard != nullptr && standard->in_force(day);
}

}  // namespace credit::catalogue
