// Eligibility (容缺受理、绿色通道的资格): whether an easier way of approval is open to an
// organisation on a day, and on which fact it rests.
//
// A yes or a no, and never a number: a model of integrity (a red list or an honour in force), or
// three years without an adverse record. Who is on a black list, or broke a promise in those years,
// is neither. The officer still decides; nothing follows from a no but that this way is not open.
// About a natural person it is not asked: only what is in force about the person is told.
//
// Law:     luzhengfa-2017-44 item 7 — models of integrity, and who had three years without an
//          adverse record
//          personal-information-protection-law-2021 art. 24 — no decision on a person by machine
// Reading: decision 0201: what counts as adverse, from which day, and what does not count

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "sql/session.h"

namespace credit::commitments {

enum class Ground : std::uint8_t {
    Model,             // 诚信典型: on a red list in force
    Honour,            // 荣誉: in force
    CleanYears,        // 连续三年无不良信用记录
    Listed,            // 列入严重失信主体名单: no
    AdverseRecord,     // 三年内有不良信用记录: no
    BrokenCommitment,  // 三年内未履行承诺: no
};

std::string_view name_of(Ground ground);

struct Eligibility {
    Ground ground = Ground::CleanYears;
    std::string item = {};      // the listing or record of a model or an honour
    std::string standard = {};  // of that listing
    Date since{};               // the first day of the years that were looked at

    bool eligible() const { return ground <= Ground::CleanYears; }
};

// The measures that are open to who is eligible: green channel and papers to follow.
inline constexpr std::string_view green_channel = "I01";
inline constexpr std::string_view papers_to_follow = "I02";
bool offers(const catalogue::Matter& matter, std::string_view incentive);

struct EligibilityQuestion {
    std::string_view subject_key;
    Date day{};
    std::vector<std::string> held = {};  // what is objected to: it does not count meanwhile
};

// Of an organisation or individual business. NotFound "law.no_parameter" on a day before there were
// such years; the errors of the session.
Result<Eligibility> eligibility_of(sql::Session& session, const catalogue::Catalogue& catalogue,
                                   const law::Library& law, const EligibilityQuestion& question);

// The first day of so many years that end on that day: what was decided on it or later counts.
Date first_day_of_years(Date day, int years);

// Of a natural person too: the red list in force it is on, or empty. The errors of the session.
Result<std::string> red_list_of(sql::Session& session, std::string_view subject_key, Date day);

}  // namespace credit::commitments
