#include "lookups/lookup_register.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act_id.h"
#include "ledger/clocks.h"
#include "lookups/lookup_batch.h"
#include "lookups/lookup_register.sql.h"
#include "lookups/shown.h"
#include "lookups/signs/curiosity.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

// Batches probed for one page: what is left is probed for the next.
constexpr std::size_t batches_probed_max = 2000;
// After every id that the register makes.
constexpr std::string_view after_every_id = "Z";

std::string_view start_of_page(const Span& span) {
    return span.before.empty() ? after_every_id : std::string_view(span.before);
}

KeptLookup kept_lookup(const sql::Row& row) {
    return {.lookup = {.id = row.text(0),
                       .subject_key = row.text(1),
                       .looked_at = Instant{row.integer(2)},
                       .account = row.text(3),
                       .authority = row.text(4),
                       .reason = {.matter = row.text(6),
                                  .purpose = row.text(7),
                                  .ground = row.text(8),
                                  .case_number = row.text(9),
                                  .officer = row.text(5)},
                       .shown = row.text(10)},
            .batch = false};
}

KeptLookup kept_batch(const sql::Row& row, std::string_view subject_key) {
    return {.lookup = {.id = row.text(0),
                       .subject_key = std::string(subject_key),
                       .looked_at = Instant{row.integer(1)},
                       .account = row.text(2),
                       .authority = row.text(3),
                       .reason = {.matter = row.text(5),
                                  .purpose = row.text(6),
                                  .ground = row.text(7),
                                  .case_number = row.text(8),
                                  .officer = row.text(4)},
                       .shown = {}},
            .batch = true};
}

bool was_among(const sql::Row& row, std::uint64_t digest) {
    constexpr std::size_t digests = 9;
    return !row.is_null(digests) && block_contains(row.bytes(digests), digest);
}

// Both newest first and cut to the limit; `probed_to`: nothing older is known of the batches.
Page merged(std::vector<KeptLookup> singles, std::vector<KeptLookup> batches, std::size_t limit,
            const std::string& probed_to) {
    Page page;
    std::ranges::move(singles, std::back_inserter(page.lookups));
    std::ranges::move(batches, std::back_inserter(page.lookups));
    std::ranges::sort(page.lookups, std::ranges::greater{},
                      [](const KeptLookup& each) -> const std::string& { return each.lookup.id; });
    std::erase_if(page.lookups, [&](const KeptLookup& each) { return each.lookup.id < probed_to; });
    page.next = probed_to;
    if (page.lookups.size() > limit) {
        page.lookups.resize(limit);
        page.next = page.lookups.back().lookup.id;
    }
    return page;
}

}  // namespace

Result<Page> LookupRegister::on_subject(const Sought& sought, const Span& span, std::size_t limit) {
    const auto start = start_of_page(span);
    std::vector<KeptLookup> singles;
    for (const auto& row :
         TRY(session_.query(statements::lookups_on,
                            {sought.subject_key, start, span.from.milliseconds,
                             span.until.milliseconds, static_cast<std::int64_t>(limit + 1)}))) {
        singles.push_back(kept_lookup(row));
    }
    std::vector<KeptLookup> batches;
    const auto rows = TRY(
        session_.query(statements::probe_batches,
                       {start, span.from.milliseconds, span.until.milliseconds,
                        static_cast<std::int64_t>(batches_probed_max), sortable(sought.digest)}));
    for (const auto& row : rows) {
        if (was_among(row, sought.digest)) batches.push_back(kept_batch(row, sought.subject_key));
    }
    const bool all_probed = rows.size() < batches_probed_max;
    return merged(std::move(singles), std::move(batches), limit,
                  all_probed ? std::string() : rows.back().text(0));
}

Result<KeptLookup> LookupRegister::find(const Sought& sought, std::string_view receipt) {
    const auto row = TRY(session_.find(statements::find_lookup, {sought.subject_key, receipt}));
    if (row) return kept_lookup(*row);
    const auto batch =
        TRY(session_.find(statements::probe_batch, {receipt, sortable(sought.digest)}));
    if (batch && was_among(*batch, sought.digest)) return kept_batch(*batch, sought.subject_key);
    return fail(ErrorCode::NotFound, "lookups.no_such_lookup");
}

Result<Page> LookupRegister::by_authority(std::string_view authority, const Span& span,
                                          std::size_t limit) {
    const auto start = start_of_page(span);
    const auto first_id = ledger::first_id_at(span.from);
    const auto enough = static_cast<std::int64_t>(limit + 1);
    std::vector<KeptLookup> singles;
    for (std::int64_t bucket = 0; bucket < ledger::buckets; ++bucket) {
        for (const auto& row :
             TRY(session_.query(statements::lookups_by,
                                {bucket, first_id, start, authority, span.from.milliseconds,
                                 span.until.milliseconds, enough}))) {
            singles.push_back(kept_lookup(row));
        }
    }
    std::vector<KeptLookup> batches;
    for (const auto& row :
         TRY(session_.query(statements::batches_by, {authority, start, span.from.milliseconds,
                                                     span.until.milliseconds, enough}))) {
        batches.push_back(kept_batch(row, {}));
    }
    return merged(std::move(singles), std::move(batches), limit, {});
}

Result<LookupRegister::Glances> LookupRegister::glances_of(Date day) {
    constexpr std::chrono::days one_day{1};
    Glances glances;
    const auto take = [&glances](const sql::RowView& row) -> Result<void> {
        glances[std::string(row.text(5))].push_back({.lookup_id = std::string(row.text(0)),
                                                     .subject_key = std::string(row.text(1)),
                                                     .at = Instant{row.integer(2)},
                                                     .account = std::string(row.text(3)),
                                                     .case_number = std::string(row.text(4))});
        return {};
    };
    const auto from = start_of(day);
    const auto until = start_of(day + one_day);
    // An id is never older than its moment; a day is left for clocks that went back.
    const auto first_id = ledger::first_id_at(from);
    const auto last_id = ledger::first_id_at(start_of(day + one_day + one_day));
    for (std::int64_t bucket = 0; bucket < ledger::buckets; ++bucket) {
        TRY(session_.scan(statements::glances_of,
                          {bucket, first_id, last_id, from.milliseconds, until.milliseconds},
                          take));
    }
    for (auto& [authority, all] : glances) std::ranges::sort(all, {}, &Glance::lookup_id);
    return glances;
}

Result<KeptLookup> LookupRegister::find_of_authority(std::string_view authority,
                                                     std::string_view receipt) {
    for (std::int64_t bucket = 0; bucket < ledger::buckets; ++bucket) {
        const auto row =
            TRY(session_.find(statements::find_lookup_by, {bucket, receipt, authority}));
        if (row) return kept_lookup(*row);
    }
    const auto batch = TRY(session_.find(statements::find_batch_by, {authority, receipt}));
    if (batch) return kept_batch(*batch, {});
    return fail(ErrorCode::NotFound, "lookups.no_such_lookup");
}

Result<std::vector<Lookup>> LookupRegister::to_answer_for(std::int64_t bucket,
                                                          std::string_view after_id,
                                                          std::string_view through_id) {
    std::vector<Lookup> found;
    const auto take = [&found](const sql::RowView& row) -> Result<void> {
        if (!any_to_answer_for(row.text(10))) return {};
        found.push_back({.id = std::string(row.text(0)),
                         .subject_key = std::string(row.text(1)),
                         .looked_at = Instant{row.integer(2)},
                         .account = std::string(row.text(3)),
                         .authority = std::string(row.text(4)),
                         .reason = {.matter = std::string(row.text(6)),
                                    .purpose = std::string(row.text(7)),
                                    .ground = std::string(row.text(8)),
                                    .case_number = std::string(row.text(9)),
                                    .officer = std::string(row.text(5))},
                         .shown = std::string(row.text(10))});
        return {};
    };
    TRY(session_.scan(statements::lookups_in_stretch, {bucket, after_id, through_id}, take));
    return found;
}

Result<std::vector<Lookup>> LookupRegister::in_case(std::string_view subject_key,
                                                    std::string_view case_number) {
    std::vector<Lookup> lookups;
    for (const auto& row :
         TRY(session_.query(statements::lookups_in_case, {subject_key, case_number}))) {
        lookups.push_back(kept_lookup(row).lookup);
    }
    return lookups;
}

}  // namespace credit::lookups
