// The demonstration (演示库): a synthetic Shandong, filed and decided the way real offices would.
//
// Everything goes through the desk: files are submitted, listings take their steps on their days.
// The same seed gives the same subjects; ids and times differ.

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

struct Extent {
    std::size_t organisations = 16'000;
    std::size_t businesses = 2'500;
    std::size_t persons = 1'500;
    std::size_t records = 81'500;  // beside one registration for each organisation and business
    std::size_t listings = 300;
};

// What is being made and how far it is, from 0 to 1.
using Progress = std::function<void(std::string_view what, double done)>;

// NotPermitted "desk.time_is_real" for a store that is no demonstration; the errors of the desk.
Result<void> fill(server::House& house, const Extent& extent, const Progress& progress);

}  // namespace credit::demo
