#include "notices/content/teller.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/period.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "notices/content/content.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::notices {
namespace {

std::string_view unit_word(calendar::Unit unit) {
    switch (unit) {
        case calendar::Unit::Years:
            return "notices.line.years";
        case calendar::Unit::Months:
            return "notices.line.months";
        case calendar::Unit::Days:
            return "notices.line.days";
        case calendar::Unit::WorkingDays:
            return "notices.line.working_days";
    }
    std::unreachable();
}

std::string word_of(std::string_view choice, std::string_view chosen) {
    std::string word("notices.line.");
    return word.append(choice).append(".").append(chosen);
}

}  // namespace

void Teller::say(std::string_view word, std::vector<std::string> arguments) {
    auto told = sources_.words.tell({.word = std::string(word), .arguments = std::move(arguments)},
                                    language_);
    document_.lines.push_back({.text = std::move(told.what),
                               .citation = std::move(told.citation),
                               .note = std::move(told.citation_note)});
}

void Teller::say_on(const law::Citation& citation, std::string_view word,
                    std::vector<std::string> arguments) {
    Line line = basis(citation);
    line.text = words_of(word, std::move(arguments));
    document_.lines.push_back(std::move(line));
}

void Teller::say_if(std::string_view word, std::string text) {
    if (!text.empty()) say(word, {std::move(text)});
}

void Teller::say_member(std::string_view word, const JsonObject& object, std::string_view member) {
    say_if(word, text_in(object, member));
}

void Teller::say_answer_due(const JsonObject& object) {
    if (!object.contains("due_on")) return;
    say_member("notices.line.answer_due", object, "due_on");
    const auto* const provisional = object.if_contains("provisional");
    if (provisional != nullptr && provisional->is_bool() && provisional->get_bool()) {
        say("notices.line.answer_due_provisional");
    }
}

void Teller::say_choice(std::string_view choice, std::string_view chosen) {
    const auto word = word_of(choice, chosen);
    if (sources_.words.find(word) != nullptr) say(word);
}

std::string Teller::choice(std::string_view choice, std::string_view chosen) const {
    const auto word = word_of(choice, chosen);
    return sources_.words.find(word) == nullptr ? std::string(chosen) : words_of(word);
}

Document Teller::finish(std::string_view word) {
    auto told = sources_.words.tell({.word = std::string(word)}, language_);
    Document done = std::exchange(document_, {});
    done.title = std::move(told.what);
    done.next = std::move(told.next);
    done.basis = {
        .text = {}, .citation = std::move(told.citation), .note = std::move(told.citation_note)};
    return done;
}

std::string Teller::words_of(std::string_view word, std::vector<std::string> arguments) const {
    return sources_.words
        .tell({.word = std::string(word), .arguments = std::move(arguments)}, language_)
        .what;
}

std::string Teller::choose(const std::string& zh, const std::string& en) const {
    return language_ == words::Language::Chinese ? zh : en;
}

std::string Teller::authority(std::string_view code) const {
    const auto found = sources_.catalogue.authorities.find(code);
    return found ? choose((*found)->zh, (*found)->en) : std::string(code);
}

std::string Teller::length(const calendar::Period& period) const {
    return words_of(unit_word(period.unit), {std::to_string(period.amount)});
}

Line Teller::basis(const law::Citation& citation) const {
    Line line{.text = {},
              .citation = choose(sources_.law.chinese(citation), sources_.law.english(citation))};
    if (citation.status != law::TextStatus::Verified) {
        line.note = choose(std::string(law::chinese_of(citation.status)),
                           std::string(law::name_of(citation.status)));
    }
    return line;
}

std::string text_in(const JsonObject& object, std::string_view member) {
    const auto* const value = object.if_contains(member);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

const JsonObject& object_in(const JsonObject& object, std::string_view member) {
    static const JsonObject empty;
    const auto* const value = object.if_contains(member);
    return value != nullptr && value->is_object() ? value->get_object() : empty;
}

}  // namespace credit::notices
