// Teller (写通知的笔): puts the sentences of a notice together in one language.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "notices/content/content.h"
#include "words/sentence.h"

namespace credit::notices {

class Teller {
public:
    Teller(const Sources& sources, words::Language language)
        : sources_(sources), language_(language) {}

    const Sources& sources() const { return sources_; }

    // A further line, with the article of its sentence.
    void say(std::string_view word, std::vector<std::string> arguments = {});
    // The same, on an article that is not the sentence's own.
    void say_on(const law::Citation& citation, std::string_view word,
                std::vector<std::string> arguments);
    // The same where the text is not empty, and only then.
    void say_if(std::string_view word, std::string text);
    // The same where the object has that member as text.
    void say_member(std::string_view word, const JsonObject& object, std::string_view member);

    // By when the answer is due, marked where that day is provisional.
    void say_answer_due(const JsonObject& object);

    // The line "notices.line.<choice>.<chosen>", where there is one.
    void say_choice(std::string_view choice, std::string_view chosen);

    // The document so far, under the title and the next step of that word; begins another.
    Document finish(std::string_view word);

    // Parts of lines.
    std::string words_of(std::string_view word, std::vector<std::string> arguments = {}) const;
    // Of "notices.line.<choice>.<chosen>"; what was chosen where there is none.
    std::string choice(std::string_view choice, std::string_view chosen) const;
    std::string choose(const std::string& zh, const std::string& en) const;
    std::string authority(std::string_view code) const;
    std::string length(const calendar::Period& period) const;
    Line basis(const law::Citation& citation) const;

private:
    const Sources& sources_;
    words::Language language_;
    Document document_;
};

// The member's text; empty when absent or not text.
std::string text_in(const JsonObject& object, std::string_view member);

// The member's object; an empty one when absent or no object.
const JsonObject& object_in(const JsonObject& object, std::string_view member);

}  // namespace credit::notices
