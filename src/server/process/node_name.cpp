#include "server/process/node_name.h"

#include <unistd.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "ledger/store_places.h"

namespace credit::server {

std::string node_name(const ledger::StorePlaces& places) {
    constexpr std::size_t digits = 16;
    std::array<char, 256> host{};
    static_cast<void>(::gethostname(host.data(), host.size() - 1));
    const auto home = std::filesystem::absolute(places.lock).string();
    return to_hex(crypto::sha256(bytes_of(host.data() + (" " + home)))).substr(0, digits);
}

}  // namespace credit::server
