// Consented item (授权内容): a kind of what the register holds, which a subject may let one bank
// read.
//
// The list is closed. Credit evaluations (信用评价结果) are not on it: they grade, and what a bank
// gets is no grade.
//
// Law: personal-information-protection-law-2021 art. 6 — no more than the purpose needs

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "foundation/result.h"

namespace credit::consents {

enum class ConsentItem : std::uint8_t {
    Registration,  // 登记注册信息
    Permits,       // 行政许可
    Penalties,     // 行政处罚
    Listings,      // 名单、名录
    Orders,        // 个别惩戒决定
    Honours,       // 荣誉与守信名单
    Commitments,   // 信用承诺
};

std::span<const ConsentItem> all_items();
std::string_view name_of(ConsentItem item);
// InvalidInput "consents.unknown_item".
Result<ConsentItem> parse_item(std::string_view name);
// Under which a record of that kind is read; none: under no consent.
std::optional<ConsentItem> item_of_kind(std::string_view record_kind);
// A listing of a red list is an honour.
ConsentItem item_of_colour(std::string_view colour);

}  // namespace credit::consents
