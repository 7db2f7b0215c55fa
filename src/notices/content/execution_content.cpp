#include "notices/content/execution_content.h"

#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "foundation/json.h"
#include "law/citation.h"
#include "notices/content/teller.h"

namespace credit::notices {
namespace {

void say_measure(Teller& teller, const JsonObject& duty) {
    const auto* const measure = teller.sources().catalogue.measures.find(text_in(duty, "measure"));
    if (measure == nullptr || measure->bases.empty()) return;
    teller.say_on(measure->bases.front().citation, "notices.line.measure",
                  {teller.choose(measure->words_zh, measure->words_en),
                   teller.choose(measure->title_zh, measure->title_en)});
}

// What was done, or that nothing was, and on which decision.
void say_outcome(Teller& teller, const JsonObject& duty, const JsonObject& outcome) {
    const auto done_on = text_in(outcome, "done_on");
    if (done_on.empty()) {
        teller.say("notices.line.not_executed");
    } else {
        teller.say("notices.line.executed", {done_on, text_in(outcome, "document_number")});
    }
    teller.say("notices.line.rests_on",
               {teller.authority(text_in(duty, "decided_by")), text_in(duty, "item")});
    teller.say_member("notices.line.office", outcome, "office");
}

std::vector<const JsonObject*> duties_in(const JsonObject& told) {
    std::vector<const JsonObject*> all;
    const auto* const duties = told.if_contains("duties");
    if (duties == nullptr || !duties->is_array()) return all;
    for (const auto& each : duties->get_array()) {
        if (each.is_object()) all.push_back(&each.get_object());
    }
    return all;
}

}  // namespace

void tell_execution(Teller& teller, const JsonObject& body) {
    for (const auto* duty : duties_in(object_in(body, "executed"))) {
        say_measure(teller, *duty);
        say_outcome(teller, *duty, object_in(*duty, "outcome"));
    }
}

void tell_correction(Teller& teller, const JsonObject& body) {
    for (const auto* duty : duties_in(object_in(body, "corrected"))) {
        const auto* const corrections = duty->if_contains("corrections");
        if (corrections == nullptr || !corrections->is_array()) continue;
        const auto& all = corrections->get_array();
        if (all.empty() || !all.back().is_object()) continue;
        const auto& outcome = all.back().get_object();
        say_measure(teller, *duty);
        say_outcome(teller, *duty, outcome);
        teller.say_member("notices.line.reason", outcome, "corrects");
    }
}

void tell_stay(Teller& teller, const JsonObject& body) {
    const auto& stay = object_in(body, "stay");
    say_measure(teller, stay);
    teller.say_member("notices.line.stayed_item", stay, "item");
    teller.say_member("notices.line.stayed_through", stay, "through_on");
    const auto article = text_in(stay, "article");
    teller.say_on(law::parse_citation(article), "notices.line.stayed_on",
                  {article, text_in(stay, "document_number")});
    teller.say_member("notices.line.ending_document", body, "document_number");
    teller.say_member("notices.line.reason", body, "reasons");
}

}  // namespace credit::notices
