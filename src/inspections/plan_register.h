// What is kept of inspection plans (抽查计划台账), and the evaluations that a draw looks at.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "sql/session.h"

namespace credit::inspections {

class PlanRegister {
public:
    explicit PlanRegister(sql::Session& session) : session_(session) {}

    // NotFound "inspections.no_such_plan".
    Result<InspectionPlan> find(std::string_view home_key, std::string_view plan_id);
    // Those of an authority, after that id.
    Result<std::vector<InspectionPlan>> of_home(std::string_view home_key, std::string_view after,
                                                std::int64_t limit);
    // With which the act that fixed the plan stands in the log.
    Result<std::string> seed_for(const InspectionPlan& plan);

    // For apply alone.
    Result<void> save(const InspectionPlan& plan);

private:
    sql::Session& session_;
};

// In force on that day, each as it was decided.
Result<std::vector<Evaluation>> evaluations_of(sql::Session& session,
                                               const catalogue::Catalogue& catalogue,
                                               std::string_view subject_key, Date day);

}  // namespace credit::inspections
