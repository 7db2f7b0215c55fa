#include "tests/scenarios/runner/verbs.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"

namespace credit::scenarios {
namespace {

std::string sweep(Stage& stage, const Step& /*step*/) {
    return stage.sweep();
}

struct Verb {
    std::string_view word;
    std::string (*perform)(Stage&, const Step&);
};

constexpr std::array verbs{
    Verb{"register", register_subject},
    Verb{"program", program},
    Verb{"days", running_days},
    Verb{"submit", submit},
    Verb{"withdraw", withdraw},
    Verb{"corrections", corrections},
    Verb{"review", review},
    Verb{"waiting", waiting},
    Verb{"review_text", review_text},
    Verb{"withheld", withheld},
    Verb{"erase", erase},
    Verb{"expire", expire},
    Verb{"rows", read_rows},
    Verb{"look", look},
    Verb{"propose", propose},
    Verb{"read_listing", read_listing},
    Verb{"read_listings", read_listings},
    Verb{"notice", give_notice},
    Verb{"statement", record_statement},
    Verb{"decide", decide},
    Verb{"serve", serve},
    Verb{"remove", remove},
    Verb{"annul", annul},
    Verb{"suspend", suspend},
    Verb{"resume", resume},
    Verb{"order", order},
    Verb{"orders", orders},
    Verb{"end_order", end_order},
    Verb{"suspend_order", suspend_order},
    Verb{"resume_order", resume_order},
    Verb{"report_case", report_case},
    Verb{"report_table", report_table},
    Verb{"report_count", report_count},
    Verb{"covered", covered},
    Verb{"unchecked", unchecked},
    Verb{"plan", plan_inspections},
    Verb{"draw", draw_inspections},
    Verb{"read_plan", read_plan},
    Verb{"stay", stay},
    Verb{"lift", lift},
    Verb{"stays", stays},
    Verb{"tip_key", tip_key},
    Verb{"tip_handlers", tip_handlers},
    Verb{"tip", tip},
    Verb{"follow_tip", follow_tip},
    Verb{"open_tip", open_tip},
    Verb{"accept_tip", accept_tip},
    Verb{"refuse_tip", refuse_tip},
    Verb{"conclude_tip", conclude_tip},
    Verb{"tips", read_tips},
    Verb{"tip_offices", tip_offices},
    Verb{"object", object},
    Verb{"forward", forward},
    Verb{"extend", extend},
    Verb{"refuse_objection", refuse_objection},
    Verb{"conclude", conclude},
    Verb{"withdraw_objection", withdraw_objection},
    Verb{"told", told_to},
    Verb{"acknowledge", acknowledge},
    Verb{"overdue", overdue},
    Verb{"inbox", inbox},
    Verb{"read", read_notice},
    Verb{"confirm_reading", confirm_reading},
    Verb{"consent", consent},
    Verb{"withdraw_consent", withdraw_consent},
    Verb{"open_channel", open_channel},
    Verb{"close_channel", close_channel},
    Verb{"unserved", unserved},
    Verb{"record_service", record_service},
    Verb{"fail_service", fail_service},
    Verb{"complain", complain},
    Verb{"withdraw_complaint", withdraw_complaint},
    Verb{"take_in", take_in},
    Verb{"refer", refer},
    Verb{"refuse_complaint", refuse_complaint},
    Verb{"extend_complaint", extend_complaint},
    Verb{"ask_unit", ask_unit},
    Verb{"reply", reply},
    Verb{"verify_information", verify_information},
    Verb{"decide_complaint", decide_complaint},
    Verb{"read_complaint", read_complaint},
    Verb{"complaints", complaints},
    Verb{"open_incident", open_incident},
    Verb{"supplement", supplement},
    Verb{"report", report},
    Verb{"concerns", concerns},
    Verb{"except_telling", except_telling},
    Verb{"order_telling", order_telling},
    Verb{"tell_concerned", tell_concerned},
    Verb{"complete_telling", complete_telling},
    Verb{"unreached", unreached},
    Verb{"close_incident", close_incident},
    Verb{"incidents", incidents},
    Verb{"name_person", name_person},
    Verb{"withdraw_naming", withdraw_naming},
    Verb{"named_in", named_in},
    Verb{"amend", amend},
    Verb{"feedback", feedback},
    Verb{"consult", consult},
    Verb{"close_consultation", close_consultation},
    Verb{"examine", examine},
    Verb{"approve", approve},
    Verb{"withdraw_amendment", withdraw_amendment},
    Verb{"dry_run", dry_run},
    Verb{"take_force", take_force},
    Verb{"touched", touched},
    Verb{"apply", apply_for_repair},
    Verb{"accept", accept_repair},
    Verb{"extend_repair", extend_repair},
    Verb{"decide_repair", decide_repair},
    Verb{"evaluate", reevaluate_repair},
    Verb{"revoke", revoke_repair},
    Verb{"withdraw_repair", withdraw_repair},
    Verb{"offer_objection", offer_objection},
    Verb{"consent_to_objection", consent_to_objection},
    Verb{"open", open_sealed},
    Verb{"give", give},
    Verb{"read_file", read_file},
    Verb{"erase_file", erase_file},
    Verb{"files", files_of},
    Verb{"case", read_case},
    Verb{"outlook", outlook},
    Verb{"view", view},
    Verb{"held", held},
    Verb{"commit", make_commitment},
    Verb{"check_commitment", check_commitment},
    Verb{"kept", find_kept},
    Verb{"broken", find_broken},
    Verb{"withdraw_commitment", withdraw_commitment},
    Verb{"commitment", read_commitment},
    Verb{"commitments", commitments},
    Verb{"consent_to", give_consent},
    Verb{"revoke_consent", revoke_consent},
    Verb{"fetch", fetch},
    Verb{"open_data", open_data},
    Verb{"consents", consents},
    Verb{"collect", collect},
    Verb{"succeed", record_succession},
    Verb{"annul_succession", annul_succession},
    Verb{"history", history},
    Verb{"open_reviews", open_reviews},
    Verb{"decide_honour", decide_honour},
    Verb{"honours", honours},
    Verb{"check", check},
    Verb{"start", start},
    Verb{"accept_task", accept_task},
    Verb{"executed", executed},
    Verb{"not_executed", not_executed},
    Verb{"correct", correct},
    Verb{"read_execution", read_execution},
    Verb{"executions", executions},
    Verb{"clerk", sweep},
    Verb{"look_up", look_up},
    Verb{"screen", screen},
    Verb{"check_many", check_many},
    Verb{"lookups", lookups},
    Verb{"find", find_usage},
    Verb{"ask", ask},
    Verb{"answer", answer},
    Verb{"questions", questions},
    Verb{"queue", queue},
    Verb{"withhold", withhold},
    Verb{"end_withholding", end_withholding},
    Verb{"audit", audit},
    Verb{"watch", watch},
    Verb{"signs", signs},
    Verb{"close_sign", close_sign},
    Verb{"protect", protect},
    Verb{"end_protection", end_protection},
    Verb{"seal", seal},
    Verb{"release", release},
};

consteval bool each_word_once() {
    for (std::size_t at = 0; at < verbs.size(); ++at) {
        for (std::size_t other = 0; other < at; ++other) {
            if (verbs[other].word == verbs[at].word) return false;
        }
    }
    return true;
}
static_assert(each_word_once());

}  // namespace

std::string perform(Stage& stage, const Step& step) {
    for (const auto& verb : verbs) {
        if (verb.word == step.verb) return verb.perform(stage, step);
    }
    return "no such verb: " + step.verb;
}

}  // namespace credit::scenarios
