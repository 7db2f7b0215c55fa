// Look-ups are sealed, watched and let go while the register is served.

#include "foundation/result.h"
#include "http/metrics.h"
#include "server/house.h"

namespace credit::server {

void House::keep_lookups() {
    keeper_.emplace(lookup_parts(), *clock_);
    context_->readiness.push_back({.name = "lookup_seals", .judge = [this]() -> Grounds {
                                       const auto failure = keeper_->failure();
                                       return failure ? failure->grounds : Grounds{};
                                   }});
    using Type = http::Metrics::Type;
    metrics_->add("xinheng_lookups_sealed", "look-ups sealed by acts", Type::Counter,
                  [this] { return static_cast<double>(keeper_->sealed()); });
    metrics_->add("xinheng_lookup_signs", "signs raised to auditors", Type::Counter,
                  [this] { return static_cast<double>(keeper_->signs()); });
}

}  // namespace credit::server
