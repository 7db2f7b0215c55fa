// Rows that do not take force: history, printed with their reasons (docs/switched-off.md).

#pragma once

#include <string>
#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"

namespace credit::catalogue {

struct SwitchedOff {
    std::string id;
    std::string title_zh;
    std::string title_en;
    std::vector<std::string> bases = {};  // as cited
    std::vector<Gap> gaps;
    std::string detail = {};  // the domain outside the list, the elements that are missing
};

std::vector<SwitchedOff> switched_off(const ListStandards& standards, Date day);
std::vector<SwitchedOff> switched_off(const Measures& measures, Date day);

// The printed list.
std::string switched_off_page(const ListStandards& standards, const Measures& measures, Date day);

}  // namespace credit::catalogue
