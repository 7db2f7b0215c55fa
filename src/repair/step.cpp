#include "repair/step.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "ledger/steps/thing.h"
#include "publicity/leak_detector.h"
#include "repair/effect/effect.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "sql/session.h"

namespace credit::repair {
namespace {

constexpr std::string_view code_of_telling = "recipient";

// Within an act of its own kind, or of an objection, whose rows are numbered by themselves.
ledger::Thing thing_of(const ledger::Act& act, const RepairCase& repair) {
    return {.home_key = act.home_key,
            .id = repair.case_id,
            .mark = act.kind.starts_with("repair.") ? "" : "r"};
}

// An application that was withdrawn, or became an objection, waits for nobody's acknowledgement.
Result<void> close_dispatch(sql::Session& session, const ledger::Act& act,
                            const RepairCase& repair) {
    return ledger::visit_told(
        session, repair.subject_key, repair.case_id, [&](const ledger::Told& told) -> Result<void> {
            if (told.acknowledged_at || told.act_id == act.id) return {};
            return ledger::acknowledge(session, told.subject_key, told.distribution_id,
                                       act.recorded_at, name_of(repair.state));
        });
}

}  // namespace

JsonObject body_of(const Step& step) {
    JsonObject body = step.told;
    body["case"] = to_json(step.repair);
    body["running"] = ledger::to_json(step.running);
    body["tellings"] = ledger::to_json(step.tellings, code_of_telling);
    body["clears"] = step.clears;
    if (!step.said.empty()) body["said"] = step.said;
    if (step.effect) body["effect"] = to_json(*step.effect);
    return body;
}

ledger::Draft draft_of(const Step& step) {
    return {.kind = std::string(step.kind),
            .home_key = step.repair.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body_of(step))};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    auto body = TRY(parse_object(act.body));
    return apply_body(session, act, std::move(body));
}

Result<void> apply_body(sql::Session& session, const ledger::Act& act, JsonObject body) {
    const auto* const object = TRY(read_object(body, "case"));
    const auto repair = TRY(read_case(*object));
    RepairRegister repair_register(session);
    TRY(repair_register.save(repair));
    const auto clears = TRY(read_text(body, "clears"));
    TRY(ledger::clear_clocks_about(session, repair.subject_key, repair.case_id, clears, act.id));
    const auto* const running = TRY(read_array(body, "running"));
    TRY(ledger::begin_clocks(session, act, thing_of(act, repair), *running));
    const auto* const tellings = TRY(read_array(body, "tellings"));
    const auto recipients = TRY(ledger::read_recipients(*tellings, code_of_telling));
    TRY(ledger::tell_recipients(session, act, thing_of(act, repair), recipients));
    const bool gone = repair.state == State::Withdrawn || repair.state == State::TakenAsObjection;
    if (gone) TRY(close_dispatch(session, act, repair));
    if (body.contains("effect")) {
        const auto* const written = TRY(read_object(body, "effect"));
        const auto effect = TRY(read_effect(*written));
        TRY(carry_out(session, act, effect));
    }
    // What is left is what the subject is told.
    for (const std::string_view inner :
         {"case", "running", "tellings", "clears", "said", "effect"}) {
        body.erase(inner);
    }
    return repair_register.save_step(repair, {.act_id = act.id,
                                              .step = act.kind,
                                              .happened_on = act.occurred_on,
                                              .told = to_text(body)});
}

JsonObject about_json(const Item& item) {
    return {{"item_kind", name_of(item.kind)},
            {"item", item.item_id},
            {"title_zh", item.title_zh},
            {"title_en", item.title_en},
            {"document_number", item.document_number},
            {"authority", item.authority}};
}

void require_state(Grounds& grounds, const RepairCase& repair,
                   std::initializer_list<State> states) {
    require(grounds, std::ranges::find(states, repair.state) != states.end(), "repair.out_of_order",
            {std::string(name_of(repair.state))});
}

void require_own(Grounds& grounds, const access::Occasion& occasion, const RepairCase& repair) {
    const auto& caller = occasion.principal.authority;
    require(grounds, occasion.catalogue.authorities.succeeds(caller, repair.authority),
            "repair.not_your_case");
}

void require_no_person(Grounds& grounds, std::initializer_list<std::string_view> words, Date day) {
    const bool tells = std::ranges::any_of(words, [day](std::string_view text) {
        return publicity::tells_resident_number(text, day);
    });
    require(grounds, !tells, "repair.person_in_words");
}

ItemReading reading_of(const access::Occasion& occasion) {
    return {.session = occasion.session,
            .law = occasion.law,
            .catalogue = occasion.catalogue,
            .day = occasion.day};
}

}  // namespace credit::repair
