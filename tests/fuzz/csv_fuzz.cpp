// Any bytes as a CSV: each row keeps within the limits, is UTF-8, and says the same when it is
// written and read again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/text.h"
#include "sheets/csv/csv_reader.h"
#include "sheets/csv_writer.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "unnamed_file.h"

namespace {

using namespace credit;

constexpr sheets::Limits limits{
    .cell_bytes = 4096, .row_bytes = 16384, .columns = 64, .rows = 9999};

std::vector<std::vector<std::string>> read(std::span<const std::uint8_t> bytes) {
    std::vector<std::vector<std::string>> rows;
    const fuzz::UnnamedFile file(bytes);
    const auto reader =
        sheets::csv::CsvReader::open(sheets::FileBytes::open(file.path()).value(), limits);
    if (!reader) return rows;
    while (true) {
        const auto row = (*reader)->next();
        if (!row || *row == nullptr) return rows;
        CHECK((*row)->cells.size() <= limits.columns);
        CHECK((*row)->kinds.size() == (*row)->cells.size());
        for (const auto& cell : (*row)->cells) {
            CHECK(cell.size() <= limits.cell_bytes);
            CHECK(text::is_utf8(cell));
        }
        rows.push_back((*row)->cells);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto rows = read({data, size});
    // The mark and a first cell make it a CSV in UTF-8 with commas, whatever the rows hold.
    std::string text = "\xEF\xBB\xBF,x\r\n";
    std::size_t row_bytes = 0;
    for (const auto& row : rows) {
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            sheets::append_csv_cell(text, row[i]);
            bytes += row[i].size() + 1;
        }
        text += "\r\n";
        row_bytes = std::max(row_bytes, bytes);
    }
    auto again = read(bytes_of(text));
    if (row_bytes > limits.cell_bytes) return 0;  // an apostrophe more may be one too many
    CHECK(again.size() == rows.size() + 1);
    again.erase(again.begin());
    CHECK(again == rows);
    return 0;
}
