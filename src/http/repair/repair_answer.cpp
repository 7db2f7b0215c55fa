#include "http/repair/repair_answer.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "repair/condition.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/outlook.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "sql/session.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

// How far the article, or else the instrument as a whole, was read.
std::string_view status_of(const law::Library& law, const law::Citation& basis) {
    const auto* const instrument = law.instrument(basis.instrument);
    if (basis.status != law::ArticleStatus::Unknown || instrument == nullptr) {
        return law::name_of(basis.status);
    }
    return law::name_of(basis.article.empty() ? instrument->text_status : basis.status);
}

JsonObject condition_told(const repair::Finding& finding, const OutlookTelling& telling) {
    const std::string id(repair::name_of(finding.condition));
    const Ground ground{.word = "repair.condition." + id};
    JsonObject told{{"condition", id},
                    {"zh", telling.words.tell(ground, words::Language::Chinese).what},
                    {"en", telling.words.tell(ground, words::Language::English).what},
                    {"article", law::to_text(finding.basis)},
                    {"article_zh", telling.law.chinese(finding.basis)},
                    {"article_en", telling.law.english(finding.basis)},
                    {"article_status", status_of(telling.law, finding.basis)}};
    // What an officer has to find is neither.
    told["met"] = finding.met ? Json(*finding.met) : Json(nullptr);
    if (finding.through) told["through"] = calendar::to_text(*finding.through);
    return told;
}

void put_day(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

JsonObject clocks_told(const repair::Item& item) {
    JsonObject clocks;
    put_day(clocks, "publicity_through", item.public_through);
    put_day(clocks, "restraint_through", item.restrains_through);
    put_day(clocks, "disclosure_through", item.disclosed_through);
    return clocks;
}

JsonArray papers_told(const repair::Outlook& outlook, const OutlookTelling& telling) {
    JsonArray papers;
    for (const auto& paper : outlook.papers) {
        const Ground ground{.word = "repair.paper." + paper};
        papers.push_back(
            JsonObject{{"paper", paper},
                       {"zh", telling.words.tell(ground, words::Language::Chinese).what},
                       {"en", telling.words.tell(ground, words::Language::English).what}});
    }
    return papers;
}

JsonObject item_told(const repair::Outlook& outlook, const OutlookTelling& telling) {
    const auto& item = outlook.item;
    JsonArray conditions;
    for (const auto& finding : outlook.conditions) {
        conditions.push_back(condition_told(finding, telling));
    }
    JsonObject told{{"item_kind", repair::name_of(item.kind)},
                    {"item", item.item_id},
                    {"title_zh", item.title_zh},
                    {"title_en", item.title_en},
                    {"authority", item.authority},
                    {"document_number", item.document_number},
                    {"class", item.publicity_class},
                    {"conditions", std::move(conditions)},
                    {"conditions_zh", item.conditions_zh},
                    {"conditions_en", item.conditions_en},
                    {"papers_missing", papers_told(outlook, telling)},
                    {"clocks", clocks_told(item)},
                    {"excluded", item.excluded_by.has_value()},
                    {"on_day", repair::name_of(outlook.on_day)}};
    if (!item.excluded_by) told["first_day"] = calendar::to_text(outlook.first_day);
    if (outlook.stands_for_proof) told["stands_for_proof"] = *outlook.stands_for_proof;
    if (outlook.under_way) told["case"] = outlook.under_way->case_id;
    return told;
}

// Of a step that named holders, those that may be named; false where none is left to tell of.
Result<bool> keep_shown_holders(JsonObject& told, const HiddenHolder& hidden) {
    const auto outcome = TRY(read_optional_text(told, "outcome"));
    if (!hidden || outcome != "holders_overdue") return true;
    JsonArray shown;
    for (const auto& each : *TRY(read_array(told, "overdue"))) {
        const std::string code(each.as_string());
        if (!TRY(hidden(code))) shown.emplace_back(code);
    }
    told["overdue"] = shown;
    return !shown.empty();
}

}  // namespace

Result<JsonObject> case_answer(sql::Session& session, const repair::RepairCase& repair, Date day,
                               const HiddenHolder& hidden) {
    JsonObject answer = repair::to_json(repair);
    answer.erase("subject");
    answer.erase("decided_by");
    answer.erase("filed_by");
    const auto spread = TRY(repair::spread_of(session, repair));
    JsonArray waiting;
    JsonArray overdue;
    for (const auto& told : spread.open) {
        if (hidden && TRY(hidden(told.recipient))) continue;
        waiting.emplace_back(told.recipient);
        if (told.due_on && *told.due_on < day) overdue.emplace_back(told.recipient);
    }
    const bool decided = repair.decided_by.has_value();
    answer["closed"] = decided && waiting.empty();
    answer["not_acknowledged"] = std::move(waiting);
    answer["overdue_holders"] = std::move(overdue);
    return answer;
}

Result<JsonObject> case_with_steps(sql::Session& session, const repair::RepairCase& repair,
                                   Date day, const HiddenHolder& hidden) {
    auto answer = TRY(case_answer(session, repair, day, hidden));
    repair::RepairRegister repair_register(session);
    JsonArray steps;
    for (const auto& step : TRY(repair_register.steps_of(repair))) {
        auto told = TRY(parse_object(step.told));
        if (!TRY(keep_shown_holders(told, hidden))) continue;
        told["act"] = step.act_id;
        told["step"] = step.step;
        told["on"] = calendar::to_text(step.happened_on);
        steps.push_back(std::move(told));
    }
    answer["steps"] = std::move(steps);
    JsonArray openings;
    for (const auto& opening : TRY(repair_register.openings_of(repair.subject_key))) {
        if (opening.case_id != repair.case_id) continue;
        openings.push_back(JsonObject{{"act", opening.act_id},
                                      {"on", calendar::to_text(opening.opened_on)},
                                      {"authority", opening.authority},
                                      {"reason", opening.reason},
                                      {"ground", opening.ground}});
    }
    answer["openings"] = std::move(openings);
    return answer;
}

JsonObject outlook_answer(const std::vector<repair::Outlook>& outlooks,
                          const OutlookTelling& telling) {
    JsonArray items;
    for (const auto& outlook : outlooks) items.push_back(item_told(outlook, telling));
    return {{"data_as_of", calendar::to_text(telling.today)},
            {"on", calendar::to_text(telling.on)},
            {"items", std::move(items)}};
}

}  // namespace credit::http
