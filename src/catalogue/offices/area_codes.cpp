#include "catalogue/offices/area_codes.h"

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/resident_identity_number.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

struct Area {
    std::string code;
    Validity validity;
};

struct Areas {
    std::vector<Area> known;
    std::vector<std::string> retired;
};

Result<Areas> read_areas() {
    Areas areas;
    const auto files = TRY(law::read_toml_files("law/regions.toml"));
    for (const auto& file : files) {
        areas.retired = TRY(file.texts("retired"));
        for (const auto* region : TRY(file.tables("region"))) {
            auto code = TRY(region->text("code"));
            const auto validity = TRY(read_validity(*region));
            areas.known.push_back({.code = std::move(code), .validity = validity});
        }
    }
    return areas;
}

}  // namespace

Result<identity::AreaCodes> area_codes_on(Date day) {
    // The same for as long as the program runs.
    static const Result<Areas> read = read_areas();
    if (!read) return std::unexpected(read.error());
    const Areas& areas = *read;
    std::vector<std::string> current;
    std::vector<std::string> historical = areas.retired;
    for (const auto& [code, validity] : areas.known) {
        if (validity.covers(day)) {
            current.push_back(code);
        } else if (validity.through && *validity.through < day) {
            historical.push_back(code);
        }
    }
    return identity::AreaCodes(std::move(current), std::move(historical));
}

}  // namespace credit::catalogue
