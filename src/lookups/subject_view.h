// The subject's view of its look-ups (谁查过我): every one that is not withheld today, newest
// first.
//
// Reads filter by the day, so that what was withheld shows from the day after its last, whether or
// not anybody does anything. A page is filled up past what is hidden: its length tells nothing.
//
// Law: personal-information-protection-law-2021 arts. 44, 45 — a person may know of, look into and
//      copy what is done with his information

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "lookups/lookup_register.h"
#include "lookups/questions/question.h"
#include "lookups/withholding/withholding.h"
#include "sql/session.h"

namespace credit::lookups {

struct SeenLookup {
    KeptLookup kept;
    std::optional<Withholding> was_withheld;  // and is no longer
    std::optional<Question> question;         // that the subject asked about it
};

struct SeenPage {
    std::vector<SeenLookup> lookups;
    std::string next;  // to be given as `before`; empty at the end
};

class SubjectView {
public:
    // On an embedded store the two sessions are of two files.
    SubjectView(sql::Session& store, sql::Session& lookups, Date today)
        : store_(store), lookups_(lookups), today_(today) {}

    Result<SeenPage> page(const Sought& sought, Span span, std::size_t limit);
    // NotFound "lookups.no_such_lookup", also while it is withheld.
    Result<SeenLookup> one(const Sought& sought, std::string_view receipt);
    // Whether every look-up in which that authority was shown one of these items is withheld today,
    // so that naming it as one who holds them would tell of it.
    Result<bool> is_kept_from(const Sought& sought, const std::string& authority,
                              const std::vector<std::string>& item_ids);

private:
    // None: hidden today.
    Result<std::optional<SeenLookup>> seen(KeptLookup kept);
    Result<const std::vector<Withholding>*> withholdings_of(const std::string& authority);

    sql::Session& store_;
    sql::Session& lookups_;
    Date today_;
    std::vector<std::pair<std::string, std::vector<Withholding>>> read_;  // by authority
};

}  // namespace credit::lookups
