#include "http/wire/descriptors.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstddef>

namespace credit::http {
namespace {

constexpr rlim_t unnamed_max = 1U << 20U;  // where the system names none

static_assert(shares_of(1024).connections == 576 && shares_of(1024).spools == 192);
static_assert(shares_of(65'536).connections == 48'960 && shares_of(65'536).spools == 16'320);
static_assert(shares_of(64).connections == 24 && shares_of(64).spools == 8);

}  // namespace

void raise_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur =
        limit.rlim_max == RLIM_INFINITY ? std::max(limit.rlim_cur, unnamed_max) : limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::size_t descriptors_max() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return descriptors_kept;
    return std::min(limit.rlim_cur, unnamed_max);
}

}  // namespace credit::http
