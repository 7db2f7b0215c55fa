// Draw (随机抽取): which organisations of a plan are inspected. Pure functions, so that anyone who
// has the plan and its seed comes to the same.
//
// The seed is SHA-256 of "xinheng inspection draw v1", a line feed, and the commitment with which
// the act that fixed the plan stands in the log: whoever fixed the plan could not know it, and
// nobody changes it afterwards. In each group the organisations are put in the order of
// SHA-256(seed ‖ subject key); the first of them are drawn, as many as the share says, rounded up.
//
// Reading: decision 0213

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/measure.h"
#include "checks/screening.h"
#include "foundation/bytes.h"
#include "inspections/inspection_plan.h"

namespace credit::inspections {

// Result of an evaluation (信用评价结果), as a competent authority decided it.
struct Evaluation {
    std::string category;  // code
    std::string result;
    std::string authority;  // code
    std::string basis;
    std::string document_number;
    std::string through_on;
    std::string decided_by = {};  // the authority of another province, by name
    std::string agreement = {};   // under which it counts: document number
};

// What is in force of one organisation on the day of the draw.
struct Standing {
    std::string subject_key;
    std::vector<checks::Following> following;
    std::vector<Evaluation> evaluations;
};

// Not yet drawn. A measure of closer supervision goes before everything that lightens.
Drawn group_of(const InspectionPlan& plan, const Standing& standing);

// In hexadecimal.
std::string seed_of(BytesView commitment);
// Marks those that are drawn; the order of the rows stays. The seed is one of seed_of.
void draw(std::vector<Drawn>& rows, const Shares& shares, std::string_view seed);

}  // namespace credit::inspections
