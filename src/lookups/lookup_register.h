// What is kept of look-ups (查询记录台账), to be read. Its statements are in lookup_register.sql;
// on an embedded store the session is that of the look-ups' own file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "lookups/signs/curiosity.h"
#include "sql/session.h"

namespace credit::lookups {

// A look-up as it is read back; of a screened batch the subject is the one it was probed for, and
// what was shown is not kept.
struct KeptLookup {
    Lookup lookup;
    bool batch = false;
};

// Which: of a period, older than a receipt.
struct Span {
    std::string before;  // a receipt; empty: from the newest on
    Instant from{};
    Instant until{std::int64_t{1} << 62U};  // not with it
};

// Newest first.
struct Page {
    std::vector<KeptLookup> lookups;
    std::string next;  // to be given as `before`; empty at the end
};

// A subject, and its digest in the blocks of batches (digest_in_block).
struct Sought {
    std::string_view subject_key;
    std::uint64_t digest = 0;
};

class LookupRegister {
public:
    explicit LookupRegister(sql::Session& session) : session_(session) {}

    // Every look-up on the subject, screened batches among them. May hold fewer than the limit, and
    // a `next`, where many batches had to be probed.
    Result<Page> on_subject(const Sought& sought, const Span& span, std::size_t limit);
    // NotFound "lookups.no_such_lookup" when there is none of that receipt on the subject.
    Result<KeptLookup> find(const Sought& sought, std::string_view receipt);

    // What an authority looked at; of batches without subjects. Every look-up of the span is read:
    // give one that begins somewhere.
    Result<Page> by_authority(std::string_view authority, const Span& span, std::size_t limit);
    // Of one day, by authority, each in the order of time; batches are no glances. All are held.
    using Glances = std::map<std::string, std::vector<Glance>, std::less<>>;
    Result<Glances> glances_of(Date day);
    // NotFound "lookups.no_such_lookup".
    Result<KeptLookup> find_of_authority(std::string_view authority, std::string_view receipt);
    // Those of a bucket, after an id and up to and with another, that told duties for which
    // somebody has to answer; by id. The bucket of batches has none.
    Result<std::vector<Lookup>> to_answer_for(std::int64_t bucket, std::string_view after_id,
                                              std::string_view through_id);
    // On a subject in a case, by whomever, the oldest first; batches are not of any case.
    Result<std::vector<Lookup>> in_case(std::string_view subject_key, std::string_view case_number);

private:
    sql::Session& session_;
};

}  // namespace credit::lookups
