// Basis (依据) of a list standard or measure, and whether it is enough for the row to take force.
//
// A row whose basis is not enough is kept as history, switched off, with its gaps. Nothing can
// switch it on but a better basis in law/.
//
// Law:     guobanfa-2020-49 — restraint rests on a law, an administrative regulation or a central
//          policy document; lists also on departmental rules, local lists on local regulations
// Reading: decision 0101: group A needs law, administrative regulation or central policy; group B a
//          regulation or rule; an incentive anything but a memorandum alone
// Reading: decision 0102: an adverse row that rests only on articles of unknown text does not take
//          force

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// One article, with what the library says of its instrument, so that judging it needs no library.
struct Basis {
    law::Citation citation;
    law::Level level = law::Level::Normative;
    Validity validity = {};   // of the instrument
    bool dated = true;        // the instrument's first day is established
    bool here = true;         // it applies in Shandong
    bool memorandum = false;  // of several authorities: coordinates, but founds nothing
};

// What the row wants of its basis.
enum class Demand {
    National,   // group A: law, administrative regulation, central policy
    Standard,   // list of seriously dishonest subjects: these, departmental rule, interpretation
    LocalList,  // a list that applies in the province only: these, or a local regulation
    OwnPower,   // group B and record only: these, or a local regulation
    Public,     // group C, incentives, red lists: any document but a memorandum alone
};

// Why a row does not take force on a day, in the order in which it is asked.
enum class Gap {
    BasisMissing,         // names no article
    MemorandumOnly,       // rests on memoranda alone
    LocalRegulationOnly,  // group A on a local regulation alone
    BasisLevel,           // otherwise below the level its group demands
    BasisUnknown,         // only articles whose text, or texts whose first day, is unknown
    Superseded,           // rests on a text no longer in force on that day
    NotYetInForce,        // its text, or the row itself, begins later
    Ended,                // the row's own last day is past
    OutsideDomains,       // conduct that is not on the closed list
    ElementMissing,       // a list standard without an element the law demands
};

// "local_regulation_only"
std::string_view name_of(Gap gap);
// The sentence of words/ for it: "catalogue.gap_local_regulation_only".
std::string word_of(Gap gap);

// The gaps of the basis alone.
std::vector<Gap> gaps_of_basis(const std::vector<Basis>& bases, Demand demand, Date day);
// The gaps of the row's own first and last day.
std::vector<Gap> gaps_of_validity(const Validity& validity, Date day);

// An article of the library. InvalidInput "law.unknown_instrument".
Result<Basis> basis_of(law::Citation citation, const law::Library& library);
// The member "basis": [{ instrument, article, status }]. InvalidInput "law.unknown_instrument" for
// one that law/instruments does not hold, "law.unknown_value" for a status.
Result<std::vector<Basis>> read_bases(const law::TomlTable& table, const law::Library& library);

}  // namespace credit::catalogue
