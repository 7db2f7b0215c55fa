// What the counter must be told, and what a reader may see, by the articles.
//
// Law: luzhengfa-2017-44 item 20 — on hold no joint measure is executed, and nothing is public
//      sd-social-credit-regulation-2020 art. 20 — a natural person is not public unless the State
//      provides
//      personal-information-protection-law-2021 art. 24 — on a person an officer decides

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/duties/matter.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"

namespace credit::simulation {

struct ToldEffect {
    std::string id;
    bool on_hold = false;
    Date from{};
    std::optional<Date> through;
    std::string ends_when;
    std::vector<std::string> duties;
    bool operator==(const ToldEffect&) const = default;
};

struct ToldAtCounter {
    std::string standing;  // confirmed, identity_not_confirmed, unknown
    std::vector<ToldEffect> in_force;
    std::vector<ToldEffect> incentives;
    bool nothing_found = false;
    bool provisional = false;
    bool officer_decides = false;
    bool operator==(const ToldAtCounter&) const = default;
};

// One line each, for people.
std::string text_of(const ToldAtCounter& told);

// About whom is asked.
struct AskedAbout {
    std::size_t subject = 0;  // among the cards
    std::string name;         // as it was given
};

ToldAtCounter at_counter(const PlainLaw& law, const Cards& cards, const AskedAbout& about,
                         const catalogue::Matter& matter, Date day);

// Five years from the conduct, under the version of the decision or of today, whichever is less.
Date disclosed_through(const PlainLaw& law, const RecordCard& record, Date day);

enum class Reader { Public, Authority };

struct Seen {
    std::string standing;  // shown, identity_not_confirmed, nothing
    bool listed_today = false;
    std::vector<std::string> listings;  // ids, on hold marked
    std::vector<std::string> records;   // document numbers of permits and penalties
    std::vector<std::string> orders;    // ids
    bool operator==(const Seen&) const = default;
};

std::string text_of(const Seen& seen);

Seen seen_by(Reader reader, const PlainLaw& law, const Cards& cards, const AskedAbout& about,
             Date day);

}  // namespace credit::simulation
