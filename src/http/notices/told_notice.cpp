#include "http/notices/told_notice.h"

#include <string>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "notices/channels/outbox.h"
#include "notices/content/content.h"
#include "notices/notice.h"
#include "notices/service_register.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

void add_basis(JsonObject& object, const notices::Line& line) {
    if (line.citation.empty()) return;
    object["article"] = line.citation;
    if (!line.note.empty()) object["article_note"] = line.note;
}

}  // namespace

JsonObject told_notice(const notices::Sources& sources, const notices::Notice& notice) {
    const Ground title{.word = notice.word};
    JsonObject object{
        {"notice", notice.notice_id},
        {"word", notice.word},
        {"title_zh", sources.words.tell(title, words::Language::Chinese).what},
        {"title_en", sources.words.tell(title, words::Language::English).what},
        {"about", notice.about_id},
        {"act", notice.act_id},
        {"made_on", calendar::to_text(day_of(notice.made_at))},
        {"needs_service", notice.needs_proof},
    };
    if (notice.authority.empty()) return object;
    object["authority"] = notice.authority;
    const auto authority = sources.catalogue.authorities.find(notice.authority);
    if (authority) {
        object["authority_zh"] = (*authority)->zh;
        object["authority_en"] = (*authority)->en;
    }
    return object;
}

JsonArray told_steps(const std::vector<notices::ServiceStep>& steps) {
    JsonArray told;
    for (const auto& step : steps) {
        JsonObject object{{"act", step.act_id},
                          {"outcome", step.outcome},
                          {"method", step.method},
                          {"happened_on", calendar::to_text(step.happened_on)}};
        if (step.counts_from) object["counts_from"] = calendar::to_text(*step.counts_from);
        told.push_back(std::move(object));
    }
    return told;
}

JsonArray told_sendings(const std::vector<notices::SendingState>& sendings) {
    JsonArray array;
    for (const auto& sending : sendings) {
        JsonObject object{
            {"channel", sending.channel}, {"state", sending.state}, {"attempts", sending.attempts}};
        if (sending.sent_at) object["sent_at"] = told(*sending.sent_at);
        array.push_back(std::move(object));
    }
    return array;
}

JsonArray told_documents(const notices::Content& content) {
    JsonArray told;
    for (const auto& document : content.documents) {
        JsonArray lines;
        for (const auto& line : document.lines) {
            JsonObject object{{"text", line.text}};
            add_basis(object, line);
            lines.push_back(std::move(object));
        }
        JsonObject object{
            {"title", document.title}, {"lines", std::move(lines)}, {"next", document.next}};
        add_basis(object, document.basis);
        told.push_back(std::move(object));
    }
    return told;
}

}  // namespace credit::http
