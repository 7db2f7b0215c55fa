#include "inspections/inspection_plan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::inspections {
namespace {

constexpr std::array<std::string_view, groups.size()> group_names{"lighter", "usual", "closer"};

JsonObject to_json(const Reduction& reduction) {
    return {{"category", reduction.category},
            {"result", reduction.result},
            {"article", reduction.article}};
}

JsonObject to_json(const Drawn& drawn) {
    JsonObject object{{"subject", drawn.subject_key}, {"group", name_of(drawn.group)}};
    if (!drawn.measures.empty())
        object["measures"] = JsonArray(drawn.measures.begin(), drawn.measures.end());
    if (!drawn.category.empty()) object["category"] = drawn.category;
    if (drawn.drawn) object["drawn"] = true;
    return object;
}

template <typename Row>
JsonArray rows_of(const std::vector<Row>& rows) {
    JsonArray array;
    array.reserve(rows.size());
    for (const auto& row : rows) array.emplace_back(to_json(row));
    return array;
}

Result<Drawn> read_drawn(const JsonObject& object) {
    const auto group = TRY(read_text(object, "group"));
    Drawn drawn{.subject_key = TRY(read_text(object, "subject")),
                .group = TRY(parse_group(group)),
                .drawn = object.contains("drawn")};
    drawn.measures = TRY(read_texts(object, "measures"));
    const auto category = TRY(read_optional_text(object, "category"));
    drawn.category = category.value_or("");
    return drawn;
}

Result<void> read_rows(InspectionPlan& plan, const JsonObject& object) {
    for (const auto& each : *TRY(read_array(object, "reductions"))) {
        const auto& row = each.as_object();
        plan.reductions.push_back({.category = TRY(read_text(row, "category")),
                                   .result = TRY(read_text(row, "result")),
                                   .article = TRY(read_text(row, "article"))});
    }
    plan.organisations = TRY(read_texts(object, "organisations"));
    for (const auto& each : *TRY(read_array(object, "draw"))) {
        plan.draw.push_back(TRY(read_drawn(each.as_object())));
    }
    return {};
}

}  // namespace

std::string_view name_of(Group group) {
    return group_names.at(static_cast<std::size_t>(group));
}

Result<Group> parse_group(std::string_view name) {
    const auto* const found = std::ranges::find(group_names, name);
    if (found == group_names.end()) {
        return fail(ErrorCode::InvalidInput, "json.wrong_type", {"group"});
    }
    return groups.at(static_cast<std::size_t>(found - group_names.begin()));
}

Result<Shares> read_shares(const JsonObject& object) {
    Shares shares{};
    for (const auto group : groups) {
        shares.at(static_cast<std::size_t>(group)) = TRY(read_integer(object, name_of(group)));
    }
    return shares;
}

std::string home_of(std::string_view authority) {
    return "A" + std::string(authority);
}

JsonObject to_json(const InspectionPlan& plan) {
    JsonObject shares;
    for (const auto group : groups) {
        shares[name_of(group)] = plan.shares.at(static_cast<std::size_t>(group));
    }
    return {{"home", plan.home_key},
            {"plan", plan.plan_id},
            {"authority", plan.authority},
            {"case", plan.case_number},
            {"from_on", calendar::to_text(plan.from_on)},
            {"through_on", calendar::to_text(plan.through_on)},
            {"shares", std::move(shares)},
            {"reductions", rows_of(plan.reductions)},
            {"organisations", JsonArray(plan.organisations.begin(), plan.organisations.end())},
            {"seed", plan.seed},
            {"draw", rows_of(plan.draw)}};
}

Result<InspectionPlan> read_plan(const JsonObject& object) {
    InspectionPlan plan{.home_key = TRY(read_text(object, "home")),
                        .plan_id = TRY(read_text(object, "plan")),
                        .authority = TRY(read_text(object, "authority")),
                        .case_number = TRY(read_text(object, "case")),
                        .from_on = TRY(calendar::read_date(object, "from_on")),
                        .through_on = TRY(calendar::read_date(object, "through_on")),
                        .seed = TRY(read_text(object, "seed"))};
    const auto* const shares = TRY(read_object(object, "shares"));
    plan.shares = TRY(read_shares(*shares));
    TRY(read_rows(plan, object));
    return plan;
}

std::string digest_of(const InspectionPlan& plan) {
    std::string lines;
    for (const auto& subject_key : plan.organisations) lines += subject_key + "\n";
    return to_hex(crypto::sha256(bytes_of(lines)));
}

}  // namespace credit::inspections
