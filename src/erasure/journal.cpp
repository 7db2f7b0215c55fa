#include "erasure/journal.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "erasure/erase_item.h"
#include "erasure/erasure.sql.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::erasure {
namespace {

std::string line_of(const Erased& erased) {
    return std::string(name_of(erased.what)) + " " + erased.subject_key + " " + erased.item_id +
           "\n";
}

// Whether a crash may have left it of a line: its beginning is one, as far as it goes.
bool is_torn(std::string_view text) {
    const auto space = text.find(' ');
    if (space != std::string_view::npos) return parse_what(text.substr(0, space)).has_value();
    return std::ranges::any_of(std::array{What::Record, What::Evidence},
                               [text](What what) { return name_of(what).starts_with(text); });
}

}  // namespace

Result<std::vector<Erased>> read_journal(const std::filesystem::path& file) {
    std::vector<Erased> erased;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return erased;
    std::istringstream lines(TRY(read_whole(file)));
    for (std::string line; std::getline(lines, line);) {
        if (lines.eof() && is_torn(line)) break;
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

Result<Erased> erased_by(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto what = TRY(read_text(body, "what"));
    return Erased{.subject_key = act.home_key,
                  .item_id = TRY(read_text(body, "item")),
                  .what = TRY(parse_what(what))};
}

Result<std::vector<Erased>> erased_in(sql::Session& session) {
    std::vector<Erased> erased;
    for (const auto& row : TRY(session.query(statements::all_erasures))) {
        const auto what = TRY(parse_what(row.text(2)));
        erased.push_back({.subject_key = row.text(0), .item_id = row.text(1), .what = what});
    }
    return erased;
}

Result<void> add_to_journal(const std::filesystem::path& file, const Erased& erased) {
    return append_private(file, bytes_of(line_of(erased)));
}

Result<void> write_journal(const std::filesystem::path& file, const std::vector<Erased>& erased) {
    auto all = TRY(read_journal(file));
    std::set<Erased> seen(all.begin(), all.end());
    for (const auto& each : erased) {
        if (seen.insert(each).second) all.push_back(each);
    }
    std::string text;
    for (const auto& each : all) text += line_of(each);
    std::error_code ignored;
    const bool there = std::filesystem::exists(file, ignored);
    if (there ? TRY(read_whole(file)) == text : text.empty()) return {};
    const std::array files{file};
    TRY(write_whole(file, bytes_of(text)));
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return make_durable(files, file.parent_path());
}

}  // namespace credit::erasure
