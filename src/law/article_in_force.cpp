#include "law/article_in_force.h"

#include <string_view>

#include "foundation/clock.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"

namespace credit::law {

bool is_article_in_force(const Library& law, std::string_view cited, Date day) {
    const auto citation = parse_citation(cited);
    const auto* const instrument = law.instrument(citation.instrument);
    return !citation.article.empty() && instrument != nullptr && instrument->in_force(day);
}

}  // namespace credit::law
