// Bulk files (批量文件): everything of a kind that is public today, one row for each item.
//
// Each item is judged as on its subject's page, when the file is made. A file is made anew as soon
// as the register has performed an act since, so that none outlives an objection or a repair; who
// took a copy is told on the page that it is one of that day.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "pages/data/data_page.h"
#include "pages/html/place.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::pages {

// Writes the file. The errors of the store and of sheets/csv_writer.h.
Result<void> write_bulk(sql::Session& session, const Place& place, const DataFile& file,
                        const std::filesystem::path& path);

// A file on the disk, gone with its last user.
class BulkFile {
public:
    explicit BulkFile(std::filesystem::path path) : path_(std::move(path)) {}
    BulkFile(const BulkFile&) = delete;
    BulkFile& operator=(const BulkFile&) = delete;
    ~BulkFile();
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// From any thread; one file is made at a time.
class KeptBulk {
public:
    Result<std::shared_ptr<const BulkFile>> of(sql::Pool& pool, const Place& place,
                                               const DataFile& file,
                                               const std::filesystem::path& new_path);

private:
    struct Kept {
        Date day{};
        std::int64_t acts = 0;      // committed when it was made
        bool rows_to_come = false;  // of a submission that was accepted: it is not used again
        std::shared_ptr<const BulkFile> file = {};
    };
    std::mutex mutex_;
    std::map<std::string_view, Kept> kept_;  // by name
};

}  // namespace credit::pages
