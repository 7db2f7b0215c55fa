// Classification of an industry (行业失信信息分类标准): the class that an authority's field gives
// to a kind of penalty, before the general one; and what a law keeps from repair altogether.
//
// A row counts in its days and for authorities of its function. What is excluded from repair needs
// a law, an administrative or local regulation, or a central policy behind it: any other basis
// stops the start.
//
// Law:     guobanfa-2025-22 — authorities of an industry may class what belongs to their field
//          credit-repair-measures-2025 art. 2 — repair is a right; only law, regulation or central
//          policy excludes it
// Pending: rows by amount of a fine; no published table with amounts was read

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

struct ClassRow {
    std::string function;                // of the authority that decided: "fire_rescue"
    std::vector<std::string> penalties;  // codes of penalty_category
    std::string publicity_class;         // "minor", "general", "serious"
    Validity validity;
    law::Citation citation;
};

// What cannot be repaired before its own end.
struct RepairExclusion {
    std::string item;  // "record", "listing", "order"
    std::string id;    // of the kind, the standard or the measure
    Validity validity;
    law::Citation citation;
    std::string zh;
    std::string en;
};

class Classification {
public:
    // law/classification.toml. InvalidInput "law.unknown_instrument", "law.unknown_value" (a class,
    // or an exclusion below a regulation), and the faults of the reader.
    static Result<Classification> load(const law::Library& library);
    // From the text of such a file: for tests.
    static Result<Classification> read(const law::TomlTable& file, const law::Library& library);

    // Null where no industry has classed it on that day.
    const ClassRow* find_class(std::span<const std::string> functions, std::string_view penalty,
                               Date day) const;
    // Null where no law excludes it on that day.
    const RepairExclusion* find_exclusion(std::string_view item, std::string_view id,
                                          Date day) const;

private:
    std::vector<ClassRow> rows_;
    std::vector<RepairExclusion> exclusions_;
};

}  // namespace credit::catalogue
