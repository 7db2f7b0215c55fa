// Matter (事项): at what a counter asks, and what binds there.
//
// Law: sd-social-credit-regulation-2020 art. 22 — where public credit information is used
//      luzhengfa-2017-44 art. 4 — who must check, checks

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/amended/rows.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

struct Matter {
    std::string id;  // "food_permit"
    std::string zh;
    std::string en;
    std::vector<std::string> functions;  // who asks
    std::vector<SubjectCategory> subjects = {};
    std::vector<std::string> purposes;    // of law/purposes.toml
    std::vector<std::string> measures;    // that bind there, by id
    std::vector<std::string> incentives;  // that may be given there, by id
    LegalBasis basis;                     // on which the counter asks
    Validity validity;

    bool admits(SubjectCategory category) const;
    bool allows(std::string_view purpose) const;
};

// Whether it can be told at a matter: a record is a fact to be known, and told nowhere as a duty.
bool is_told(const Measure& measure);
// Whether the measure, ordered individually, is to be heeded at the matter.
bool binds_at(const Matter& matter, const Measure& measure);

class Matters {
public:
    // law/matters.toml. InvalidInput: "catalogue.defined_twice", "catalogue.unknown_measure",
    // "catalogue.unknown_word", and the faults of the reader.
    static Result<Matters> load(const Measures& measures);
    // Takes the rows of one file, with the same failures.
    Result<void> define(const law::TomlTable& file, const Measures& measures);

    // Null when there is none of that id. The pointer stays good.
    const Matter* find(std::string_view id) const;
    std::span<const Matter> all() const { return matters_.all(); }
    // For amend() alone: measures that are told there beside those of law/, by matter. Each goes
    // to where its group belongs; what no matter or measure has is left out.
    void amend(const std::map<std::string, std::vector<std::string>>& told_at,
               const Measures& measures);

private:
    Rows<Matter> matters_;
};

// What a listing under the standard means at the matter on that day: measures that the standard and
// the matter both name, in force, about a domain of it, addressed to that category; for a natural
// person none that needs an individual order. Empty when the standard is not in force.
std::vector<const Measure*> measures_at(const Measures& measures, const Matter& matter,
                                        const ListStandard& standard, SubjectCategory category,
                                        Date day);

}  // namespace credit::catalogue
