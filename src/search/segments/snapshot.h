// Snapshot (索引快照): the name index on disk, so that a start need not read all names again.
//
// Two files: the segment as it lies in memory, and a mark that says of what state of the store it
// is. It is derived: whatever does not fit is thrown away, and the names are read from the store.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "search/segments/segment.h"

namespace credit::search {

struct Mark {
    std::int64_t place = 0;    // of the log: what acts before it said is in the segment
    std::string last_act;      // the one before that place
    std::string folding = {};  // how names were folded
    std::uint64_t size = 0;    // of the segment in bytes
    crypto::Digest digest{};

    bool operator==(const Mark&) const = default;
};

// How this program folds names: by which version of Unicode's data.
std::string folding_today();

std::string to_text(const Mark& mark);
// No value for what to_text() did not write.
std::optional<Mark> parse_mark(std::string_view text);

// Fills in size, digest and folding. Unavailable "foundation.file_not_written".
Result<void> write_snapshot(const std::filesystem::path& file, const Segment& segment, Mark mark);

// No value where there is none of today's folding. The segment is read only when its mark is asked
// for and fits.
std::optional<Mark> find_mark(const std::filesystem::path& file);
// No value when it is not, to the last bit, what was written.
std::optional<Segment> read_snapshot(const std::filesystem::path& file, const Mark& mark);
void drop_snapshot(const std::filesystem::path& file);

}  // namespace credit::search
