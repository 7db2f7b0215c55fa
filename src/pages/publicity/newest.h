// Newest publicity (最新公示): what organisations' records are public today, the latest filed
// first.
//
// Whether a record is public is asked of publicity::view_subject, as for the subject's own page. A
// page looks at so many rows at most: one that shows few may be followed by more.
//
// Law: luzhengfa-2017-44 art. 3 — permits and penalties are published

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "publicity/subject_view.h"
#include "sql/session.h"

namespace credit::pages {

// Where the page before ended; empty for the first.
struct After {
    std::string submission = {};
    std::int64_t row = 0;

    // "01J…-17", and back; none for anything else.
    std::string text() const;
    static std::optional<After> parse(std::string_view text);
};

struct Wanted {
    std::string kind;
    std::string authority = {};  // code; empty: any
    std::string region = {};     // code of a city; empty: any
    std::optional<Date> from = {};
    std::optional<Date> through = {};
    After after = {};
    std::size_t limit = 0;
};

struct NewRecord {
    publicity::ShownRecord record;
    std::string subject_name;
    std::string subject_id;  // of its page
    Date filed_on{};
};

struct Newest {
    std::vector<NewRecord> records;
    std::optional<After> next = {};  // none: that was all
};

Result<Newest> read_newest(sql::Session& session, const Place& place, const Portal& portal,
                           const Wanted& wanted);

}  // namespace credit::pages
