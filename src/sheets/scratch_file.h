// For tests: a file that is gone with its scope, the rows of a file, and packages made by hand.

#pragma once

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/reader.h"

namespace credit::sheets {

class ScratchFile {
public:
    explicit ScratchFile(std::string_view bytes = {}) : path_(unused_path()) {
        if (!bytes.empty()) std::ofstream(path_, std::ios::binary) << bytes;
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { std::filesystem::remove(path_); }

    const std::filesystem::path& path() const { return path_; }

    std::string bytes() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    static std::filesystem::path unused_path() {
        static int count = 0;
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::filesystem::path(testing::TempDir()) /
               (std::string("sheets_") + test->test_suite_name() + '_' + test->name() + '_' +
                std::to_string(++count));
    }

    std::filesystem::path path_;
};

inline Result<std::vector<SheetRow>> read_rows(const std::filesystem::path& path,
                                               const Limits& limits = {}) {
    const auto reader = TRY(Reader::open(path, limits));
    std::vector<SheetRow> rows;
    while (const SheetRow* row = TRY(reader->next())) rows.push_back(*row);
    return rows;
}

using Cells = std::vector<std::vector<std::string>>;

inline Cells cells_of(const std::vector<SheetRow>& rows) {
    Cells cells;
    for (const SheetRow& row : rows) cells.push_back(row.cells);
    return cells;
}

// The cells of the file; a failed test and none when it cannot be read.
inline Cells read_cells(const std::filesystem::path& path) {
    const auto rows = read_rows(path);
    if (rows) return cells_of(*rows);
    ADD_FAILURE() << rows.error().grounds.front().word;
    return {};
}

// The word with which reading ends; empty when it does not.
inline std::string refusal(const std::filesystem::path& path, const Limits& limits = {}) {
    const auto rows = read_rows(path, limits);
    return rows ? std::string() : rows.error().grounds.front().word;
}

// A zip file of these parts.
inline void write_package(const std::filesystem::path& path,
                          const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    ASSERT_NE(archive, nullptr);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        ASSERT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
}

}  // namespace credit::sheets
