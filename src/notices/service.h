// Service (送达): by which way a notice reached its subject, from which day that counts, and when
// it does not.
//
// Law:     civil-procedure-law-2023 art. 88 — a paper is handed over, and acknowledged
//          civil-procedure-law-2023 art. 90 — electronically only with consent; served when it
//          reaches the system of the one it is for
//          civil-procedure-law-2023 art. 95 — announcement only where no other way is left, and
//          served when its period has passed
//          administrative-penalty-law-2021 art. 61 — with consent and a signed confirmation also by
//          telefax and electronic mail
// Reading: decision 0150: which rules of service apply to notices of the register, and how the days
//          of an announcement are counted

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::notices {

// By "direct", "mail", "electronic", "announcement", "left".
struct Service {
    Date served_on{};  // of an announcement: the day on which it was published
    std::string method;
    std::string proof;        // reference of the paper or receipt that proves it
    std::string reason = {};  // of an announcement: why no other way was left
};

struct ServiceFacts {
    Date day{};                               // on which it is recorded
    std::optional<Date> in_account_since;     // when the notice entered the subject's account
    bool consents = false;                    // to electronic service, on the day of service
    std::vector<std::string> failed_methods;  // recorded as failed for this paper
};

// Every ground against it, in this order: "lists.service_method", "lists.service_proof_missing",
// "lists.served_in_future", "notices.electronic_without_consent", "notices.not_yet_in_account",
// "notices.announcement_without_reason", "notices.announcement_running" (its last day),
// "notices.failed_by_this_method".
Result<Grounds> judge_service(const Service& service, const ServiceFacts& facts,
                              const law::Library& law);

// From which day it counts as served. The errors of law::Library.
Result<Date> counts_from(const Service& service, const law::Library& law);

bool is_method(std::string_view method);

}  // namespace credit::notices
