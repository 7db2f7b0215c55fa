// What an act is decided upon: the store inside its transaction, the law and the catalogue in
// force, who asks, and the day. A domain's act takes an Occasion and answers with a Draft.

#pragma once

#include <string>

#include "access/principal.h"
#include "foundation/clock.h"

namespace credit::sql {
class Session;
}
namespace credit::law {
class Library;
}
namespace credit::catalogue {
struct Catalogue;
}

namespace credit::access {

struct Occasion {
    sql::Session& session;
    const law::Library& law;
    const catalogue::Catalogue& catalogue;
    const Principal& principal;
    Instant received_at;
    Date day;            // of received_at in China time: the day on which rules are applied
    std::string act_id;  // already allotted, so that what the act creates can be named by it
};

}  // namespace credit::access
