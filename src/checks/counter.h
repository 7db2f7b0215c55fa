// The counter (窗口): asks the register before it decides, and is told its duties.
//
// Runs on the thread of the connection: reads the index and the subject's name without a lock, asks
// the store for a name that is not the current one, and waits for nothing. Allocates nothing once
// its buffers have grown.
//
// Law: luzhengfa-2017-44 item 4 — who must check, checks
//      personal-information-protection-law-2021 art. 6 — a purpose for each look-up

#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "checks/duty_table.h"
#include "checks/index.h"
#include "checks/names/current_names.h"
#include "checks/screening.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "lookups/blocks/lookup_writer.h"
#include "sql/pool.h"

namespace credit::checks {

// Why it is asked, borrowed from the request.
struct Why {
    const access::Principal& principal;
    std::string_view matter;
    std::string_view purpose;
    std::string_view ground;
    std::string_view case_number;
    std::string_view officer;
    Instant asked_at{};
    bool eligibility = false;  // of an organisation, where the matter offers an easier way
};

struct Ask {
    const identity::SubjectKey& subject;
    std::string_view name;
    Why why;
};

class Counter {
public:
    // All must outlive it. A demonstration says so in every answer.
    Counter(sql::Pool& pool, const Index& index, const CurrentNames& names,
            const catalogue::Catalogue& catalogue, const law::Library& law, bool demonstration)
        : pool_(pool),
          index_(index),
          names_(names),
          catalogue_(catalogue),
          law_(law),
          demonstration_(demonstration) {}

    // Appends the answer and fills the entry, whose look-up must be durable before the answer
    // leaves. Refused with every ground when the question may not be asked:
    // "checks.unknown_matter", "checks.case_missing", "checks.officer_missing",
    // "checks.purpose_not_at_matter", and those of catalogue::Purposes. Unavailable when the name
    // cannot be read.
    Result<void> answer(const Ask& ask, std::string& answer, lookups::Entry& entry);

    // The means to answer for many, on this day. Refused as above; Unavailable "checks.not_current"
    // while this node does not know what others performed.
    Result<Screening> screening(const Why& why, const subjects::Identifiers& identifiers);

    // The duties of that day and of the next are at hand from here on: who asks first on a day
    // waits for nothing.
    void prepare(Date day);
    // After an amendment of the catalogue: the days that are at hand anew. Whoever reads meanwhile
    // takes no lock, and sees the one or the other.
    void renew();

    // Whether what was answered still holds. Asked when the look-up is durable: if an act changed
    // the subject meanwhile, or what is stopped at the authority, the question is answered again.
    bool still_holds(const lookups::Entry& entry) const;

private:
    const DutyTable& duties_of(Date day);
    const DutyTable& make(Date day);
    void put(Date day);
    std::atomic<const DutyTable*>& place_of(Date day);
    Grounds refusals(const Why& why, const DutyTable& duties) const;

    sql::Pool& pool_;
    const Index& index_;
    const CurrentNames& names_;
    const catalogue::Catalogue& catalogue_;
    const law::Library& law_;
    bool demonstration_;
    std::array<std::atomic<const DutyTable*>, 2> tables_{};  // of even and of odd days
    std::mutex making_;                                      // of a day's table, once a day
    // What was replaced is kept while somebody may still read it: the last ones.
    std::deque<std::shared_ptr<const DutyTable>> made_;
};

}  // namespace credit::checks
