#include "erasure/erase_expired.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/record_kind.h"
#include "erasure/erase_item.h"
#include "erasure/erasure.sql.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/outer_limit.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::erasure {
namespace {

void add(std::vector<Aged>& aged, const std::string& kind, Date begun_by) {
    const auto known = std::ranges::find(aged, kind, &Aged::kind);
    if (known == aged.end()) {
        aged.push_back({.kind = kind, .begun_by = begun_by});
    } else {
        known->begun_by = std::max(known->begun_by, begun_by);
    }
}

struct Over {
    Date disclosed_through{};
    std::string article;
};

// sd-social-credit-regulation-2020 art. 38; decision 0109: the last day is still one of disclosure.
Result<std::optional<Over>> find_over(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view record_id) {
    const auto row = TRY(occasion.session.find(statements::find_age, {subject_key, record_id}));
    if (!row) return std::nullopt;
    const auto* const kind = TRY(occasion.catalogue.kinds.find_version(row->text(0), row->text(1)));
    if (kind->retention.empty()) return std::nullopt;
    const law::LimitedFrom from{.conduct_on = row->optional_date(3), .decided_on = row->date(2)};
    const auto last = law::outer_limit(occasion.law, kind->retention, from, occasion.day);
    if (!last || occasion.day <= *last) return std::nullopt;
    const auto* const parameter = TRY(occasion.law.parameter(kind->retention, occasion.day));
    return Over{.disclosed_through = *last, .article = law::to_text(parameter->citation)};
}

}  // namespace

std::vector<Aged> aged_on(const law::Library& law, const catalogue::Catalogue& catalogue,
                          Date today) {
    std::vector<Aged> aged;
    for (const auto& kind : catalogue.kinds.all()) {
        if (kind.retention.empty()) continue;
        const auto begun_by = law::latest_start_over(law, kind.retention, today);
        if (begun_by) add(aged, kind.id, *begun_by);
    }
    auto waiting = aged;
    for (auto& each : waiting) each.waiting = true;
    aged.insert(aged.end(), waiting.begin(), waiting.end());
    return aged;
}

Result<std::vector<AgedPlace>> find_aged(sql::Session& session, const std::vector<Aged>& aged,
                                         const AgedPlace& after, std::int64_t limit) {
    std::vector<AgedPlace> places;
    for (std::size_t in = after.in; in < aged.size() && std::ssize(places) < limit; ++in) {
        const auto from = in == after.in ? after : AgedPlace{};
        const auto& each = aged[in];
        const auto& statement = each.waiting ? statements::aged_waiting : statements::aged_records;
        for (const auto& row : TRY(session.query(
                 statement, {each.kind, each.begun_by, from.begun_on, from.subject_key,
                             from.record_id, limit - std::ssize(places)}))) {
            places.push_back({.in = in,
                              .begun_on = row.date(2),
                              .subject_key = row.text(0),
                              .record_id = row.text(1)});
        }
    }
    return places;
}

Result<ledger::Draft> erase_expired(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view record_id) {
    const auto over = TRY(find_over(occasion, subject_key, record_id));
    if (!over) return fail(ErrorCode::Refused, "erasure.not_over");
    JsonObject body{{"what", name_of(What::Record)},
                    {"item", record_id},
                    {"article", over->article},
                    {"disclosed_through", calendar::to_text(over->disclosed_through)}};
    TRY(annul_hidden(occasion.session, subject_key, record_id, body));
    return ledger::Draft{.kind = std::string(expired_kind),
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

}  // namespace credit::erasure
