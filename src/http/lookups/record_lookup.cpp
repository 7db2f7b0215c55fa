#include "http/lookups/record_lookup.h"

#include <semaphore>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup.h"
#include "lookups/require.h"
#include "publicity/leak_detector.h"

namespace credit::http {
namespace {

// What the thread of the writer tells the thread that waits for it.
struct Recorded {
    std::binary_semaphore told{0};
    Result<void> outcome;
};

}  // namespace

lookups::Lookup lookup_of(const Request& request, const identity::SubjectKey& subject,
                          const lookups::Reason& reason) {
    return {.id = ledger::new_act_id(request.received_at),
            .subject_key = std::string(subject.text()),
            .looked_at = request.received_at,
            .account = request.caller.account,
            .authority = request.caller.authority,
            .reason = reason,
            .shown = {}};
}

Result<void> record_lookup(Context& context, lookups::Lookup lookup) {
    lookups::Entry* const entry = context.lookups.acquire();
    if (entry == nullptr) return fail(ErrorCode::Unavailable, "lookups.too_many");
    Recorded recorded;
    entry->lookup = std::move(lookup);
    entry->owner = &recorded;
    entry->done = [](lookups::Entry& done, const Result<void>& outcome) {
        auto& waiting = *static_cast<Recorded*>(done.owner);
        waiting.outcome = outcome;
        waiting.told.release();
    };
    context.lookups.submit(*entry);
    recorded.told.acquire();
    context.lookups.release(*entry);
    return recorded.outcome;
}

void judge_case(Grounds& grounds, const lookups::Reason& reason, Date day) {
    const auto tells = [day](std::string_view text) {
        return publicity::tells_resident_number(text, day);
    };
    lookups::require(grounds, !reason.case_number.empty(), "publicity.case_missing");
    lookups::require(grounds, !reason.officer.empty(), "publicity.officer_missing");
    lookups::require(grounds, !tells(reason.case_number) && !tells(reason.officer),
                     "publicity.person_in_reason");
}

}  // namespace credit::http
