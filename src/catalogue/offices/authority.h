// Authority (单位、机关): who may file, list, execute and ask, with validity and successor.
//
// Codes are issued by the register ("SD-SAMR", "JN-SAMR") and may stand in addresses and arguments.
// City authorities are made from department types and the cities of law/regions.toml. Unified
// social credit codes shipped here are synthetic: their area code, 379999, belongs to no region.

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/offices/region.h"
#include "catalogue/validity.h"
#include "foundation/result.h"

namespace credit::catalogue {

struct Authority {
    std::string code;
    std::string zh;
    std::string en;
    std::string unified_social_credit_code = {};  // empty where none is held
    std::vector<std::string> functions;           // "market_supervision", "tax", "courts" …
    RegionLevel level;
    std::string region;
    Validity validity;
    std::string successor = {};  // code of the authority that took over its work

    bool has_function(std::string_view function) const;
    // 非行政机关: a bank, an association, a credit service or a credit reporting agency, entered so
    // that it can be named.
    bool is_body() const;
};

class Authorities {
public:
    // law/authorities.toml. InvalidInput "catalogue.defined_twice", "catalogue.unknown_authority",
    // "catalogue.unknown_region", and the faults of the reader.
    static Result<Authorities> load(const Regions& regions);

    // In force or not. NotFound "catalogue.unknown_authority".
    Result<const Authority*> find(std::string_view code) const;
    // Refused "catalogue.authority_not_in_force" (code, day) outside its days.
    Result<const Authority*> find(std::string_view code, Date day) const;
    // NotFound "catalogue.unknown_authority" when none in force has that code: an authority's code
    // is public, so it may stand in the error.
    Result<const Authority*> find_by_credit_code(std::string_view code, Date day) const;
    // Itself when in force on that day, else the first of its successors that is; Refused
    // "catalogue.authority_not_in_force" when none is.
    Result<const Authority*> current(std::string_view code, Date day) const;
    // Whether one is the other or took over its work, through any number of successions. Nobody
    // is no authority, and succeeds none.
    bool succeeds(std::string_view successor, std::string_view predecessor) const;
    // Itself first, and all whose work it took over.
    std::vector<std::string> own_and_taken_over(std::string_view code) const;

    // Those in force that have the function at that level, in the region or in one containing it.
    std::vector<const Authority*> competent_for(std::string_view function, RegionLevel level,
                                                std::string_view region, Date day) const;

    std::span<const Authority> all() const { return authorities_; }

private:
    Result<void> add(Authority authority);

    Regions regions_;  // its own: the catalogue may be moved
    std::vector<Authority> authorities_;
    std::map<std::string, std::size_t, std::less<>> by_code_;
    std::multimap<std::string, std::size_t, std::less<>> by_credit_code_;  // one after another
};

}  // namespace credit::catalogue
