#include "simulation/seeded_random.h"

#include <openssl/rand.h>
#include <openssl/types.h>

#include <cstdint>
#include <mutex>
#include <optional>

#include "demo/synthetic.h"
#include "foundation/check.h"

namespace credit::simulation {
namespace {

// The library wants a function, so what it draws from belongs to the process.
std::mutex guard;
std::optional<demo::Dice> source;

int draw(unsigned char* bytes, int count) {
    const std::scoped_lock lock(guard);
    CHECK(source.has_value());
    std::uint64_t number = 0;
    for (int at = 0; at < count; ++at, number >>= 8U) {
        if (at % 8 == 0) number = source->next();
        bytes[at] = static_cast<unsigned char>(number);
    }
    return 1;
}

int is_seeded() {
    return 1;
}

const RAND_METHOD from_the_seed{.seed = nullptr,
                                .bytes = draw,
                                .cleanup = nullptr,
                                .add = nullptr,
                                .pseudorand = draw,
                                .status = is_seeded};

}  // namespace

SeededRandom::SeededRandom(std::uint64_t seed) {
    const std::scoped_lock lock(guard);
    CHECK(!source.has_value());
    source.emplace(seed);
    CHECK(RAND_set_rand_method(&from_the_seed) == 1);
}

SeededRandom::~SeededRandom() {
    const std::scoped_lock lock(guard);
    RAND_set_rand_method(nullptr);
    source.reset();
}

}  // namespace credit::simulation
