#include "notices/content/content.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "ledger/act.h"
#include "notices/content/commitment_content.h"
#include "notices/content/complaint_content.h"
#include "notices/content/consent_content.h"
#include "notices/content/execution_content.h"
#include "notices/content/honour_content.h"
#include "notices/content/listing_content.h"
#include "notices/content/naming_content.h"
#include "notices/content/objection_content.h"
#include "notices/content/repair_content.h"
#include "notices/content/succession_content.h"
#include "notices/content/teller.h"
#include "notices/notice.h"
#include "notices/notice_kind.h"
#include "words/sentence.h"

namespace credit::notices {
namespace {

void say_sender(Teller& teller, const Notice& notice) {
    const auto day = calendar::to_text(day_of(notice.made_at));
    if (notice.authority.empty()) {
        teller.say("notices.line.by_register", {day});
    } else {
        teller.say("notices.line.from", {teller.authority(notice.authority), day});
    }
}

void tell_order(Teller& teller, const JsonObject& body) {
    const auto* const value = body.if_contains("order");
    if (value == nullptr || !value->is_object()) return;
    const auto& order = value->get_object();
    const auto* const measure = teller.sources().catalogue.measures.find(text_in(order, "measure"));
    if (measure != nullptr && !measure->bases.empty()) {
        teller.say_on(measure->bases.front().citation, "notices.line.measure",
                      {teller.choose(measure->words_zh, measure->words_en),
                       teller.choose(measure->title_zh, measure->title_en)});
    }
    teller.say("notices.line.document",
               {text_in(order, "document_number"), text_in(order, "decided_on")});
    teller.say_member("notices.line.from_on", order, "from_on");
    teller.say_member("notices.line.through_on", order, "through_on");
    say_event(teller, order);
    teller.say_member("notices.line.review_on", order, "review_on");
    teller.say_member("notices.line.ended_on", order, "ended_on");
    const auto* const said = body.if_contains("said");
    if (said != nullptr && said->is_object()) {
        teller.say_member("notices.line.ending_document", said->get_object(), "document_number");
        teller.say_member("notices.line.reason", said->get_object(), "reason");
        teller.say_member("notices.line.reason", said->get_object(), "words");
    }
    teller.say_if("notices.line.remedy",
                  teller.choose(text_in(order, "remedy_zh"), text_in(order, "remedy_en")));
}

// decision 0195: with a record or a listing that was taken back as wrong.
void say_fallen_orders(Teller& teller, const JsonObject& body) {
    const auto& consequence = object_in(body, "consequence");
    const auto* const orders = (consequence.empty() ? body : consequence).if_contains("orders");
    if (orders == nullptr || !orders->is_array()) return;
    for (const auto& each : orders->get_array()) {
        const auto& order = object_in(each.get_object(), "order");
        const auto code = text_in(order, "measure");
        const auto* const measure = teller.sources().catalogue.measures.find(code);
        const auto title =
            measure == nullptr ? code : teller.choose(measure->title_zh, measure->title_en);
        teller.say("notices.line.order_fell", {title, text_in(order, "document_number")});
    }
}

// Where the act says who of those that were shown the item is told, and is no secret.
void say_told(Teller& teller, const JsonObject& body) {
    for (const auto* const part :
         {&body, &object_in(body, "said"), &object_in(body, "correction")}) {
        const auto* const codes = part->if_contains("told_openly");
        if (codes == nullptr || !codes->is_array()) continue;
        std::string names;
        for (const auto& code : codes->get_array()) {
            if (!names.empty()) names += "、";
            names += teller.authority(code.get_string());
        }
        teller.say_if("notices.line.told_openly", names);
    }
}

// What an authority answers to "was this look-up allowed?".
void tell_question(Teller& teller, const JsonObject& body) {
    const auto& question = object_in(body, "question");
    teller.say("notices.line.asked",
               {teller.authority(text_in(question, "authority")), text_in(question, "asked_on")});
    teller.say_answer_due(question);
    teller.say_member("notices.line.question_overdue", question, "overdue_on");
    const auto article = text_in(question, "article");
    if (!article.empty()) {
        teller.say_on(law::parse_citation(article), "notices.line.erased_on", {article});
    }
    teller.say_member("notices.line.answer", question, "words");
}

// Which last day moved, from which day to which, and by which notice.
void tell_recount(Teller& teller, const JsonObject& recounted) {
    const auto article = text_in(recounted, "article");
    const auto what = teller.choice("clock", text_in(recounted, "kind"));
    const std::vector<std::string> said{what, text_in(recounted, "from"), text_in(recounted, "to")};
    if (article.empty()) {
        teller.say("notices.line.day_moved", said);
    } else {
        teller.say_on(law::parse_citation(article), "notices.line.day_moved", said);
    }
    teller.say_member("notices.line.calendar_notice", recounted, "notices");
    if (text_in(recounted, "counted") != text_in(recounted, "to")) {
        teller.say_member("notices.line.day_kinder", recounted, "counted");
    }
}

void tell_others(Teller& teller, const Notice& notice, const JsonObject& body) {
    if (notice.word == "notices.account_opened") {
        teller.say_member("notices.line.account", body, "account");
    }
    if (notice.word == "notices.record_withdrawn") {
        teller.say_member("notices.line.ending_document", body, "document_number");
    }
    const auto& corrected_row = object_in(body, "corrected_row");
    teller.say_member("notices.line.ending_document", corrected_row, "document_number");
    if (notice.word == "notices.item_erased" || notice.word == "notices.item_expired") {
        const auto article = text_in(body, "article");
        if (!article.empty())
            teller.say_on(law::parse_citation(article), "notices.line.erased_on", {article});
        teller.say_member("notices.line.ending_document", body, "document_number");
        teller.say_member("notices.line.reason", body, "reasons");
        teller.say_member("notices.line.disclosed_through", body, "disclosed_through");
    }
    if (notice.word == "notices.evidence_added") {
        teller.say_choice("evidence", text_in(body, "about_kind"));
    }
    say_service(teller, body);
    teller.say_member("notices.line.reason", body, "reason");
}

void append_basis(std::string& text, const Line& line) {
    if (line.citation.empty()) return;
    text += "（" + line.citation;
    if (!line.note.empty()) text += "，" + line.note;
    text += "）";
}

// What the act's own body is enough to tell of.
using OfObject = std::pair<std::string_view, void (*)(Teller&, const JsonObject&)>;
constexpr std::array<OfObject, 12> by_object{{{"commitment", tell_commitment},
                                              {"complaint", tell_complaint},
                                              {"consent", tell_consent},
                                              {"corrected", tell_correction},
                                              {"executed", tell_execution},
                                              {"incident", tell_incident},
                                              {"naming", tell_naming},
                                              {"order", tell_order},
                                              {"question", tell_question},
                                              {"review", tell_honour},
                                              {"stay", tell_stay},
                                              {"succession", tell_succession}}};

}  // namespace

Content content_of(const Sources& sources, const Notice& notice, const ledger::Act& act,
                   words::Language language) {
    Teller teller(sources, language);
    Content content;
    say_sender(teller, notice);
    const auto body = parse_object(act.body);
    if (act.body_erased || !body) {
        content.documents.push_back(teller.finish("notices.erased"));
        return content;
    }
    say_fallen_orders(teller, *body);
    say_told(teller, *body);
    const auto& object = kind_of(notice.word).object;
    if (object == "listing") {
        content.documents = tell_listing(teller, notice, act, *body);
        return content;
    }
    const auto* const tells = std::ranges::find(by_object, object, &OfObject::first);
    if (tells != by_object.end()) {
        tells->second(teller, *body);
    } else if (object == "objection") {
        tell_objection(teller, notice, *body);
    } else if (object == "case" || notice.word == "notices.repair_opened") {
        tell_repair(teller, *body);
    } else if (object == "recounted") {
        tell_recount(teller, object_in(*body, object));
    } else {
        tell_others(teller, notice, *body);
    }
    content.documents.push_back(teller.finish(notice.word));
    return content;
}

std::string plain_text(const Sources& sources, const Content& content, words::Language language) {
    const Teller teller(sources, language);
    std::string text;
    for (const auto& document : content.documents) {
        if (!text.empty()) text += "\n----------------------------------------\n\n";
        text += document.title + "\n\n";
        for (const auto& line : document.lines) {
            text += line.text;
            append_basis(text, line);
            text += '\n';
        }
        text += '\n' + teller.words_of("notices.line.next", {document.next}) + '\n';
        if (document.basis.citation.empty()) continue;
        text += teller.words_of("notices.line.article", {document.basis.citation});
        if (!document.basis.note.empty()) text += "（" + document.basis.note + "）";
        text += '\n';
    }
    return text;
}

}  // namespace credit::notices
