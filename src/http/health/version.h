// The version of this program, as /version and the command line tell it.

#pragma once

#include <string_view>

namespace credit::http {

inline constexpr std::string_view program_version = "0.1.0";

}  // namespace credit::http
