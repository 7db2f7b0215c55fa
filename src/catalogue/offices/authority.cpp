#include "catalogue/offices/authority.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/offices/authority_definition.h"
#include "catalogue/offices/region.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// 银行、行业协会、信用服务机构、征信机构.
constexpr std::array<std::string_view, 4> bodies{"bank", "association", "credit_service",
                                                 "credit_reporting"};

std::unexpected<Error> authority_not_in_force(std::string_view code, Date day) {
    return fail(ErrorCode::Refused, "catalogue.authority_not_in_force",
                {std::string(code), calendar::to_text(day)});
}

std::unexpected<Error> unknown(std::string_view code) {
    return fail(ErrorCode::NotFound, "catalogue.unknown_authority", {std::string(code)});
}

}  // namespace

bool Authority::is_body() const {
    return std::ranges::any_of(
        bodies, [this](std::string_view function) { return has_function(function); });
}

bool Authority::has_function(std::string_view function) const {
    return std::ranges::find(functions, function) != functions.end();
}

Result<void> Authorities::add(Authority authority) {
    TRY(regions_.find(authority.region));
    const bool added = by_code_.emplace(authority.code, authorities_.size()).second;
    if (!added) return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {authority.code});
    if (const auto& code = authority.unified_social_credit_code; !code.empty())
        by_credit_code_.emplace(code, authorities_.size());
    authorities_.push_back(std::move(authority));
    return {};
}

Result<Authorities> Authorities::load(const Regions& regions) {
    Authorities authorities;
    authorities.regions_ = regions;
    for (const auto& file : TRY(law::read_toml_files("law/authorities.toml"))) {
        for (const auto* table : TRY(file.tables("authority"))) {
            auto authority = TRY(read_authority(*table));
            TRY(authorities.add(std::move(authority)));
        }
        for (const auto* table : TRY(file.tables("city_department"))) {
            for (auto& authority : TRY(read_city_department(*table, regions))) {
                TRY(authorities.add(std::move(authority)));
            }
        }
    }
    for (const auto& authority : authorities.authorities_) {
        if (!authority.successor.empty()) TRY(authorities.find(authority.successor));
    }
    return authorities;
}

Result<const Authority*> Authorities::find(std::string_view code) const {
    const auto found = by_code_.find(code);
    if (found == by_code_.end()) return unknown(code);
    return &authorities_[found->second];
}

Result<const Authority*> Authorities::find(std::string_view code, Date day) const {
    const auto* authority = TRY(find(code));
    if (!authority->validity.covers(day)) return authority_not_in_force(code, day);
    return authority;
}

Result<const Authority*> Authorities::find_by_credit_code(std::string_view code, Date day) const {
    for (auto [found, end] = by_credit_code_.equal_range(code); found != end; ++found) {
        const auto& authority = authorities_[found->second];
        if (authority.validity.covers(day)) return &authority;
    }
    return unknown(code);
}

Result<const Authority*> Authorities::current(std::string_view code, Date day) const {
    const auto* authority = TRY(find(code));
    // Each step goes to another authority; more steps than authorities would be a circle.
    for (std::size_t step = 0; step <= authorities_.size(); ++step) {
        if (authority->validity.covers(day)) return authority;
        if (authority->successor.empty()) break;
        authority = TRY(find(authority->successor));
    }
    return authority_not_in_force(code, day);
}

bool Authorities::succeeds(std::string_view successor, std::string_view predecessor) const {
    if (successor == predecessor) return !successor.empty();
    auto found = by_code_.find(predecessor);
    for (std::size_t step = 0; found != by_code_.end() && step <= authorities_.size(); ++step) {
        if (found->first == successor) return true;
        found = by_code_.find(authorities_[found->second].successor);
    }
    return false;
}

std::vector<std::string> Authorities::own_and_taken_over(std::string_view code) const {
    std::vector<std::string> codes{std::string(code)};
    for (const auto& each : authorities_) {
        if (each.code != code && succeeds(code, each.code)) codes.push_back(each.code);
    }
    return codes;
}

std::vector<const Authority*> Authorities::competent_for(std::string_view function,
                                                         RegionLevel level, std::string_view region,
                                                         Date day) const {
    std::vector<const Authority*> competent;
    for (const auto& authority : authorities_) {
        if (authority.level == level && authority.validity.covers(day) &&
            authority.has_function(function) && regions_.contains(authority.region, region)) {
            competent.push_back(&authority);
        }
    }
    return competent;
}

}  // namespace credit::catalogue
