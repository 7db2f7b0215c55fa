// What a look-up showed (查询所见), in words: the kind of record, the list, the measure.
//
// Only what is the subject's own is named: an id that stands under another subject, or that is no
// longer held, is "other" without a name, so that nobody learns of others from his look-ups.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::publicity {

struct ShownThing {
    std::string id;
    std::string kind;  // "record", "listing", "order", "commitment", "consent", "naming", "other"
    std::string zh;
    std::string en;
};

// Of the ids that a look-up record holds, with blanks between; none for "nothing" and for none.
Result<std::vector<ShownThing>> things_shown(sql::Session& session,
                                             const catalogue::Catalogue& catalogue,
                                             std::string_view subject_key, std::string_view ids);

}  // namespace credit::publicity
