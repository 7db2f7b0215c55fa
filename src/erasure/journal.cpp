#include "erasure/journal.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "erasure/erase_item.h"
#include "erasure/erasure.sql.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::erasure {

Result<std::vector<Erased>> read_journal(const std::filesystem::path& file) {
    std::vector<Erased> erased;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return erased;
    std::istringstream lines(TRY(read_whole(file)));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string what;
        Erased each;
        if (!(words >> what >> each.subject_key >> each.item_id)) {
            return fail(ErrorCode::InvalidInput, "erasure.journal_broken");
        }
        each.what = TRY(parse_what(what));
        erased.push_back(std::move(each));
    }
    return erased;
}

Result<std::vector<Erased>> erased_in(sql::Session& session) {
    std::vector<Erased> erased;
    for (const auto& row : TRY(session.query(statements::all_erasures))) {
        const auto what = TRY(parse_what(row.text(2)));
        erased.push_back({.subject_key = row.text(0), .item_id = row.text(1), .what = what});
    }
    return erased;
}

Result<void> write_journal(const std::filesystem::path& file, const std::vector<Erased>& erased) {
    auto all = TRY(read_journal(file));
    const auto known = all.size();
    for (const auto& each : erased) {
        if (std::ranges::find(all, each) == all.end()) all.push_back(each);
    }
    if (all.size() == known) return {};
    std::string text;
    for (const auto& each : all) {
        text +=
            std::string(name_of(each.what)) + " " + each.subject_key + " " + each.item_id + "\n";
    }
    const std::array files{file};
    TRY(write_whole(file, bytes_of(text)));
    std::error_code ignored;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return make_durable(files, file.parent_path());
}

}  // namespace credit::erasure
