// Portal (公示门户): what the pages need of the register, besides its desk and its lore.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/data/bulk.h"
#include "pages/figures/figures.h"
#include "pages/reports/report.h"
#include "pages/subjects/subject_address.h"
#include "tips/gate.h"

namespace credit::pages {

// An organisation that a text may mean. It is found, never confirmed, by its name.
struct NameHit {
    identity::SubjectKey subject;
    std::string name;
    std::string why;  // label of words/pages.toml; empty: the name itself
};

using FindByName =
    std::function<Result<std::vector<NameHit>>(std::string_view text, std::size_t limit)>;

struct Portal {
    SubjectAddress addresses;
    FindByName find_by_name;
    bool demonstration = false;
    std::unique_ptr<KeptFigures> figures = std::make_unique<KeptFigures>();
    std::unique_ptr<KeptReports> reports = std::make_unique<KeptReports>();
    std::unique_ptr<KeptBulk> bulk = std::make_unique<KeptBulk>();
    std::unique_ptr<tips::Gate> tip_gate = std::make_unique<tips::Gate>();
};

}  // namespace credit::pages
