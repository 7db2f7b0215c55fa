// Forbidden matter (禁止归集): what may not be collected, and therefore cannot even be defined.
//
// The words stand in law/forbidden.toml, each with its article. A Chinese word is found anywhere in
// a name, an English one as a whole word; spaces, width and case do not matter.
//
// Law: sd-social-credit-regulation-2020 art. 42 — religion, genes, fingerprints, blood type,
//      disease and medical history are never collected; income, deposits and the like not without
//      a lawful ground
// Law: personal-information-protection-law-2021 art. 28 — sensitive personal information

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/validity.h"
#include "foundation/result.h"

namespace credit::catalogue {

enum class ForbiddenWhere {
    Column,        // no column of any kind
    PersonColumn,  // no column of a kind that admits natural persons
    Name,          // no kind, list standard, ground or measure may rest on it
};

struct ForbiddenMatter {
    std::string id;  // "blood_type"
    ForbiddenWhere where;
    std::vector<std::string> words;
    std::string zh;  // what it is: "血型"
    std::string en;
    LegalBasis basis;
};

// Records that rest on this law are closed by default: sealed (封存).
struct SealedBasis {
    std::string id;
    std::vector<std::string> words;  // found in the text of the basis
    LegalBasis basis;
    Validity validity;
};

class Forbidden {
public:
    static Result<Forbidden> load();
    // From the text of such a file: for tests. The faults of the reader.
    static Result<Forbidden> read(const law::TomlTable& table);

    // The matter that a column's header or code names; null when it names none.
    const ForbiddenMatter* find_in_column(std::string_view header, bool admits_persons) const;
    // The matter on which a kind, a standard, a ground or a measure of this name would rest.
    const ForbiddenMatter* find_in_name(std::string_view name) const;
    // The rule that seals a record whose basis reads so, for whoever asks on that day; null when
    // none does.
    const SealedBasis* find_sealed(std::string_view basis, Date day) const;

    std::span<const ForbiddenMatter> matters() const { return matters_; }
    std::span<const SealedBasis> sealed() const { return sealed_; }

private:
    std::vector<ForbiddenMatter> matters_;
    std::vector<SealedBasis> sealed_;
};

}  // namespace credit::catalogue
