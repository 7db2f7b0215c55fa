#include "pages/html/place.h"

#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "pages/html/html.h"
#include "words/sentence.h"

namespace credit::pages {

std::string Place::say(std::string_view word, const std::vector<std::string>& arguments) const {
    const auto* const sentence = words.find(word);
    if (sentence == nullptr) return std::string(word);
    return words::fill(english() ? sentence->en : sentence->zh, arguments);
}

std::string_view Place::pick(std::string_view chinese, std::string_view in_english) const {
    return english() && !in_english.empty() ? in_english : chinese;
}

std::string Place::date(Date when) const {
    return english() ? calendar::to_text(when) : calendar::to_chinese(when);
}

std::string Place::cite(const law::Citation& citation) const {
    std::string text = english() ? law.english(citation) : law.chinese(citation);
    if (citation.status == law::TextStatus::Verified) return text;
    return text + (english() ? " (" + std::string(law::name_of(citation.status)) + ")"
                             : "（" + std::string(law::chinese_of(citation.status)) + "）");
}

Html chinese(const Place& place, std::string_view text) {
    Html html;
    if (!place.english() || text.empty()) return html << text, html;
    html << R"(<span lang="zh-CN">)"_html << text << "</span>"_html;
    return html;
}

Html either(const Place& place, std::string_view zh, std::string_view en) {
    if (!place.english() || en.empty()) return chinese(place, zh);
    Html html;
    html << en;
    return html;
}

}  // namespace credit::pages
