#include "records/intake/seen_rows.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"

namespace credit::records {
namespace {

constexpr std::size_t slots_at_first = 1024;

std::uint64_t number_in(const crypto::Digest& digest, std::size_t at) {
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data() + at, sizeof number);
    return number;
}

}  // namespace

SeenRows::SeenRows() : slots_(slots_at_first) {}

std::optional<SeenRows::Earlier> SeenRows::find_or_add(std::string_view subject_key,
                                                       std::string_view row_key,
                                                       const crypto::Digest& content,
                                                       std::uint64_t row_number) {
    const std::array<BytesView, 2> parts{bytes_of(subject_key), bytes_of(row_key)};
    const auto digest = crypto::sha256(parts);
    if (used_ * 2 >= slots_.size()) grow();
    const auto first = number_in(digest, 0);
    const auto second = number_in(digest, 8);
    Slot& slot = place_of(first, second);
    if (slot.row_number != 0) {
        return Earlier{.row_number = slot.row_number,
                       .same_content = slot.content == number_in(content, 0)};
    }
    slot = {.first = first,
            .second = second,
            .content = number_in(content, 0),
            .row_number = row_number};
    ++used_;
    return std::nullopt;
}

SeenRows::Slot& SeenRows::place_of(std::uint64_t first, std::uint64_t second) {
    for (std::size_t place = first;; ++place) {
        Slot& slot = slots_[place & (slots_.size() - 1)];
        if (slot.row_number == 0 || (slot.first == first && slot.second == second)) return slot;
    }
}

void SeenRows::grow() {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const auto& slot : old) {
        if (slot.row_number != 0) place_of(slot.first, slot.second) = slot;
    }
}

}  // namespace credit::records
