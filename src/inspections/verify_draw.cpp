#include "inspections/verify_draw.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "log/tiles.h"
#include "log/verify.h"

namespace credit::inspections {
namespace {

// The organisations in the order of the answer, each with what the answer says of it.
Result<InspectionPlan> read_answer(const JsonObject& answer) {
    InspectionPlan plan;
    plan.seed = TRY(read_text(answer, "seed"));
    const auto* const shares = TRY(read_object(answer, "shares"));
    plan.shares = TRY(read_shares(*shares));
    for (const auto& each : *TRY(read_array(answer, "rows"))) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"rows"});
        const auto& row = each.get_object();
        const auto group = TRY(read_text(row, "group"));
        plan.draw.push_back({.subject_key = "O" + TRY(read_text(row, "organisation")),
                             .group = TRY(parse_group(group)),
                             .drawn = TRY(read_flag(row, "drawn"))});
        plan.organisations.push_back(plan.draw.back().subject_key);
    }
    return plan;
}

bool follows(const InspectionPlan& plan) {
    auto again = plan.draw;
    for (auto& row : again) row.drawn = false;
    draw(again, plan.shares, plan.seed);
    return std::ranges::equal(again, plan.draw, {}, &Drawn::drawn, &Drawn::drawn);
}

// Somebody else's answer may hold one organisation twice: that is not what was fixed.
bool each_once(const InspectionPlan& plan) {
    return std::ranges::is_sorted(plan.organisations, std::ranges::less_equal{});
}

Result<std::uint64_t> entry_of(std::string_view seed, const log::TileReader& tiles,
                               std::uint64_t entries) {
    for (std::uint64_t first = 0; first < entries; first += log::tile_width) {
        const auto width = std::min<std::uint64_t>(log::tile_width, entries - first);
        std::uint64_t at = first;
        for (const auto& entry : TRY(tiles.entries(first / log::tile_width, width))) {
            if (seed_of(entry) == seed) return at;
            ++at;
        }
    }
    return fail(ErrorCode::Refused, "inspections.seed_not_in_log");
}

}  // namespace

Result<VerifiedDraw> verify_draw(const JsonObject& answer,
                                 const log::VerificationInput& published) {
    const auto plan = TRY(read_answer(answer));
    const auto digest = TRY(read_text(answer, "digest"));
    if (!each_once(plan) || digest_of(plan) != digest) {
        return fail(ErrorCode::Refused, "inspections.not_the_organisations");
    }
    if (!follows(plan)) return fail(ErrorCode::Refused, "inspections.not_the_drawn");
    const auto log = TRY(log::verify_files(published));
    if (!log.ok) return fail(ErrorCode::Refused, "inspections.log_not_right");
    const log::TileReader tiles(published.log);
    return VerifiedDraw{.organisations = std::ssize(plan.draw),
                        .drawn = std::ranges::count(plan.draw, true, &Drawn::drawn),
                        .entries = log.entries,
                        .entry = TRY(entry_of(plan.seed, tiles, log.entries))};
}

}  // namespace credit::inspections
