// Duties (应当、可以采取的措施) of a day: for each matter, what follows from a standard or an
// order.
//
// Made once a day from the catalogue in force and never changed, so that a check only looks up and
// copies text. Each text is a JSON array of duties as api/openapi.yaml describes them.
//
// Law: guobanfa-2020-49 — no measure outside the catalogue
//      luzhengfa-2017-44 items 16, 18 — mandatory and recommended measures, and what was done on
//      them

#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/subject_category.h"
#include "checks/effect.h"
#include "foundation/clock.h"
#include "law/library.h"

namespace credit::checks {

// One duty within a text.
struct DutyPart {
    std::string measure;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool to_answer = false;
};

// At one matter, of one effect.
struct Duties {
    std::string text = "[]";
    bool to_answer = false;  // the authority that asks says what it did on one of them, or why not
    std::vector<DutyPart> parts = {};
};

class DutyTable {
public:
    DutyTable(const catalogue::Catalogue& catalogue, const law::Library& law, Date day);

    Date day() const { return day_; }

    // Null when the catalogue has no such matter in force.
    const catalogue::Matter* matter(std::string_view id) const;

    // The duties at the matter that follow from an effect that is in force and not on hold. The
    // matter must be one of this table's.
    const Duties& duties(std::string_view matter, const Effect& effect,
                         catalogue::SubjectCategory category) const;
    // The last day on which whoever asks on this day says what was done; none on a day on which
    // nobody had to.
    std::optional<Date> outcome_due() const { return outcome_due_; }
    // Whether the standard is of a red list: what follows is an incentive.
    bool is_incentive(const Effect& effect) const;

private:
    // By standard or measure, then by category.
    using Texts = std::map<std::string, std::array<Duties, 3>, std::less<>>;
    struct AtMatter {
        const catalogue::Matter* matter;
        Texts of_standard;
        Texts of_order;
    };

    class Making;

    Date day_;
    std::optional<Date> outcome_due_;
    const catalogue::Catalogue& catalogue_;
    std::map<std::string, AtMatter, std::less<>> matters_;
};

}  // namespace credit::checks
