// What a bench cannot do without, it stops for.

#pragma once

#include <cstdlib>
#include <iostream>
#include <type_traits>
#include <utility>

#include "foundation/result.h"

namespace credit {

template <typename T>
T or_exit(Result<T> result) {
    if (result) {
        if constexpr (std::is_void_v<T>) {
            return;
        } else {
            return *std::move(result);
        }
    }
    const auto& grounds = result.error().grounds;
    std::cerr << (grounds.empty() ? "failed" : grounds.front().word) << '\n';
    std::exit(1);
}

}  // namespace credit
