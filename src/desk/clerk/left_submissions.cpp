#include "desk/clerk/left_submissions.h"

#include <chrono>
#include <utility>

#include "desk/turn.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "records/accept_submission.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::chrono::milliseconds between_looks_for_left = std::chrono::minutes{1};

}  // namespace

Result<void> LeftSubmissions::look(Instant now) {
    const auto milliseconds = between_looks_for_left.count();
    if (looked_at_ && now.milliseconds - looked_at_->milliseconds < milliseconds) return {};
    looked_at_ = now;
    records::Left left;
    {
        auto lease = TRY(desk_.pool().lease(sql::Access::Read));
        left = TRY(records::find_left(*lease));
    }
    const bool as_before = !left.empty() && left == seen_;
    seen_ = std::move(left);
    return as_before ? Turn::finish_left(desk_) : Result<void>{};
}

}  // namespace credit::desk
