// Duties (应当、可以采取的措施) of a day: for each matter, what follows from a standard or an
// order.
//
// What follows at a matter is made from the catalogue in force when the day's first question at it
// comes, and never changed, so that a check only looks up and copies text. Each text is a JSON
// array of duties as api/openapi.yaml describes them.
//
// Law: guobanfa-2020-49 — no measure outside the catalogue
//      luzhengfa-2017-44 items 16, 18 — mandatory and recommended measures, and what was done on
//      them

#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
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
    // What follows at every matter, at once: nobody's first question waits for it.
    void make_all() const;
    // matter must be one of this table's.
    const Duties& duties(std::string_view matter, const Effect& effect,
                         catalogue::SubjectCategory category) const;
    // The last day on which whoever asks on this day says what was done; none on a day on which
    // nobody had to.
    std::optional<Date> outcome_due() const { return outcome_due_; }
    // 已停用: its standard was switched off by that day, and nothing rests on it, whether or not
    // anybody has said so.
    bool is_over(const Effect& effect) const;
    // Whether the standard is of a red list: what follows is an incentive.
    bool is_incentive(const Effect& effect) const;

private:
    // By standard or measure, then by category.
    using Texts = std::map<std::string, std::array<Duties, 3>, std::less<>>;
    struct AtMatter {
        Texts of_standard;
        Texts of_order;
    };
    struct Place {
        explicit Place(const catalogue::Matter* of) : matter(of) {}

        const catalogue::Matter* matter;
        mutable std::unique_ptr<const AtMatter> kept = {};
        mutable std::atomic<const AtMatter*> made = nullptr;
    };

    class Making;

    const AtMatter& at(std::string_view matter) const;

    Date day_;
    std::optional<Date> outcome_due_;
    const catalogue::Catalogue& catalogue_;
    const law::Library& law_;
    std::set<std::string, std::less<>> switched_off_;  // standards
    std::map<std::string, Place, std::less<>> matters_;
    mutable std::mutex making_;  // of what follows at a matter, once a day
};

}  // namespace credit::checks
