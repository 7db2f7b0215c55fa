// The feed for credit reporting agencies (征信机构信息采集): what became public of organisations,
// in the order of the log.
//
// A page goes on where the one before ended: at a place in the log, where acts stand in one order
// for all time. An item is told at the last act about it, as it stands on the day of reading. So
// whoever keeps the place misses nothing and is told nothing twice; an item comes again only after
// a further act: with the mark of an objection, without it, in another form, or as no longer
// public. Nothing is computed.
//
// Law:     luzhengfa-2017-44 item 12 — credit reporting agencies may collect serious dishonesty
//          credit-reporting-regulation-2013 art. 21 — what authorities lawfully made public
//          guobanfa-2020-49 — such a body is informed, and never charged with a measure
// Reading: decision 0215: the place, what is in the feed, and what is told of what ended
// Pending: what a change of law opens, shortens or closes without an act about the item, and a list
//          of restraint that would bind only after a time of publicity, as none in force does

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "credit_reporting/feed_item.h"
#include "credit_reporting/organisation.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "log/signed_statement.h"
#include "sql/session.h"

namespace credit::credit_reporting {

inline constexpr std::string_view function = "credit_reporting";  // of such an agency
// In the catalogue's words.
inline constexpr std::string_view purpose = "credit_reporting";
inline constexpr std::string_view ground = "credit_reporting_21";
inline constexpr log::StatementForm statement_form{.word = "credit reporting",
                                                   .name = "credit-reporting"};

// How far a reader has come: the first act of the log that was not told, and the row of it.
struct Place {
    std::int64_t entry = 0;
    std::int64_t row = 0;

    // "812-17", and back; none for anything else.
    std::string text() const;
    static std::optional<Place> parse(std::string_view text);
};

struct FeedPage {
    std::vector<FeedItem> items;
    Place next = {};
    bool more = false;
    std::map<std::string, std::int64_t> versions;  // of the organisations it tells of
};

// "credit_reporting.not_an_agency", and what stands against purpose and ground on that day.
Grounds judge_agency(const catalogue::Catalogue& catalogue, std::string_view office, Date day);

// A page ends with the act by which it has `limit` items, or after so many acts and rows as one
// request looks at: one that tells few may be followed by more. The errors of the store.
Result<FeedPage> read_feed(const FeedReading& reading, const Place& from, std::size_t limit);

// Whether nothing was done about any organisation of the page since it was read.
Result<bool> still_stands(sql::Session& session, const FeedPage& page);

}  // namespace credit::credit_reporting
