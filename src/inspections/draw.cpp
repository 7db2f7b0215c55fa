#include "inspections/draw.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "inspections/inspection_plan.h"

namespace credit::inspections {
namespace {

constexpr std::string_view domain = "xinheng inspection draw v1\n";

const Reduction* reduction_for(const InspectionPlan& plan, const Evaluation& evaluation) {
    const auto found = std::ranges::find_if(plan.reductions, [&](const Reduction& reduction) {
        return reduction.category == evaluation.category && reduction.result == evaluation.result;
    });
    return found == plan.reductions.end() ? nullptr : &*found;
}

void add_once(std::vector<std::string>& measures, const std::string& measure) {
    if (std::ranges::find(measures, measure) == measures.end()) measures.push_back(measure);
}

}  // namespace

Drawn group_of(const InspectionPlan& plan, const Standing& standing) {
    Drawn row{.subject_key = standing.subject_key};
    for (const bool incentive : {false, true}) {
        for (const auto& each : standing.following) {
            if (each.incentive == incentive) add_once(row.measures, each.measure);
        }
        if (row.measures.empty()) continue;
        row.group = incentive ? Group::Lighter : Group::Closer;
        return row;
    }
    for (const auto& evaluation : standing.evaluations) {
        if (reduction_for(plan, evaluation) == nullptr) continue;
        row.group = Group::Lighter;
        row.category = evaluation.category;
        break;
    }
    return row;
}

std::string seed_of(BytesView commitment) {
    return to_hex(crypto::sha256(std::vector<BytesView>{bytes_of(domain), commitment}));
}

void draw(std::vector<Drawn>& rows, const Shares& shares, std::string_view seed) {
    for (const auto group : groups) {
        std::vector<std::pair<crypto::Digest, Drawn*>> order;
        for (auto& row : rows) {
            if (row.group != group) continue;
            const std::vector<BytesView> parts{bytes_of(seed), bytes_of(row.subject_key)};
            order.emplace_back(crypto::sha256(parts), &row);
        }
        std::ranges::sort(order);
        const auto share = shares.at(static_cast<std::size_t>(group));
        const auto count = static_cast<std::int64_t>(order.size());
        const auto drawn = (count * share + whole - 1) / whole;
        for (std::int64_t at = 0; at < drawn; ++at) {
            order.at(static_cast<std::size_t>(at)).second->drawn = true;
        }
    }
}

}  // namespace credit::inspections
