// Curiosity (好奇查询): what in the look-ups of one authority on one day calls for a look by its
// auditor.
//
// Pure: facts and thresholds in, findings out; the same facts give the same findings, and more
// look-ups of the day only add to them. Nothing is said of whom was looked at: accounts, cases and
// receipts are named. What an approval system does by itself is no burst; its officers' cases
// count.
//
// Law:     personal-information-protection-law-2021 arts. 6, 51 — no more than the purpose needs;
//          rights of access are set and used rightly
// Reading: decision 0133: thresholds of the register's own, and what a live case is

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lookups/signs/sign.h"

namespace credit::lookups {

// One look-up, as far as the rules need it.
struct Glance {
    std::string lookup_id;
    std::string subject_key;
    Instant at{};
    std::string account;
    std::string case_number;
};

struct Thresholds {
    std::int64_t burst_lookups = 0;
    std::int64_t burst_minutes = 0;
    std::int64_t subjects_of_a_case = 0;

    // In force on that day. NotFound "law.no_parameter".
    static Result<Thresholds> of(const law::Library& law, Date day);
};

using Keys = std::set<std::string, std::less<>>;

struct AuthorityDay {
    std::string authority;
    Date day{};
    std::vector<Glance> glances = {};  // in the order of time
    Keys systems = {};                 // accounts of approval systems
    Keys colleagues = {};              // subject keys of its own staff, where known
    Keys well_known = {};              // subject keys on the register auditor's list
};

struct Finding {
    SignKind kind;
    std::string authority;
    std::string account;
    std::string about;
    Date happened_on{};
    std::string lookups;  // receipts
};

std::vector<Finding> find_signs(const AuthorityDay& facts, const Thresholds& thresholds);

// Look-ups on natural persons by accounts of people whose case stands in nothing that the authority
// has filed by now: one finding for each account. `live`: receipts of those whose case stands. An
// authority none of whose cases of that day stands is not judged: its cases are numbered otherwise.
std::vector<Finding> find_dead_cases(const AuthorityDay& facts, const Keys& live);

}  // namespace credit::lookups
