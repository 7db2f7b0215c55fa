// Rows already seen in a submission, so that a document about a subject stands in it once.
//
// Forty bytes and less a row: a million rows take some 64 MiB.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/crypto.h"

namespace credit::records {

class SeenRows {
public:
    struct Earlier {
        std::uint64_t row_number;
        bool same_content;
    };

    SeenRows();

    // Where the row stood before; none when it is new, and then it is remembered.
    std::optional<Earlier> find_or_add(std::string_view subject_key, std::string_view row_key,
                                       const crypto::Digest& content, std::uint64_t row_number);

private:
    struct Slot {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        std::uint64_t content = 0;
        std::uint64_t row_number = 0;  // 0: empty
    };

    Slot& place_of(std::uint64_t first, std::uint64_t second);
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace credit::records
