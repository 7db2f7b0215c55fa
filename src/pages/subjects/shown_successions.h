// Mergers and splits on the page of an organisation: who took over whom, on which day, by which
// document, with the way to each; and that no list passes by it.

#pragma once

#include <vector>

#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/subjects/subject_address.h"
#include "publicity/subject_view.h"

namespace credit::pages {

// Nothing where there are none.
void add_successions(Html& out, const Place& place, const SubjectAddress& addresses,
                     const std::vector<publicity::ShownSuccession>& successions);

}  // namespace credit::pages
