// What waits at an authority and at those whose work it took over (承接).

#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <type_traits>

#include "catalogue/offices/authority.h"
#include "foundation/result.h"

namespace credit::http {

// By the id that `id` points to. `find` finds those of one authority, in that order and as many as
// are wanted of all.
template <typename Find, typename Id, typename Order = std::ranges::less>
auto waiting_at(const catalogue::Authorities& authorities, std::string_view authority, Find find,
                Id id, Order order = {}) -> std::invoke_result_t<Find, std::string_view> {
    typename std::invoke_result_t<Find, std::string_view>::value_type all;
    for (const auto& code : authorities.own_and_taken_over(authority)) {
        auto some = TRY(find(std::string_view(code)));
        std::ranges::move(some, std::back_inserter(all));
    }
    std::ranges::sort(all, order, id);
    return all;
}

}  // namespace credit::http
