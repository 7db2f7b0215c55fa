// Erasure past the term (期满删除): what may be told to nobody any more is erased by the register
// itself, on the first day after the last, in the same way as by an officer.
//
// Law:     sd-social-credit-regulation-2020 art. 38 — dishonesty information is deleted when its
//          five years are over
//          personal-information-protection-law-2021 art. 47 — deletion without being asked, when
//          the time for keeping it is over
// Reading: decision 0243: which kinds, from which day, what still needs a record; nobody but the
//          subject is told

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::erasure {

inline constexpr std::string_view expired_kind = "erasure.erase_expired";

// Rows of one kind, and the day after which none of them can be over.
struct Aged {
    std::string kind;
    Date begun_by{};
    bool waiting = false;  // rows that wait for an officer, or waited
};

// Of all kinds whose law ends their disclosure.
std::vector<Aged> aged_on(const law::Library& law, const catalogue::Catalogue& catalogue,
                          Date today);

// Where one of them stands: in which of `aged`, and by the day from which its disclosure runs.
struct AgedPlace {
    std::size_t in = 0;
    Date begun_on{std::chrono::year{1} / 1 / 1};
    std::string subject_key;
    std::string record_id;
};

// Rows that may be over and whose content stands, after a place, at most `limit`; of each it is
// still to be decided. By an index.
Result<std::vector<AgedPlace>> find_aged(sql::Session& session, const std::vector<Aged>& aged,
                                         const AgedPlace& after, std::int64_t limit);

// "erasure.erase_expired", homed at the subject; apply_erase_item carries it out. Refused
// "erasure.not_over": its last day is not past, no law names one, it was not accepted, or its
// content is gone.
Result<ledger::Draft> erase_expired(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view record_id);

}  // namespace credit::erasure
