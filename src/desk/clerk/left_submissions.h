// Submissions that were left (未完成的报送): the clerk finishes those that nobody is at work on.
//
// A failure may come between the acceptance of a submission and its last row, or before its
// acceptance; whoever takes the next turn finishes it, and the clerk where nobody does.

#pragma once

#include <optional>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "records/accept_submission.h"

namespace credit::desk {

class LeftSubmissions {
public:
    // The desk must outlive it.
    explicit LeftSubmissions(Desk& desk) : desk_(desk) {}

    // Once a minute: what is under way as it was a minute ago may be left. The errors of the store.
    Result<void> look(Instant now);

private:
    Desk& desk_;
    records::Left seen_;
    std::optional<Instant> looked_at_;
};

}  // namespace credit::desk
