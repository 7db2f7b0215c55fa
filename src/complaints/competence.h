// Competence (处理单位): which unit decides a complaint. Never the one complained of.
//
// Law:     sd-social-credit-regulation-2020 arts. 5, 9, 58 — development and reform departments
//          supervise credit work and keep the register; the competent organ orders what was not put
//          right
//          civil-procedure-law-2023 art. 14 — procuratorates supervise what courts do
// Reading: decision 0170: the unit above, else the credit office; who stands above that

#pragma once

#include <string>
#include <string_view>

#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::complaints {

// Code of the unit. Refused "complaints.no_unit_above" where the catalogue has none on that day.
Result<std::string> competent_unit(const catalogue::Authorities& authorities,
                                   std::string_view respondent, Date day);

// Code of the unit that answers for it: of the register, the credit office that keeps it; empty
// where there is none on that day.
std::string answering_unit(const catalogue::Authorities& authorities, std::string_view respondent,
                           Date day);

// Whether one is the other, or one took over the other's work.
bool is_same_unit(const catalogue::Authorities& authorities, std::string_view one,
                  std::string_view other);

}  // namespace credit::complaints
