#include "catalogue/offices/region.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/spelling.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<RegionLevel, 4> levels = {{
    {RegionLevel::Nation, "nation"},
    {RegionLevel::Province, "province"},
    {RegionLevel::City, "city"},
    {RegionLevel::County, "county"},
}};

Result<Region> read_region(const law::TomlTable& table) {
    TRY(table.refuse_unknown(
        {"code", "level", "zh", "en", "letters", "parent", "from", "through", "successor"}));
    return Region{.code = TRY(table.text("code")),
                  .level = TRY(read_region_level(table, "level")),
                  .zh = TRY(table.text("zh")),
                  .en = TRY(table.text_or("en", "")),
                  .letters = TRY(table.text_or("letters", "")),
                  .parent = TRY(table.text_or("parent", "")),
                  .validity = TRY(read_validity(table)),
                  .successor = TRY(table.text_or("successor", ""))};
}

std::unexpected<Error> region_not_in_force(std::string_view code, Date day) {
    return fail(ErrorCode::Refused, "catalogue.region_not_in_force",
                {std::string(code), calendar::to_text(day)});
}

}  // namespace

std::string_view name_of(RegionLevel level) {
    return spelling_of(levels, level);
}

Result<RegionLevel> read_region_level(const law::TomlTable& table, std::string_view member) {
    return read_word(table, member, levels, "");
}

Result<Regions> Regions::load() {
    Regions regions;
    const auto files = TRY(law::read_toml_files("law/regions.toml"));
    for (const auto& file : files) {
        for (const auto* table : TRY(file.tables("region"))) {
            auto region = TRY(read_region(*table));
            const bool added =
                regions.by_code_.emplace(region.code, regions.regions_.size()).second;
            if (!added)
                return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {region.code});
            regions.regions_.push_back(std::move(region));
        }
    }
    for (const auto& region : regions.regions_) {
        if (!region.parent.empty()) TRY(regions.find(region.parent));
        if (!region.successor.empty()) TRY(regions.find(region.successor));
    }
    return regions;
}

Result<const Region*> Regions::find(std::string_view code) const {
    const auto found = by_code_.find(code);
    if (found == by_code_.end()) {
        return fail(ErrorCode::NotFound, "catalogue.unknown_region", {std::string(code)});
    }
    return &regions_[found->second];
}

Result<const Region*> Regions::find(std::string_view code, Date day) const {
    const auto* region = TRY(find(code));
    if (!region->validity.covers(day)) return region_not_in_force(code, day);
    return region;
}

Result<const Region*> Regions::current(std::string_view code, Date day) const {
    const auto* region = TRY(find(code));
    // Each step goes to another region; more steps than regions would be a circle.
    for (std::size_t step = 0; step <= regions_.size(); ++step) {
        if (region->validity.covers(day)) return region;
        if (region->successor.empty()) break;
        region = TRY(find(region->successor));
    }
    return region_not_in_force(code, day);
}

bool Regions::contains(std::string_view outer, std::string_view inner) const {
    auto found = by_code_.find(inner);
    for (std::size_t step = 0; found != by_code_.end() && step <= regions_.size(); ++step) {
        if (found->first == outer) return true;
        found = by_code_.find(regions_[found->second].parent);
    }
    return false;
}

std::vector<const Region*> Regions::at_level(RegionLevel level, Date day) const {
    std::vector<const Region*> found;
    for (const auto& region : regions_) {
        if (region.level == level && region.validity.covers(day)) found.push_back(&region);
    }
    return found;
}

}  // namespace credit::catalogue
