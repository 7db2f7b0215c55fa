#include "desk/adopt_listings.h"

#include <cstdint>
#include <expected>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/adopt_listing.h"
#include "records/record.h"
#include "records/record_register.h"
#include "records/submission_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::int64_t rows_in_page = 500;

// The record, when an act follows from it.
Result<bool> has_something_to_adopt(Desk& desk, const Caller& caller,
                                    const records::Record& record) {
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    const access::Occasion occasion{.session = *lease,
                                    .law = desk.law(),
                                    .catalogue = desk.catalogue(),
                                    .principal = caller.principal,
                                    .received_at = caller.received_at,
                                    .day = day_of(caller.received_at),
                                    .act_id = {}};
    const auto listing = TRY(lists::listing_to_adopt(occasion, record));
    return listing.has_value();
}

Result<records::Record> find_record(Desk& desk, std::string_view subject_key,
                                    std::string_view record_id) {
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    return records::RecordRegister(*lease).find(subject_key, record_id);
}

Result<std::vector<records::RowPlace>> page_of(Desk& desk, std::string_view submission_id,
                                               std::int64_t after) {
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    return records::SubmissionRegister(*lease).current_rows(submission_id, after, rows_in_page);
}

Result<void> advance(Desk& desk, std::string_view submission_id, std::int64_t row) {
    auto lease = TRY(desk.pool().lease(sql::Access::Write));
    auto transaction = TRY(sql::Transaction::begin(*lease));
    TRY(records::SubmissionRegister(*lease).advance_adoption(submission_id, row));
    return transaction.commit();
}

Result<void> adopt_after(Desk& desk, const Caller& caller, std::string_view submission_id,
                         std::int64_t after) {
    for (;;) {
        if (!desk.still_open()) return {};  // the next start goes on
        const auto rows = TRY(page_of(desk, submission_id, after));
        if (rows.empty()) return {};
        for (const auto& row : rows) {
            TRY(adopt_record(desk, caller, row.subject_key, row.record_id));
        }
        after = rows.back().row_number;
        TRY(advance(desk, submission_id, after));
    }
}

}  // namespace

Result<void> adopt_record(Desk& desk, const Caller& caller, std::string_view subject_key,
                          std::string_view record_id) {
    const auto record = TRY(find_record(desk, subject_key, record_id));
    if (!TRY(has_something_to_adopt(desk, caller, record))) return {};
    // The key of the request names the act that the caller asked for, not those that follow.
    const Caller following{.principal = caller.principal,
                           .channel = caller.channel,
                           .received_at = caller.received_at};
    const auto act = desk.perform(following, subject_key, [&](const access::Occasion& occasion) {
        return lists::adopt_listing(occasion, record);
    });
    // Somebody else was faster.
    if (!act && act.error().code == ErrorCode::Conflict) return {};
    if (!act) return std::unexpected(act.error());
    return {};
}

Result<void> adopt_listings(Desk& desk, const Caller& caller, std::string_view submission_id) {
    return adopt_after(desk, caller, submission_id, 0);
}

Result<void> finish_adoptions(Desk& desk, const Caller& caller) {
    std::vector<records::NotAdopted> waiting;
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Read));
        waiting = TRY(records::SubmissionRegister(*lease).not_adopted());
    }
    for (const auto& each : waiting) {
        const auto* const kind = TRY(desk.catalogue().kinds.find_version(each.kind, each.version));
        if (!kind->listing) continue;
        TRY(adopt_after(desk, caller, each.submission_id, each.adopted));
    }
    return {};
}

}  // namespace credit::desk
