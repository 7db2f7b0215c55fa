#include "tips/gate.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <mutex>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::tips {
namespace {

constexpr std::chrono::milliseconds length = std::chrono::minutes{1};
constexpr int filings_max = 30;
constexpr int filings_of_authority_max = 10;
constexpr int questions_max = 120;
constexpr int failures_max = 5;
constexpr std::size_t names_max = 10'000;

std::unexpected<Error> wait() {
    return fail(ErrorCode::Unavailable, "tips.wait");
}

bool is_over(Instant from, Instant now) {
    return now.milliseconds - from.milliseconds >= length.count() || now < from;
}

}  // namespace

bool Gate::admit(Whiles& whiles, const std::string& name, Instant now, int most) {
    if (whiles.size() >= names_max) whiles.clear();
    auto& current = whiles[name];
    if (current.count == 0 || is_over(current.from, now)) current = {.from = now, .count = 0};
    if (current.count >= most) return false;
    ++current.count;
    return true;
}

Result<void> Gate::admit_filing(const std::string& authority, Instant now) {
    const std::scoped_lock lock(mutex_);
    // The authority first: what is refused to one takes nothing from the others.
    if (!admit(filings_, authority, now, filings_of_authority_max)) return wait();
    if (!admit(filings_, "", now, filings_max)) return wait();
    return {};
}

Result<void> Gate::admit_question(const std::string& receipt, Instant now) {
    const std::scoped_lock lock(mutex_);
    const auto failed = failures_.find(receipt);
    const bool waits = failed != failures_.end() && failed->second.count >= failures_max &&
                       !is_over(failed->second.from, now);
    if (waits || !admit(questions_, "", now, questions_max)) return wait();
    return {};
}

void Gate::note_failure(const std::string& receipt, Instant now) {
    const std::scoped_lock lock(mutex_);
    admit(failures_, receipt, now, failures_max);
}

}  // namespace credit::tips
