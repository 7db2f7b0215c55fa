// Subject page (主体页): what is public about an organisation today.
//
// What is in force stands on top and in words: "on no list" is not "good", and is not said as if it
// were. What is over is not public any more, and the page says so instead of being silent.
//
// Law: sd-social-credit-regulation-2020 art. 20 — organisations' information is public, a natural
//      person's is not: there is no page of one

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/html/place.h"
#include "pages/subjects/subject_address.h"
#include "publicity/subject_view.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::pages {

struct SubjectPage {
    subjects::Subject subject;
    std::vector<subjects::Name> names;  // current and former
    publicity::SubjectView view;        // as the public sees it
};

// NotFound "pages.no_such_subject" for a person, for whom the register does not know, and for whom
// nothing may be shown: the three are one answer.
Result<SubjectPage> read_subject(sql::Session& session, const Place& place,
                                 const identity::SubjectKey& key);

std::string show_subject(const Place& place, const SubjectAddress& addresses,
                         const SubjectPage& page);

}  // namespace credit::pages
