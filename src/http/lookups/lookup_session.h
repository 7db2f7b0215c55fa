// What the operations about look-ups share: the two stores, the subject that asks, periods and
// words.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "lookups/lookup_register.h"
#include "lookups/subject_view.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {

// The store and the look-ups, both to be read.
struct LookupSessions {
    sql::Lease store;
    sql::Lease lookups;

    static Result<LookupSessions> open(Context& context);
    lookups::SubjectView view(Date today) const { return {*store, *lookups, today}; }
};

// The subject whose account asks. NotPermitted "lookups.no_subject" for any other account.
Result<lookups::Sought> sought_by(const Request& request, const Context& context);

// From the texts of two days, both with it; empty ones set no bound. InvalidInput
// "calendar.not_a_date".
Result<lookups::Span> span_of(std::string_view from, std::string_view through,
                              std::string_view before);

// One page of the caller's look-ups, as it is told. Items and `next`.
struct ToldPage {
    JsonArray items;
    std::string next;
};
Result<ToldPage> page_for_subject(const Request& request, Context& context,
                                  const lookups::Span& span, std::size_t limit);

// Free text that somebody writes about a look-up. Refused "lookups.person_in_words" when it holds a
// number, an address or another detail of a person; InvalidInput "lookups.words_too_long".
Result<std::string> read_words(const JsonObject& body, std::string_view name, Date today);

}  // namespace credit::http
