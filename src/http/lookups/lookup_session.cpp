#include "http/lookups/lookup_session.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "http/context.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup_batch.h"
#include "lookups/lookup_register.h"
#include "publicity/leak_detector.h"
#include "publicity/shown_thing.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::size_t words_characters_max = 1000;

}  // namespace

Result<LookupSessions> LookupSessions::open(Context& context) {
    auto store = TRY(context.desk.pool().lease(sql::Access::Read));
    auto lookups = TRY(lookups::lease_settled(context.lookup_pools));
    return LookupSessions{.store = std::move(store), .lookups = std::move(lookups)};
}

Result<lookups::Sought> sought_by(const Request& request, const Context& context) {
    const auto& key = request.caller.subject_key;
    if (key.empty()) return fail(ErrorCode::NotPermitted, "lookups.no_subject");
    return lookups::Sought{.subject_key = key,
                           .digest = lookups::digest_in_block(context.desk.keys().hmac, key)};
}

Result<lookups::Span> span_of(std::string_view from, std::string_view through,
                              std::string_view before) {
    lookups::Span span{.before = std::string(before)};
    if (!from.empty()) span.from = start_of(TRY(calendar::parse_date(from)));
    if (!through.empty()) {
        span.until = start_of(TRY(calendar::parse_date(through)) + std::chrono::days{1});
    }
    return span;
}

Result<ToldPage> page_for_subject(const Request& request, Context& context,
                                  const lookups::Span& span, std::size_t limit) {
    const Date today = day_of(request.received_at);
    const auto sought = TRY(sought_by(request, context));
    const auto sessions = TRY(LookupSessions::open(context));
    auto page = TRY(sessions.view(today).page(sought, span, limit));
    ToldPage told_page{.items = {}, .next = std::move(page.next)};
    for (const auto& seen : page.lookups) {
        const auto things = TRY(publicity::things_shown(
            *sessions.store, context.desk.catalogue(), sought.subject_key, seen.kept.lookup.shown));
        told_page.items.push_back(told(context, seen, things, today));
    }
    return told_page;
}

Result<std::string> read_words(const JsonObject& body, std::string_view name, Date today) {
    const auto given = TRY(read_optional_text(body, name));
    if (!given) return std::string();
    const std::string pointer = "/" + std::string(name);
    if (text::count_characters(*given) > words_characters_max) {
        return fail(ErrorCode::InvalidInput, "lookups.words_too_long", {}, pointer);
    }
    if (!publicity::find_leaks(*given, today).empty()) {
        return fail(ErrorCode::Refused, "lookups.person_in_words", {}, pointer);
    }
    return *given;
}

}  // namespace credit::http
