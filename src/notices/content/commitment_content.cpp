#include "notices/content/commitment_content.h"

#include <string>

#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {
namespace {

void say_papers(Teller& teller, const JsonObject& commitment) {
    const auto* const papers = commitment.if_contains("papers");
    if (papers == nullptr || !papers->is_array()) return;
    for (const auto& paper : papers->get_array()) {
        if (paper.is_string()) {
            teller.say("notices.line.paper_to_follow", {std::string(paper.get_string())});
        }
    }
}

void say_promise(Teller& teller, const JsonObject& commitment) {
    teller.say_choice("commitment", text_in(commitment, "kind"));
    const auto* const matter =
        teller.sources().catalogue.matters.find(text_in(commitment, "matter"));
    if (matter != nullptr) {
        teller.say("notices.line.matter", {teller.choose(matter->zh, matter->en)});
    }
    teller.say_member("notices.line.promised", commitment, "words");
    say_papers(teller, commitment);
    teller.say(
        "notices.line.promise_through",
        {text_in(commitment, "check_on"), teller.authority(text_in(commitment, "authority"))});
}

}  // namespace

void tell_commitment(Teller& teller, const JsonObject& body) {
    const auto& commitment = object_in(body, "commitment");
    say_promise(teller, commitment);
    teller.say_member("notices.line.checked", object_in(body, "said"), "words");
    teller.say_member("notices.line.fulfilled_on", commitment, "fulfilled_on");
    teller.say_member("notices.line.ending_document", commitment, "finding_document");
    teller.say_member("notices.line.reason", commitment, "reasons");
    teller.say_member("notices.line.remedy", commitment, "remedy");
}

}  // namespace credit::notices
