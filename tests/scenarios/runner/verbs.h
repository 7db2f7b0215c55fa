// Verbs of scenarios: each does one thing through the interface and says what came of it.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"

namespace credit::scenarios {

// The outcome; "no such verb" for one that is not known.
std::string perform(Stage& stage, const Step& step);

std::string register_subject(Stage& stage, const Step& step);

// "program calendar=2025": the register goes on under a program whose calendar ends with that year;
// without a year, under this one. With "killed_after=2" an earlier start is killed after its second
// act. What it says: through which day the calendar is known, and how
// many days changed.
std::string program(Stage& stage, const Step& step);
std::shared_ptr<const server::Lore> lore_of(const Step& step);
// The last days that run about the subject.
std::string running_days(Stage& stage, const Step& step);
std::string submit(Stage& stage, const Step& step);

// The record of the row that was filed last with that document's number.
std::string filed_record(Stage& stage, const Arguments& said);

std::string corrections(Stage& stage, const Step& step);
std::string withdraw(Stage& stage, const Step& step);
std::string review(Stage& stage, const Step& step);
std::string waiting(Stage& stage, const Step& step);
std::string review_text(Stage& stage, const Step& step);
std::string withheld(Stage& stage, const Step& step);
std::string erase(Stage& stage, const Step& step);
// What the register erases by itself on the day.
std::string expire(Stage& stage, const Step& step);
std::string read_rows(Stage& stage, const Step& step);
std::string look(Stage& stage, const Step& step);
std::string held(Stage& stage, const Step& step);

std::string propose(Stage& stage, const Step& step);
std::string read_listing(Stage& stage, const Step& step);
std::string read_listings(Stage& stage, const Step& step);
std::string give_notice(Stage& stage, const Step& step);
std::string record_statement(Stage& stage, const Step& step);
std::string decide(Stage& stage, const Step& step);
std::string serve(Stage& stage, const Step& step);
std::string remove(Stage& stage, const Step& step);
std::string annul(Stage& stage, const Step& step);
std::string suspend(Stage& stage, const Step& step);
std::string resume(Stage& stage, const Step& step);

std::string order(Stage& stage, const Step& step);
std::string orders(Stage& stage, const Step& step);
std::string end_order(Stage& stage, const Step& step);
std::string suspend_order(Stage& stage, const Step& step);
std::string resume_order(Stage& stage, const Step& step);

std::string report_case(Stage& stage, const Step& step);
std::string report_table(Stage& stage, const Step& step);
std::string report_count(Stage& stage, const Step& step);
std::string covered(Stage& stage, const Step& step);
std::string unchecked(Stage& stage, const Step& step);

std::string plan_inspections(Stage& stage, const Step& step);
std::string draw_inspections(Stage& stage, const Step& step);
std::string read_plan(Stage& stage, const Step& step);

std::string stay(Stage& stage, const Step& step);
std::string lift(Stage& stage, const Step& step);
std::string stays(Stage& stage, const Step& step);

// A pair of keys is made for the authority, and its public half registered.
std::string tip_key(Stage& stage, const Step& step);
// An account is opened for an officer of the authority, which names it ("by" is then that officer).
std::string tip_handlers(Stage& stage, const Step& step);
std::string tip(Stage& stage, const Step& step);
std::string follow_tip(Stage& stage, const Step& step);
std::string open_tip(Stage& stage, const Step& step);
std::string accept_tip(Stage& stage, const Step& step);
std::string refuse_tip(Stage& stage, const Step& step);
std::string conclude_tip(Stage& stage, const Step& step);
std::string read_tips(Stage& stage, const Step& step);
std::string tip_offices(Stage& stage, const Step& step);

std::string object(Stage& stage, const Step& step);
std::string forward(Stage& stage, const Step& step);
std::string extend(Stage& stage, const Step& step);
std::string refuse_objection(Stage& stage, const Step& step);
std::string conclude(Stage& stage, const Step& step);
std::string withdraw_objection(Stage& stage, const Step& step);
std::string told_to(Stage& stage, const Step& step);
std::string acknowledge(Stage& stage, const Step& step);
std::string overdue(Stage& stage, const Step& step);
std::string inbox(Stage& stage, const Step& step);
std::string read_notice(Stage& stage, const Step& step);
std::string confirm_reading(Stage& stage, const Step& step);
std::string consent(Stage& stage, const Step& step);
std::string withdraw_consent(Stage& stage, const Step& step);
std::string open_channel(Stage& stage, const Step& step);
std::string close_channel(Stage& stage, const Step& step);
std::string unserved(Stage& stage, const Step& step);
std::string record_service(Stage& stage, const Step& step);
std::string fail_service(Stage& stage, const Step& step);

std::string complain(Stage& stage, const Step& step);
std::string withdraw_complaint(Stage& stage, const Step& step);
std::string take_in(Stage& stage, const Step& step);
std::string refer(Stage& stage, const Step& step);
std::string refuse_complaint(Stage& stage, const Step& step);
std::string extend_complaint(Stage& stage, const Step& step);
std::string ask_unit(Stage& stage, const Step& step);
std::string reply(Stage& stage, const Step& step);
std::string verify_information(Stage& stage, const Step& step);
std::string decide_complaint(Stage& stage, const Step& step);
std::string read_complaint(Stage& stage, const Step& step);
std::string complaints(Stage& stage, const Step& step);
std::string open_incident(Stage& stage, const Step& step);
std::string supplement(Stage& stage, const Step& step);
std::string report(Stage& stage, const Step& step);
std::string concerns(Stage& stage, const Step& step);
std::string except_telling(Stage& stage, const Step& step);
std::string order_telling(Stage& stage, const Step& step);
std::string tell_concerned(Stage& stage, const Step& step);
std::string complete_telling(Stage& stage, const Step& step);
std::string unreached(Stage& stage, const Step& step);
std::string close_incident(Stage& stage, const Step& step);
std::string incidents(Stage& stage, const Step& step);

std::string name_person(Stage& stage, const Step& step);
std::string withdraw_naming(Stage& stage, const Step& step);
std::string named_in(Stage& stage, const Step& step);
std::string amend(Stage& stage, const Step& step);
std::string feedback(Stage& stage, const Step& step);
std::string consult(Stage& stage, const Step& step);
std::string close_consultation(Stage& stage, const Step& step);
std::string examine(Stage& stage, const Step& step);
std::string approve(Stage& stage, const Step& step);
std::string withdraw_amendment(Stage& stage, const Step& step);
std::string dry_run(Stage& stage, const Step& step);
std::string take_force(Stage& stage, const Step& step);
std::string touched(Stage& stage, const Step& step);

std::string apply_for_repair(Stage& stage, const Step& step);
std::string accept_repair(Stage& stage, const Step& step);
std::string extend_repair(Stage& stage, const Step& step);
std::string decide_repair(Stage& stage, const Step& step);
std::string reevaluate_repair(Stage& stage, const Step& step);
std::string revoke_repair(Stage& stage, const Step& step);
std::string withdraw_repair(Stage& stage, const Step& step);
std::string offer_objection(Stage& stage, const Step& step);
std::string consent_to_objection(Stage& stage, const Step& step);
std::string open_sealed(Stage& stage, const Step& step);
std::string read_case(Stage& stage, const Step& step);
std::string outlook(Stage& stage, const Step& step);
std::string view(Stage& stage, const Step& step);

std::string give(Stage& stage, const Step& step);
std::string read_file(Stage& stage, const Step& step);
std::string erase_file(Stage& stage, const Step& step);
std::string files_of(Stage& stage, const Step& step);

std::string make_commitment(Stage& stage, const Step& step);
std::string check_commitment(Stage& stage, const Step& step);
std::string find_kept(Stage& stage, const Step& step);
std::string find_broken(Stage& stage, const Step& step);
std::string withdraw_commitment(Stage& stage, const Step& step);
std::string read_commitment(Stage& stage, const Step& step);
std::string commitments(Stage& stage, const Step& step);
std::string give_consent(Stage& stage, const Step& step);
std::string revoke_consent(Stage& stage, const Step& step);
std::string fetch(Stage& stage, const Step& step);
std::string open_data(Stage& stage, const Step& step);
std::string consents(Stage& stage, const Step& step);
std::string collect(Stage& stage, const Step& step);
// "succeed company-a company-b to=company-c": a merger or a split, by its registering authority.
std::string record_succession(Stage& stage, const Step& step);
std::string annul_succession(Stage& stage, const Step& step);
// What a reader is told of mergers and splits of the first; the others are named by the step.
std::string history(Stage& stage, const Step& step);
std::string open_reviews(Stage& stage, const Step& step);
std::string decide_honour(Stage& stage, const Step& step);
std::string honours(Stage& stage, const Step& step);

std::string check(Stage& stage, const Step& step);
std::string start(Stage& stage, const Step& step);
std::string accept_task(Stage& stage, const Step& step);
std::string executed(Stage& stage, const Step& step);
std::string not_executed(Stage& stage, const Step& step);
std::string correct(Stage& stage, const Step& step);
std::string read_execution(Stage& stage, const Step& step);
std::string executions(Stage& stage, const Step& step);

// 文书号 of the rows that a submission names by number.
std::string document_numbered(std::string_view number);
std::string look_up(Stage& stage, const Step& step);
std::string screen(Stage& stage, const Step& step);
std::string check_many(Stage& stage, const Step& step);
std::string lookups(Stage& stage, const Step& step);
std::string find_usage(Stage& stage, const Step& step);
std::string ask(Stage& stage, const Step& step);
std::string answer(Stage& stage, const Step& step);
std::string questions(Stage& stage, const Step& step);
std::string queue(Stage& stage, const Step& step);
std::string withhold(Stage& stage, const Step& step);
std::string end_withholding(Stage& stage, const Step& step);
std::string audit(Stage& stage, const Step& step);
std::string watch(Stage& stage, const Step& step);
std::string signs(Stage& stage, const Step& step);
std::string close_sign(Stage& stage, const Step& step);
std::string protect(Stage& stage, const Step& step);
std::string end_protection(Stage& stage, const Step& step);
std::string seal(Stage& stage, const Step& step);
std::string release(Stage& stage, const Step& step);

// Sets each key that the step says, over what stands there.
void say(JsonObject& body, const Arguments& arguments);

}  // namespace credit::scenarios
