// Matter (办理事项): an objection, a repair case or a listing, seen as what somebody handles and
// what files are given for.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — who answers an objection verifies it
//          guobanfa-2025-22 — who found it repairs it
// Reading: decision 0178: who gives files for a matter, and who reads them

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/offices/authority.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

struct Matter {
    enum class Kind : std::uint8_t { Objection, Repair, Listing };
    Kind kind = Kind::Objection;
    std::string id;
};

std::string_view name_of(Matter::Kind kind);  // "objection", "repair", "listing"

struct FoundMatter {
    std::string subject_key;
    std::string authority;     // that answers, decides or determines
    std::string brought_by;    // the authority at whose window it was filed; or empty
    bool at_register = false;  // an objection that the register itself examines
    bool open = false;         // something is still to be done in it
};

// NotFound as the folder of its kind says.
Result<FoundMatter> find_matter(sql::Session& session, const Matter& matter);

// Whether the caller answers, decides or determines it: that authority, or who took over its work;
// a credit office while the register examines.
bool handles(const access::Principal& caller, const FoundMatter& matter,
             const catalogue::Authorities& authorities);

// The file of that matter, given by its subject or by who handles or brought it. Refused
// "files.matter_closed"; NotFound "files.no_such_matter" for all others.
Result<void> may_give(const access::Principal& caller, const FoundMatter& matter,
                      const catalogue::Authorities& authorities);
Result<ledger::Draft> give_evidence(const access::Occasion& occasion, const Matter& matter,
                                    files::Evidence sealed);

}  // namespace credit::desk
