#include "inspections/plan_register.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/amended/agreement.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "inspections/inspections.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::inspections {
namespace {

Result<InspectionPlan> plan_of(const sql::Row& row) {
    const auto object = TRY(parse_object(row.text(0)));
    return read_plan(object);
}

std::string cell(const catalogue::RecordKind& kind, const JsonObject& body,
                 catalogue::ColumnRole role) {
    const auto* const column = kind.find_role(role);
    if (column == nullptr) return {};
    const auto text = read_optional_text(body, column->code);
    return text ? text->value_or("") : std::string();
}

// Of an evaluation of another province; empty for those of this one.
struct Recognition {
    std::string decided_by = {};
    std::string agreement = {};
};

// None where nothing recognises it on that day (luzhengfa-2017-44 item 17).
std::optional<Recognition> recognition_of(const catalogue::Catalogue& catalogue,
                                          const catalogue::RecordKind& kind, const JsonObject& body,
                                          Date day) {
    using enum catalogue::ColumnRole;
    const auto code = cell(kind, body, AuthorityCode);
    if (!catalogue::is_of_another_region(code)) return Recognition{};
    const auto* const agreement =
        catalogue.agreements.recognising(code, cell(kind, body, Category), day);
    if (agreement == nullptr) return std::nullopt;
    return Recognition{.decided_by = cell(kind, body, AuthorityName),
                       .agreement = agreement->document_number};
}

}  // namespace

Result<InspectionPlan> PlanRegister::find(std::string_view home_key, std::string_view plan_id) {
    const auto row = TRY(session_.find(statements::find_plan, {home_key, plan_id}));
    if (!row) return fail(ErrorCode::NotFound, "inspections.no_such_plan");
    return plan_of(*row);
}

Result<std::vector<InspectionPlan>> PlanRegister::of_home(std::string_view home_key,
                                                          std::string_view after,
                                                          std::int64_t limit) {
    std::vector<InspectionPlan> plans;
    for (const auto& row : TRY(session_.query(statements::plans_of, {home_key, after, limit}))) {
        plans.push_back(TRY(plan_of(row)));
    }
    return plans;
}

Result<std::string> PlanRegister::seed_for(const InspectionPlan& plan) {
    const auto act_id = plan.plan_id.substr(0, plan.plan_id.rfind('-'));
    const auto row = TRY(session_.find(statements::commitment_of, {plan.home_key, act_id}));
    if (!row) return fail(ErrorCode::NotFound, "inspections.no_such_plan");
    return seed_of(row->bytes(0));
}

Result<void> PlanRegister::save(const InspectionPlan& plan) {
    TRY(session_.execute(statements::save_plan,
                         {plan.home_key, plan.plan_id, plan.from_on, to_text(to_json(plan))}));
    return {};
}

Result<std::vector<Evaluation>> evaluations_of(sql::Session& session,
                                               const catalogue::Catalogue& catalogue,
                                               std::string_view subject_key, Date day) {
    using enum catalogue::ColumnRole;
    std::vector<Evaluation> evaluations;
    const auto look = [&](const sql::RowView& row) -> Result<void> {
        const auto* const kind = TRY(catalogue.kinds.find_version(row.text(0), row.text(1)));
        const auto body = TRY(parse_object(row.text(2)));
        auto recognition = recognition_of(catalogue, *kind, body, day);
        if (!recognition) return {};
        evaluations.push_back({.category = cell(*kind, body, Category),
                               .result = cell(*kind, body, Content),
                               .authority = std::string(row.text(3)),
                               .basis = cell(*kind, body, Basis),
                               .document_number = std::string(row.text(4)),
                               .through_on = cell(*kind, body, ValidThrough),
                               .decided_by = std::move(recognition->decided_by),
                               .agreement = std::move(recognition->agreement)});
        return {};
    };
    TRY(session.read(statements::evaluations_of, {subject_key, day}, look));
    return evaluations;
}

}  // namespace credit::inspections
