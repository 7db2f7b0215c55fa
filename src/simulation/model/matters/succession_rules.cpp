#include "simulation/model/matters/succession_rules.h"

#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "simulation/model/plain_law.h"

namespace credit::simulation {
namespace {

std::string successor_of(const PlainLaw& law, std::string_view code) {
    for (const auto& authority : law.catalogue().authorities.all()) {
        if (authority.code == code) return authority.successor;
    }
    return {};
}

}  // namespace

std::string answering(const PlainLaw& law, std::string_view code, Date day) {
    std::string office(code);
    while (law.authority(office, day) == nullptr) {
        auto next = successor_of(law, office);
        if (next.empty()) return office;
        office = next;
    }
    return office;
}

bool took_over(const PlainLaw& law, std::string_view code, std::string_view from) {
    for (std::string office(from); !office.empty(); office = successor_of(law, office)) {
        if (office == code) return true;
    }
    return false;
}

}  // namespace credit::simulation
