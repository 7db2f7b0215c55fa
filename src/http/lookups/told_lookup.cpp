#include "http/lookups/told_lookup.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "http/access/told.h"
#include "http/context.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "lookups/lookup.h"
#include "lookups/lookup_register.h"
#include "lookups/questions/question.h"
#include "lookups/shown.h"
#include "lookups/subject_view.h"
#include "lookups/withholding/withholding.h"
#include "publicity/leak_detector.h"
#include "publicity/shown_thing.h"
#include "words/catalogue.h"

namespace credit::http {
namespace {

JsonObject told_ground(const Context& context, const std::string& id) {
    JsonObject object{{"id", id}};
    const auto* const ground = context.desk.catalogue().purposes.find_ground(id);
    if (ground == nullptr) return object;
    object["zh"] = ground->zh;
    object["en"] = ground->en;
    object["article"] = told_article(context, ground->basis.to_text());
    return object;
}

template <typename Row>
JsonObject named(const std::string& id, const Row* row) {
    JsonObject object{{"id", id}};
    if (row == nullptr) return object;
    object["zh"] = row->zh;
    object["en"] = row->en;
    return object;
}

// It is no thing that was shown, but what the bank was allowed to look by.
constexpr std::string_view consent_kind = "consent";

JsonArray told_things(const Context& context, const std::vector<publicity::ShownThing>& things) {
    JsonArray all;
    for (const auto& thing : things) {
        if (thing.kind == consent_kind) continue;
        auto object = thing.kind == "other" ? told_word(context, "lookups.shown_other")
                                            : JsonObject{{"zh", thing.zh}, {"en", thing.en}};
        object["kind"] = thing.kind;
        if (!thing.id.empty()) object["id"] = thing.id;
        all.push_back(std::move(object));
    }
    return all;
}

std::string_view state_of(const lookups::Question& question) {
    if (question.answered_on) return "answered";
    return question.overdue_on ? "overdue" : "open";
}

void set(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

}  // namespace

JsonObject told_authority(const Context& context, std::string_view code) {
    JsonObject object{{"code", code}};
    const auto authority = context.desk.catalogue().authorities.find(code);
    if (!authority) return object;
    object["zh"] = (*authority)->zh;
    object["en"] = (*authority)->en;
    return object;
}

JsonObject told_word(const Context& context, const std::string& word) {
    JsonObject object{{"word", word}};
    const auto* const sentence = context.words.find(word);
    if (sentence == nullptr) return object;
    object["zh"] = sentence->zh;
    object["en"] = sentence->en;
    return object;
}

JsonObject told_article(const Context& context, std::string_view article) {
    const auto citation = law::parse_citation(article);
    const auto& library = context.desk.law();
    const auto* const instrument = library.instrument(citation.instrument);
    const auto status = instrument == nullptr ? law::TextStatus::Unknown : instrument->text_status;
    return {{"citation", article},
            {"zh", library.chinese(citation)},
            {"en", library.english(citation)},
            {"status", law::name_of(status)},
            {"status_zh", law::chinese_of(status)}};
}

void tell_reason(JsonObject& object, const Context& context, const lookups::Reason& reason,
                 Date today) {
    const auto& catalogue = context.desk.catalogue();
    object["purpose"] = named(reason.purpose, catalogue.purposes.find(reason.purpose));
    if (!reason.matter.empty()) {
        object["matter"] = named(reason.matter, catalogue.matters.find(reason.matter));
    }
    object["ground"] = told_ground(context, reason.ground);
    const bool masked = publicity::tells_resident_number(reason.case_number, today);
    object["case"] = masked ? "***" : std::string_view(reason.case_number);
}

JsonObject told(const Context& context, const lookups::SeenLookup& seen,
                const std::vector<publicity::ShownThing>& shown, Date today) {
    const auto& lookup = seen.kept.lookup;
    JsonObject object{{"receipt", lookup.id},
                      {"at", told(lookup.looked_at)},
                      {"kind", seen.kept.batch ? "screening" : "lookup"},
                      {"authority", told_authority(context, lookup.authority)}};
    tell_reason(object, context, lookup.reason, today);
    if (seen.kept.batch) {
        object["shown_word"] = told_word(context, "lookups.shown_screening");
    } else {
        auto things = told_things(context, shown);
        if (things.empty()) object["shown_word"] = told_word(context, "lookups.shown_nothing");
        object["shown"] = std::move(things);
        const auto consent = std::ranges::find(shown, consent_kind, &publicity::ShownThing::kind);
        if (consent != shown.end()) object["consent"] = consent->id;
    }
    if (seen.was_withheld) object["was_withheld"] = told(context, *seen.was_withheld, today);
    if (seen.question) {
        object["question"] = JsonObject{{"question", seen.question->question_id},
                                        {"state", state_of(*seen.question)}};
    }
    return object;
}

JsonObject told_to_auditor(const Context& context, const lookups::KeptLookup& kept, Date today) {
    const auto& lookup = kept.lookup;
    JsonObject object{{"receipt", lookup.id},
                      {"at", told(lookup.looked_at)},
                      {"kind", kept.batch ? "screening" : "lookup"},
                      {"account", lookup.account},
                      {"officer", publicity::tells_resident_number(lookup.reason.officer, today)
                                      ? std::string_view("***")
                                      : std::string_view(lookup.reason.officer)}};
    tell_reason(object, context, lookup.reason, today);
    if (!kept.batch) {
        object["subject"] =
            told_mark(context.desk.keys().hmac, lookup.authority, lookup.subject_key);
        object["nothing_shown"] = lookup.shown == lookups::nothing_shown;
    }
    return object;
}

JsonObject told(const Context& context, const lookups::Question& question, Told to, Date today) {
    JsonObject object{{"question", question.question_id},
                      {"receipt", question.lookup_id},
                      {"looked_at", told(question.looked_at)},
                      {"authority", told_authority(context, question.authority)},
                      {"state", state_of(question)},
                      {"asked_on", calendar::to_text(question.asked_on)},
                      {"due_on", calendar::to_text(question.due_on)},
                      {"provisional", question.provisional}};
    tell_reason(object, context,
                {.matter = question.matter,
                 .purpose = question.purpose,
                 .ground = question.ground,
                 .case_number = question.case_number,
                 .officer = {}},
                today);
    set(object, "overdue_on", question.overdue_on);
    if (!question.answered_on) return object;
    JsonObject answer{{"answered_on", calendar::to_text(*question.answered_on)},
                      {"allowed", question.allowed == true},
                      {"words", question.words.value_or("")}};
    if (question.article) answer["article"] = told_article(context, *question.article);
    if (question.answer_case) answer["case"] = *question.answer_case;
    if (question.consequence) {
        answer["consequence"] = told_word(context, "lookups.consequence." + *question.consequence);
    }
    if (to == Told::Subject) answer["remedy"] = told_word(context, "lookups.answer_remedy");
    object["answer"] = std::move(answer);
    return object;
}

JsonObject told(const Context& context, const lookups::Withholding& withholding, Date today) {
    JsonObject object{
        {"withholding", withholding.withholding_id},
        {"basis",
         named(withholding.basis, context.desk.catalogue().withholding.find(withholding.basis))},
        {"article", told_article(context, withholding.article)},
        {"from_on", calendar::to_text(withholding.from_on)},
        {"through_on", calendar::to_text(withholding.through_on)},
        {"stands", withholding.stands(today)}};
    set(object, "ended_on", withholding.ended_on);
    return object;
}

JsonObject told_mark(const crypto::Key& key, std::string_view authority,
                     std::string_view subject_key) {
    constexpr std::size_t characters = 10;
    const std::string named =
        "lookup-audit " + std::string(authority) + " " + std::string(subject_key);
    const auto digest = crypto::hmac_sha256(key, bytes_of(std::string_view(named)));
    return {{"category", subject_key.starts_with('P') ? "natural_person" : "organisation"},
            {"mark", to_base32(digest).substr(0, characters)}};
}

}  // namespace credit::http
