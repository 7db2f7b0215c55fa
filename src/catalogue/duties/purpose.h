// Purpose (查询目的) of a look-up, and the legal grounds (查询依据) on which it may be made.
//
// Law: sd-social-credit-regulation-2020 arts. 21, 22 — what information is used for, and when a
//      written authorisation of the subject is needed
//      personal-information-protection-law-2021 arts. 5, 6, 13 — a purpose and a ground for each
//      use

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// How a ground stands: by law alone, or with the subject's consent.
enum class GroundKind { LegalDuty, Consent, OwnRequest };

struct LookupGround {
    std::string id;  // "sd_regulation_22": given as --ground
    std::string zh;
    std::string en;
    GroundKind kind;
    LegalBasis basis;
    Validity validity;
};

struct Purpose {
    std::string id;  // "approval"
    std::string zh;
    std::string en;
    std::vector<std::string> grounds;    // ids of those that allow it
    std::vector<std::string> functions;  // of authorities that may have it; empty: any
    std::vector<std::string> roles;      // that may have it

    bool allows_ground(std::string_view ground) const;
    bool allows_role(std::string_view role) const;
};

class Purposes {
public:
    // law/purposes.toml. InvalidInput: "catalogue.defined_twice", "catalogue.unknown_word",
    // "catalogue.unknown_ground", and the faults of the reader.
    static Result<Purposes> load();

    // Null when there is none of that id.
    const Purpose* find(std::string_view id) const;
    const LookupGround* find_ground(std::string_view id) const;

    // Empty when purpose and ground agree on that day and the role may have the purpose; else
    // "catalogue.unknown_purpose", "catalogue.unknown_ground", "catalogue.ground_not_for_purpose",
    // "catalogue.ground_not_in_force", "catalogue.purpose_not_for_role".
    Grounds refusals(std::string_view purpose, std::string_view ground, std::string_view role,
                     Date day) const;

    std::span<const Purpose> all() const { return purposes_; }
    std::span<const LookupGround> grounds() const { return grounds_; }

private:
    std::vector<Purpose> purposes_;
    std::vector<LookupGround> grounds_;
};

}  // namespace credit::catalogue
