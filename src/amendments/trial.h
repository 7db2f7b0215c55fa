// Trial (试算): the catalogue without an amendment and with it, and what of a listing differs on
// the day on which it takes force.
//
// One comparison serves the dry run and the day itself, so that both come to the same rows. What
// follows is a matter of the standard, of what kind the subject is, and of who decided: it is found
// once for each of these, and only looked up for a listing.
//
// Law: luzhengfa-2017-44 items 16, 18 — who carries out which measures of the catalogue

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "amendments/judge_amendment.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "sql/session.h"

namespace credit::amendments {

// What makes two listings alike to an amendment.
struct Likeness {
    std::string standard;
    std::string category;   // of the subject
    std::string authority;  // that decided
    bool adopted = false;   // decided elsewhere: its action was started there

    auto operator<=>(const Likeness&) const = default;
};

// A measure that follows at a matter, or that an authority carries out: no longer, or from now on.
struct Change {
    std::string at;  // id of the matter, code of the authority
    std::string measure;
    bool begins = false;

    auto operator<=>(const Change&) const = default;
};

struct Difference {
    bool ends = false;  // the standard is switched off: the listing ends
    std::vector<Change> duties = {};
    std::vector<Change> tasks = {};
    std::string id = {};  // digest of all that

    bool any() const { return ends || !duties.empty() || !tasks.empty(); }
};

struct Proposed {
    std::string id;
    JsonObject content;
};

class Trial {
public:
    // On top of all other binding amendments. InvalidInput of read_content; the errors of the
    // store.
    static Result<Trial> of(sql::Session& session, const catalogue::Catalogue& catalogue,
                            const law::Library& law, const Proposed& proposed);

    Judging judging() const {
        return {.before = *before_, .after = *after_, .amendment = amendment_};
    }
    Date day() const { return amendment_.from; }
    const std::string& id() const { return id_; }
    const catalogue::Catalogue& after() const { return *after_; }

    // Standards under which a listing may be touched, by id.
    std::vector<std::string> standards() const;
    const Difference& difference(const Likeness& likeness);
    // All that were asked for and differ.
    const std::map<Likeness, Difference>& differences() const { return differences_; }

private:
    Trial() = default;
    Difference compare(const Likeness& likeness) const;

    std::string id_;
    catalogue::Amendment amendment_;
    std::shared_ptr<const catalogue::Catalogue> before_;
    std::shared_ptr<const catalogue::Catalogue> after_;
    std::map<Likeness, Difference> differences_;
};

// The line of one listing: { listing, standard, category, decided_by, adopted, ends, effect }.
JsonObject row_of(const Likeness& likeness, std::string_view listing_id,
                  const Difference& difference);
// What a line's effect stands for: { effect, standard, category, decided_by, adopted, ends, duties,
// tasks }.
JsonObject effect_of(const Likeness& likeness, const Difference& difference);

}  // namespace credit::amendments
