#include "ledger/store_places.h"

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::ledger {
namespace {

constexpr std::size_t name_digits = 16;

std::filesystem::path beside(const std::filesystem::path& stem, std::string_view ending) {
    auto path = stem;
    path += ending;
    return path;
}

std::optional<std::filesystem::path> directory_in(const char* variable) {
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): read at start
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::filesystem::path(value);
}

// One file, one lock, by whatever name and from whatever home it is opened.
std::filesystem::path lock_of(const std::filesystem::path& store) {
    std::error_code problem;
    const auto file = std::filesystem::weakly_canonical(store, problem);
    return beside(problem ? store : file, ".lock");
}

// The address without its password: changing it must not move the home.
std::string without_password(const std::string& store) {
    const auto begin = store.find("://");
    const auto at = store.rfind('@', store.find('/', begin + 3));
    const auto colon = store.find(':', begin + 3);
    if (at == std::string::npos || colon == std::string::npos || colon > at) return store;
    return store.substr(0, colon) + store.substr(at);
}

}  // namespace

bool is_postgres(const std::string& store) {
    return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

std::optional<std::filesystem::path> default_home(const std::string& store) {
    if (auto named = directory_in("XINHENG_HOME")) return named;
    auto state = directory_in("XDG_STATE_HOME");
    if (!state) {
        const auto user = directory_in("HOME");
        if (!user) return std::nullopt;
        state = *user / ".local" / "state";
    }
    const auto digest = crypto::sha256(bytes_of(without_password(store)));
    return *state / "xinheng" / to_hex(digest).substr(0, name_digits);
}

Result<StorePlaces> StorePlaces::of(const std::string& store,
                                    const std::optional<std::filesystem::path>& home) {
    const bool postgres = is_postgres(store);
    if (postgres && !home) return fail(ErrorCode::InvalidInput, "ledger.home_unknown");
    const std::filesystem::path place(store);
    const auto file_name = postgres ? std::filesystem::path("store") : place.filename();
    const auto stem = home ? *home / file_name : place;
    return StorePlaces{.store = store,
                       .keys = beside(stem, ".keys"),
                       .lock = postgres ? beside(stem, ".lock") : lock_of(place),
                       .socket = beside(stem, ".socket"),
                       .log = beside(stem, ".log"),
                       .files = beside(stem, ".files"),
                       .erased = beside(stem, ".erased"),
                       .lookups = postgres ? store : beside(stem, ".lookups").string(),
                       .blocks = postgres ? store : beside(stem, ".blocks").string(),
                       .tokens = beside(stem, ".tokens"),
                       .names = beside(stem, ".names")};
}

}  // namespace credit::ledger
