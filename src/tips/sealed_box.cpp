#include "tips/sealed_box.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::tips {
namespace {

constexpr std::string_view magic = "XHT1";
constexpr std::string_view purpose = "xinheng tip 1";
constexpr std::size_t id_size = 16;
constexpr std::size_t outside_size = 4 + id_size + 65;
constexpr std::size_t smallest = outside_size + 12 + 16;
constexpr std::size_t step = std::size_t{16} << 10U;
constexpr std::size_t length_size = 4;

std::unexpected<Error> box_broken() {
    return fail(ErrorCode::Refused, "tips.box_broken");
}

crypto::Digest salt_of(const crypto::Point& ephemeral, const crypto::Point& point) {
    const std::array<BytesView, 2> both{BytesView(ephemeral), BytesView(point)};
    return crypto::sha256(both);
}

Bytes outside_of(const crypto::Point& ephemeral, const crypto::Point& point) {
    Bytes outside(magic.begin(), magic.end());
    const auto digest = crypto::sha256(point);
    outside.insert(outside.end(), digest.begin(), digest.begin() + id_size);
    outside.insert(outside.end(), ephemeral.begin(), ephemeral.end());
    return outside;
}

Bytes inside_of(const Content& content) {
    JsonObject told = content.told;
    JsonArray files;
    for (const auto& file : content.files) {
        files.push_back(JsonObject{{"name", file.name}, {"size", file.content.size()}});
    }
    if (!files.empty()) told["files"] = std::move(files);
    const auto text = to_text(told);
    Bytes inside;
    for (int shift = 24; shift >= 0; shift -= 8) {
        inside.push_back(static_cast<std::uint8_t>(text.size() >> static_cast<unsigned>(shift)));
    }
    inside.insert(inside.end(), text.begin(), text.end());
    for (const auto& file : content.files) {
        inside.insert(inside.end(), file.content.begin(), file.content.end());
    }
    inside.resize((inside.size() + step - 1) / step * step);
    return inside;
}

Result<Content> read_inside(BytesView inside) {
    if (inside.size() < length_size) return box_broken();
    std::size_t size = 0;
    for (const auto byte : inside.first(length_size)) size = (size << 8U) | byte;
    auto rest = inside.subspan(length_size);
    if (size > rest.size()) return box_broken();
    Content content{.told = TRY(parse_object(text_of(rest.first(size)))), .files = {}};
    rest = rest.subspan(size);
    if (!content.told.contains("files")) return content;
    for (const auto& each : *TRY(read_array(content.told, "files"))) {
        if (!each.is_object()) return box_broken();
        auto name = TRY(read_text(each.get_object(), "name"));
        const auto length = TRY(read_integer(each.get_object(), "size"));
        if (length < 0 || static_cast<std::size_t>(length) > rest.size()) return box_broken();
        const auto part = rest.first(static_cast<std::size_t>(length));
        content.files.push_back({.name = std::move(name), .content = std::string(text_of(part))});
        rest = rest.subspan(part.size());
    }
    return content;
}

}  // namespace

std::string key_id_of(const crypto::Point& point) {
    const auto digest = crypto::sha256(point);
    return to_hex(std::span(digest).first(id_size));
}

Result<std::string> read_key_id(BytesView box) {
    if (box.size() > box_max) {
        return fail(ErrorCode::Refused, "tips.box_too_large", {std::to_string(box_max >> 20U)});
    }
    if (box.size() < smallest + length_size || !text_of(box).starts_with(magic)) {
        return box_broken();
    }
    const auto point = crypto::read_point(box.subspan(magic.size() + id_size, 65));
    if (!point) return box_broken();
    return to_hex(box.subspan(magic.size(), id_size));
}

Bytes seal_tip(const crypto::Point& point, const Content& content) {
    const auto ephemeral = crypto::new_key_pair();
    const auto shared = crypto::agree(ephemeral.secret, point);
    CHECK(shared.has_value());
    const auto key = crypto::derive_key(*shared, salt_of(ephemeral.point, point), purpose);
    auto box = outside_of(ephemeral.point, point);
    const auto sealed = crypto::seal(key, inside_of(content), box);
    box.insert(box.end(), sealed.begin(), sealed.end());
    return box;
}

Result<Content> open_tip_box(const crypto::KeyPair& pair, BytesView box) {
    const auto key_id = TRY(read_key_id(box));
    if (key_id != key_id_of(pair.point)) return box_broken();
    const auto outside = box.first(outside_size);
    const auto ephemeral = TRY(crypto::read_point(outside.subspan(magic.size() + id_size)));
    const auto shared = TRY(crypto::agree(pair.secret, ephemeral));
    const auto key = crypto::derive_key(shared, salt_of(ephemeral, pair.point), purpose);
    const auto inside = crypto::open(key, box.subspan(outside_size), outside);
    if (!inside) return box_broken();
    return read_inside(*inside);
}

}  // namespace credit::tips
