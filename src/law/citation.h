// Citation (援引): an article of an instrument, and how it is written in Chinese and English.
//
// An article is "39", with an item "30(6)", several "48, 85", a run "116-118", or whatever else the
// text calls it ("附件"). Documents that are no statutes count items (第20项), not articles.

#pragma once

#include <string>
#include <string_view>

#include "law/instrument.h"

namespace credit::law {

using ArticleStatus = TextStatus;

struct Citation {
    std::string instrument;  // id in law/instruments
    std::string article;     // empty: the instrument as a whole
    ArticleStatus status = ArticleStatus::Unknown;

    bool operator==(const Citation&) const = default;
};

// "<id> art. 39", the article being left out for a whole instrument.
// The status is Unknown: whoever writes the words down does not check the text.
Citation parse_citation(std::string_view text);
std::string to_text(const Citation& citation);

// "第三十条第（六）项"; empty for no article.
std::string article_in_chinese(std::string_view article, Level level);
// "三十九"; up to 9999.
std::string number_in_chinese(int number);

// "《山东省社会信用条例》第三十九条", with the number of documents that are cited by it.
std::string in_chinese(const Instrument& instrument, std::string_view article);
// "Social Credit Regulation of Shandong Province, art. 39".
std::string in_english(const Instrument& instrument, std::string_view article);

}  // namespace credit::law
