#include "catalogue/amended/amended_row.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/basis.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"

namespace credit::catalogue {

bool Link::admits(SubjectCategory category) const {
    return std::ranges::find(subjects, category) != subjects.end();
}

const Turn* AmendedRow::turn_at(Date day) const {
    const Turn* found = nullptr;
    for (const auto& turn : turns) {
        if (turn.from <= day) found = &turn;
    }
    return found;
}

const Link* AmendedRow::link_of(std::string_view measure, SubjectCategory category,
                                Date day) const {
    const auto found = std::ranges::find_if(links, [&](const Link& link) {
        return link.measure == measure && link.covers(day) && link.admits(category);
    });
    return found == links.end() ? nullptr : &*found;
}

std::vector<std::string> AmendedRow::added_on(Date day) const {
    std::vector<std::string> added;
    for (const auto& link : links) {
        if (!link.covers(day)) continue;
        if (std::ranges::find(added, link.measure) == added.end()) added.push_back(link.measure);
    }
    return added;
}

const std::vector<Basis>& bases_on(const std::vector<Basis>& own, const Turn* turn) {
    return turn != nullptr && turn->on ? turn->bases : own;
}

std::vector<Gap> gaps_with(const Turn* turn, const std::vector<Basis>& own, Demand demand,
                           const Validity& validity, Date day) {
    auto gaps = gaps_of_basis(bases_on(own, turn), demand, day);
    if (turn == nullptr) {
        std::ranges::copy(gaps_of_validity(validity, day), std::back_inserter(gaps));
    } else if (!turn->on) {
        gaps.push_back(Gap::Ended);
    }
    return gaps;
}

}  // namespace credit::catalogue
