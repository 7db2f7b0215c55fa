// Leak detector (泄露检测): personal details in free text that is about to be published.
//
// It says what kind of detail stands where, never the detail. It errs on the careful side: what it
// finds waits for an officer.
//
// Law: personal-information-protection-law-2021 art. 28 — sensitive personal information
//      luzhengfa-2017-44 item 3 — personal details are taken out before publication

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "foundation/clock.h"

namespace credit::publicity {

enum class LeakKind {
    ResidentNumber,  // 公民身份号码, with a true check digit, also within longer runs
    Mobile,          // 手机号码
    Landline,        // 固定电话
    BankCard,        // 银行卡号
    HomeAddress,     // 住址
    Health,          // 健康
    Religion,        // 信仰
};

struct Leak {
    LeakKind kind;
    std::size_t at;  // characters before it
    bool operator==(const Leak&) const = default;
};

std::string_view name_of(LeakKind kind);  // "resident_number" …

// Full-width digits count as digits; blanks and hyphens between digits do not part them.
std::vector<Leak> find_leaks(std::string_view text, Date today);
// Whether one of them is a resident identity number. Text with few digits costs no memory.
bool tells_resident_number(std::string_view text, Date today);

}  // namespace credit::publicity
