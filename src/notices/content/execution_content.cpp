#include "notices/content/execution_content.h"

#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "foundation/json.h"
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

}  // namespace

void tell_execution(Teller& teller, const JsonObject& body) {
    const auto* const duties = object_in(body, "executed").if_contains("duties");
    if (duties == nullptr || !duties->is_array()) return;
    for (const auto& each : duties->get_array()) {
        if (!each.is_object()) continue;
        const auto& duty = each.get_object();
        const auto& outcome = object_in(duty, "outcome");
        say_measure(teller, duty);
        teller.say("notices.line.executed",
                   {text_in(outcome, "done_on"), text_in(outcome, "document_number")});
        teller.say("notices.line.rests_on",
                   {teller.authority(text_in(duty, "decided_by")), text_in(duty, "item")});
        teller.say_member("notices.line.office", outcome, "office");
    }
}

}  // namespace credit::notices
