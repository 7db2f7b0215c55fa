// Welcome (迎宾): what a person is told who has just started a register: where it is, who may sign
// in, and what to try.

#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "server/house.h"

namespace credit::server {

// `address`: "http://127.0.0.1:8080". The requests to try take their token from the token file and
// their identifier from their body. The errors of the token file and of the store.
Result<std::string> welcome(House& house, std::string_view address);

}  // namespace credit::server
