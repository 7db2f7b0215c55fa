#include "checks/duty_text.h"

#include <string>

#include "catalogue/duties/basis.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/quoted.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"

namespace credit::checks {
namespace {

// An article that was not read in the original says so wherever it is used.
void append_article(std::string& text, const law::Library& law, const catalogue::Basis& basis) {
    const law::Citation& citation = basis.citation;
    text += text.ends_with('[') ? "{" : ",{";
    append_member(text, "instrument", citation.instrument);
    append_member(text, "article", citation.article);
    append_member(text, "zh", law.chinese(citation));
    append_member(text, "en", law.english(citation));
    append_member(text, "article_status", law::name_of(citation.status));
    text += '}';
}

}  // namespace

std::string duty_without_remedy(const law::Library& law, const catalogue::Measure& measure,
                                Date day) {
    std::string text = "{";
    append_member(text, "measure", measure.id);
    append_member(text, "title_zh", measure.title_zh);
    append_member(text, "title_en", measure.title_en);
    append_member(text, "group", catalogue::name_of(measure.group));
    append_member(text, "obligation", catalogue::name_of(measure.obligation));
    append_name(text, "articles");
    text += '[';
    for (const auto& basis : measure.bases_on(day)) append_article(text, law, basis);
    text += ']';
    append_name(text, "implementer");
    text += '[';
    for (const auto& function : measure.implementers) {
        if (!text.ends_with('[')) text += ',';
        append_quoted(text, function);
    }
    text += ']';
    append_member(text, "words_zh", measure.words_zh);
    append_member(text, "words_en", measure.words_en);
    return text;
}

void append_remedy(std::string& text, const Remedy& remedy) {
    append_member(text, "remedy_zh", remedy.zh);
    append_member(text, "remedy", remedy.en);
    text += '}';
}

}  // namespace credit::checks
