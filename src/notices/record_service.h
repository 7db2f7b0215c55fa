// Recording of service (记录送达): that a notice reached its subject, that it did not, or that the
// subject read it in its account.
//
// The prior notice of a listing and its decision are served by steps of the listing itself, which
// the listing waits for (lists/).
//
// Law: civil-procedure-law-2023 art. 87 — service has its receipt, and the day on it counts

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "notices/notice.h"
#include "notices/service.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::notices {

struct FailedService {
    std::string method;
    Date failed_on{};
    std::string reason;  // what came back, and why
};

// "notices.record_service". Refused: not_your_notice, served_by_its_own_step, served_already, those
// of judge_service.
Result<ledger::Draft> record_service(const access::Occasion& occasion, const Notice& notice,
                                     const Service& service);
// "notices.record_failed_service". Refused: not_your_notice, served_by_its_own_step, those of
// judge_failure.
Result<ledger::Draft> record_failed_service(const access::Occasion& occasion, const Notice& notice,
                                            const FailedService& failed);
// "notices.record_reading", by the subject, once. Refused: read_already.
Result<ledger::Draft> record_reading(const access::Occasion& occasion, const Notice& notice);

// Of the three, and of steps of a listing that carry the same member.
Result<void> apply_service(sql::Session& session, const ledger::Act& act);

// "lists.service_method", "notices.failed_in_future", "notices.failure_without_reason".
Grounds judge_failure(const FailedService& failed, Date day);

// What must be known to judge a service of a paper of that kind about that thing.
Result<ServiceFacts> facts_of(const access::Occasion& occasion, const Notice& notice,
                              Date served_on);

// The step as acts hold it, under "service".
JsonObject to_json(const ServiceStep& step);

}  // namespace credit::notices
