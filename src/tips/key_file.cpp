#include "tips/key_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"

namespace credit::tips {
namespace {

constexpr std::string_view kind = "xinheng-tip-key";
constexpr int iterations = 600'000;
constexpr int iterations_max = 10'000'000;

std::unexpected<Error> broken() {
    return fail(ErrorCode::InvalidInput, "tips.key_file_broken");
}

struct Parts {
    crypto::Point point{};
    Bytes salt;
    std::int64_t iterations = 0;
    Bytes sealed;
};

Result<Parts> parts_of(std::string_view text) {
    const auto object = TRY(parse_object(text));
    if (TRY(read_text(object, "kind")) != kind) return broken();
    const auto point = TRY(read_text(object, "point"));
    const auto salt = TRY(read_text(object, "salt"));
    const auto sealed = TRY(read_text(object, "secret"));
    const auto point_bytes = TRY(from_hex(point));
    Parts parts{.point = TRY(crypto::read_point(point_bytes)),
                .salt = TRY(from_hex(salt)),
                .iterations = TRY(read_integer(object, "iterations")),
                .sealed = TRY(from_hex(sealed))};
    if (parts.iterations < 1 || parts.iterations > iterations_max) return broken();
    return parts;
}

}  // namespace

Result<std::string> write_key_text(const crypto::KeyPair& pair, std::string_view passphrase) {
    if (text::count_characters(passphrase) < passphrase_least) {
        return fail(ErrorCode::InvalidInput, "tips.passphrase_weak",
                    {std::to_string(passphrase_least)});
    }
    std::array<std::uint8_t, 16> salt{};
    crypto::fill_random(salt);
    const auto key = crypto::stretch_password(passphrase, salt, iterations);
    const auto sealed = crypto::seal(key, pair.secret, pair.point);
    return to_text(JsonObject{{"kind", kind},
                              {"point", to_hex(pair.point)},
                              {"salt", to_hex(salt)},
                              {"iterations", iterations},
                              {"secret", to_hex(sealed)}}) +
           "\n";
}

Result<crypto::KeyPair> read_key_text(std::string_view text, std::string_view passphrase) {
    const auto parts = parts_of(text);
    if (!parts) return broken();
    const auto key =
        crypto::stretch_password(passphrase, parts->salt, static_cast<int>(parts->iterations));
    const auto secret = crypto::open(key, parts->sealed, parts->point);
    if (!secret) return fail(ErrorCode::NotPermitted, "tips.passphrase_wrong");
    crypto::KeyPair pair{.secret = {}, .point = parts->point};
    if (secret->size() != pair.secret.size()) return broken();
    std::ranges::copy(*secret, pair.secret.begin());
    return pair;
}

Result<crypto::Point> read_point_of(std::string_view text) {
    const auto parts = parts_of(text);
    if (!parts) return broken();
    return parts->point;
}

}  // namespace credit::tips
