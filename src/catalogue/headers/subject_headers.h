// Columns of a list of subjects (核查名单): by which headers its identifiers and names are known.
//
// The headers stand in names/headers.toml. Width, case, spaces and what stands in brackets do not
// matter.

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace credit::catalogue {

struct SubjectColumns {
    // Never empty, the surest first: of a row that fills several, the first counts.
    std::vector<std::size_t> identifiers;
    std::optional<std::size_t> name;
};

class SubjectHeaders {
public:
    // Those of the program, read once.
    static const SubjectHeaders& known();

    // None when no cell is the header of an identifier.
    std::optional<SubjectColumns> find(std::span<const std::string> cells) const;
    // Those of identifiers, as a person is told of them.
    const std::string& told() const { return told_; }

private:
    static Result<SubjectHeaders> load();

    using Ranks = std::map<std::string, std::size_t, std::less<>>;
    Ranks identifiers_;
    Ranks names_;
    std::string told_;
};

}  // namespace credit::catalogue
