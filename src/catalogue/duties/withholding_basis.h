// Basis of withholding (暂不告知的依据): an article on which a look-up may be hidden from its
// subject, and the number that says how long at most.
//
// Law: personal-information-protection-law-2021 arts. 18, 35 — when a subject need not be told, or
//      not yet

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

namespace credit::catalogue {

struct WithholdingBasis {
    std::string id;  // "obstruction"
    std::string zh;
    std::string en;
    law::Citation citation;
    std::string longest;  // name of the parameter
    Validity validity;

    // Its own days and those of its instrument.
    bool in_force(const law::Library& library, Date day) const;
};

class WithholdingBases {
public:
    // law/withholding.toml. InvalidInput "catalogue.defined_twice", "catalogue.unknown_citation",
    // "catalogue.unknown_parameter", and the faults of the reader.
    static Result<WithholdingBases> load(const law::Library& library);

    // Null when there is none of that id.
    const WithholdingBasis* find(std::string_view id) const;
    std::span<const WithholdingBasis> all() const { return bases_; }

private:
    std::vector<WithholdingBasis> bases_;
};

}  // namespace credit::catalogue
