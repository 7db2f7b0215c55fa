// Limits of what is read from a file: past any of them the file is refused with the limit named.
//
// They bound memory, not only time: a reader keeps one row, one block of input and, of a workbook,
// the shared strings up to `shared_string_memory`; the rest of those lies in a file without a name.

#pragma once

#include <cstddef>
#include <cstdint>

namespace credit::sheets {

struct Limits {
    std::size_t cell_bytes = std::size_t{64} << 10;  // of UTF-8
    std::size_t row_bytes = std::size_t{1} << 20;    // of UTF-8, all cells of a row
    std::size_t columns = 512;
    std::uint64_t rows = 5'000'000;  // of all sheets, blank ones too

    // Workbooks only.
    std::uint64_t entries = 1'000;                          // files in the package
    std::uint64_t inflated_bytes = std::uint64_t{8} << 30;  // of all parts read
    std::uint64_t inflated_ratio = 250;                     // of a part, once it is past 64 MiB
    std::uint64_t shared_strings = 50'000'000;
    std::size_t shared_string_memory = std::size_t{64} << 20;
    std::size_t sheets = 64;
};

}  // namespace credit::sheets
