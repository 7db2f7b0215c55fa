// Look-up record (查询记录): who looked at whom, for what, on which ground, and what was shown.
//
// Law:    luzhengfa-2017-44 item 4 — look-ups are embedded in the work of every organ
// Beyond: the record is durable before the answer leaves; an answer that cannot be recorded is not
//         given.

#pragma once

#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/crypto.h"

namespace credit::lookups {

// Why someone looks. All of it is needed; none of it may hold an identifier of a person.
struct Reason {
    std::string matter;       // 事项: id in the catalogue
    std::string purpose;      // 目的: id in the catalogue
    std::string ground;       // 依据: instrument and article
    std::string case_number;  // 办件编号
    std::string officer;      // 经办人: handle issued by the register
};

struct Lookup {
    std::string id;  // the receipt: 26 characters that sort by time
    std::string subject_key;
    Instant looked_at{};
    std::string account;
    std::string authority;
    Reason reason;
    std::string shown;        // ids of what was shown, or "nothing"
    crypto::Digest digest{};  // of the answer
};

}  // namespace credit::lookups
