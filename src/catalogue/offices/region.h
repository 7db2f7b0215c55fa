// Region (行政区划): province, cities and county-level units with the days on which they existed.
//
// Standard: gb-t-2260-2007. Codes of persons and documents keep the region of their day, so a
// region that is gone stays in the table, with its successor.

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class RegionLevel { Nation, Province, City, County };

struct Region {
    std::string code;  // six digits
    RegionLevel level;
    std::string zh;
    std::string en = {};       // cities and up
    std::string letters = {};  // begins the codes of its authorities: "JN"
    std::string parent;        // code; empty for the nation
    Validity validity;
    std::string successor = {};  // code of the region that took over
};

class Regions {
public:
    // law/regions.toml. InvalidInput "catalogue.defined_twice", "catalogue.unknown_region", and the
    // faults of the reader.
    static Result<Regions> load();

    // NotFound "catalogue.unknown_region", Refused "catalogue.region_not_in_force" (code, day).
    Result<const Region*> find(std::string_view code, Date day) const;
    // In force or not. NotFound "catalogue.unknown_region".
    Result<const Region*> find(std::string_view code) const;
    // The region that stands for it on that day: itself, or the last of its successors that is in
    // force. NotFound as above; Refused "catalogue.region_not_in_force" when none is.
    Result<const Region*> current(std::string_view code, Date day) const;
    // A region contains itself and what lies below it; unknown codes contain nothing.
    bool contains(std::string_view outer, std::string_view inner) const;

    std::span<const Region> all() const { return regions_; }
    std::vector<const Region*> at_level(RegionLevel level, Date day) const;

private:
    std::vector<Region> regions_;
    std::map<std::string, std::size_t, std::less<>> by_code_;
};

std::string_view name_of(RegionLevel level);
// The member of that name. InvalidInput "catalogue.unknown_word" (file, line, member).
Result<RegionLevel> read_region_level(const law::TomlTable& table, std::string_view member);

}  // namespace credit::catalogue
