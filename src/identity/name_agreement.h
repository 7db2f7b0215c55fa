// Agreement of names (名称核对): whether a given name is the registered one, written otherwise.
//
// Widths, brackets, spaces, middle dots, radicals and compatibility characters may differ; every
// other character must be the same. A name confirms an identifier; it never finds a subject.

#pragma once

#include <string>
#include <string_view>

namespace credit::identity {

// The form in which names are compared; empty for a name of spaces only.
std::string normal_name(std::string_view name);

// False when either is empty.
bool names_agree(std::string_view registered, std::string_view given);

}  // namespace credit::identity
