// Validity (有效期间): from when until when an entry of the catalogue is in force, and the article
// on which it rests.

#pragma once

#include <optional>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// Both days belong to it. No first day: in force since before the register's data begin.
struct Validity {
    std::optional<Date> from = {};
    std::optional<Date> through = {};

    bool covers(Date day) const { return (!from || *from <= day) && (!through || day <= *through); }
    bool operator==(const Validity&) const = default;
};

// An instrument of law/instruments and the article in it, as people cite it: "39", "48, 85".
struct LegalBasis {
    std::string instrument;
    std::string article = {};

    // "sd-social-credit-regulation-2020 art. 39"
    std::string to_text() const;
    bool operator==(const LegalBasis&) const = default;
};

// The members "from" and "through", both optional. InvalidInput "catalogue.ends_before_it_begins".
Result<Validity> read_validity(const law::TomlTable& table);
// The members "instrument" and, where one is named, "article".
Result<LegalBasis> read_basis(const law::TomlTable& table);

}  // namespace credit::catalogue
