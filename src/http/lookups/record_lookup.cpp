#include "http/lookups/record_lookup.h"

#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup.h"
#include "publicity/leak_detector.h"

namespace credit::http {
namespace {

// What the thread of the writer tells the thread that waits for it.
struct Recorded {
    std::counting_semaphore<> told{0};
    Result<void> outcome;  // the first that failed
};

// Null when too many wait; then nothing is taken.
std::vector<lookups::Entry*> entries_for(Context& context, std::size_t count) {
    std::vector<lookups::Entry*> entries;
    while (entries.size() < count) {
        auto* const entry = context.lookups.acquire();
        if (entry == nullptr) {
            for (auto* const taken : entries) context.lookups.release(*taken);
            return {};
        }
        entries.push_back(entry);
    }
    return entries;
}

void submit(Context& context, lookups::Entry& entry, lookups::Lookup lookup, Recorded& recorded) {
    entry.lookup = std::move(lookup);
    entry.owner = &recorded;
    entry.done = [](lookups::Entry& done, const Result<void>& outcome) {
        auto& waiting = *static_cast<Recorded*>(done.owner);
        if (!outcome && waiting.outcome) waiting.outcome = outcome;
        waiting.told.release();
    };
    context.lookups.submit(entry);
}

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

Result<void> record_lookups(Context& context, std::vector<lookups::Lookup> lookups) {
    const auto entries = entries_for(context, lookups.size());
    if (entries.size() < lookups.size()) {
        return fail(ErrorCode::Unavailable, "lookups.too_many");
    }
    Recorded recorded;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        submit(context, *entries[at], std::move(lookups[at]), recorded);
    }
    for (std::size_t told = 0; told < entries.size(); ++told) recorded.told.acquire();
    for (auto* const entry : entries) context.lookups.release(*entry);
    return recorded.outcome;
}

Result<void> record_lookup(Context& context, lookups::Lookup lookup) {
    std::vector<lookups::Lookup> one;
    one.push_back(std::move(lookup));
    return record_lookups(context, std::move(one));
}

void judge_case(Grounds& grounds, const lookups::Reason& reason, Date day) {
    const auto tells = [day](std::string_view text) {
        return publicity::tells_resident_number(text, day);
    };
    require(grounds, !reason.case_number.empty(), "publicity.case_missing");
    require(grounds, !reason.officer.empty(), "publicity.officer_missing");
    require(grounds, !tells(reason.case_number) && !tells(reason.officer),
            "publicity.person_in_reason");
}

}  // namespace credit::http
