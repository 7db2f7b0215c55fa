// Row as amended (变更后的目录条目): what amendments in force or coming changed of one list
// standard or measure, on top of law/.
//
// An amendment takes force on a later day, so that what is replaced here changes no answer of the
// day on which it is replaced.
//
// Law: luzhengfa-2017-44 item 18 — the catalogue of measures is kept and improved
//      guobanfa-2020-49 — what has no basis has no force, whoever agreed on it

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/basis.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"

namespace credit::catalogue {

// From that day on the row is switched on, resting on these, or off.
struct Turn {
    Date from{};
    bool on = false;
    std::vector<Basis> bases = {};
};

// A measure that a memorandum adds to those a standard may lead to.
struct Link {
    std::string measure;
    Date from{};
    Date through{};
    std::vector<SubjectCategory> subjects = {};
    std::vector<std::string> implementers = {};  // functions, of those that the measure names

    bool covers(Date day) const { return from <= day && day <= through; }
    bool admits(SubjectCategory category) const;
};

struct AmendedRow {
    std::vector<Turn> turns = {};  // by day
    std::vector<Link> links = {};  // of a standard

    // The last turn that begins on that day or before; null when there is none.
    const Turn* turn_at(Date day) const;
    // Of the measure, on that day, for that category; null when no memorandum adds it.
    const Link* link_of(std::string_view measure, SubjectCategory category, Date day) const;
    // Measures that memoranda add on that day.
    std::vector<std::string> added_on(Date day) const;
};

// The bases of a row on that day: those of the turn that switched it on, else its own.
const std::vector<Basis>& bases_on(const std::vector<Basis>& own, const Turn* turn);
// Why a row does not take force on that day, as far as basis and days go.
std::vector<Gap> gaps_with(const Turn* turn, const std::vector<Basis>& own, Demand demand,
                           const Validity& validity, Date day);

}  // namespace credit::catalogue
