// Inspection plan (抽查计划): the organisations that an authority may inspect in a period, the
// share of each group that it will, and the draw (随机抽取) that says which.
//
// Whoever is under a measure of closer supervision is in the closer group; who has an incentive of
// fewer inspections in force, or a category that a competent authority decided and the plan names
// with its article, in the lighter one; all others in the usual one. Nobody is exempt and nobody is
// picked: within a group the draw decides alone, from a seed that nobody could choose.
//
// Law:     luzhengfa-2017-44 item 8 — fewer routine inspections for honest organisations
//          sd-social-credit-regulation-2020 arts. 26, 28 — lighter and closer supervision
// Reading: decision 0213: groups, shares and the seed

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::inspections {

inline constexpr std::string_view matter = "inspection_planning";
inline constexpr std::size_t organisations_max = 10'000;

enum class Group : std::uint8_t {
    Lighter,  // 减少检查
    Usual,    // 常规检查
    Closer,   // 重点监管
};
inline constexpr std::array groups{Group::Lighter, Group::Usual, Group::Closer};

std::string_view name_of(Group group);
// InvalidInput "json.wrong_type".
Result<Group> parse_group(std::string_view name);

inline constexpr std::int64_t whole = 100;  // per cent
// Per cent of each group, in their order.
using Shares = std::array<std::int64_t, groups.size()>;
// A member each, by the name of its group.
Result<Shares> read_shares(const JsonObject& object);

// A category of an evaluation that the plan takes as a ground for fewer inspections.
struct Reduction {
    std::string category;  // code of the code list evaluation_category
    std::string result;    // as it was decided: "A"
    std::string article;   // "luzhengfa-2017-44 art. 8"
};

// One organisation when it was drawn, or passed over.
struct Drawn {
    std::string subject_key;
    Group group = Group::Usual;
    std::vector<std::string> measures = {};  // on which the group rests
    std::string category = {};               // of the evaluation on which it rests
    bool drawn = false;
};

struct InspectionPlan {
    std::string home_key;
    std::string plan_id;
    std::string authority;  // code
    std::string case_number;
    Date from_on{};
    Date through_on{};
    Shares shares{};
    std::vector<Reduction> reductions = {};
    std::vector<std::string> organisations = {};  // subject keys, sorted, each once
    std::string seed = {};                        // in hexadecimal; empty before the draw
    std::vector<Drawn> draw = {};

    bool is_drawn() const { return !seed.empty(); }
};

std::string home_of(std::string_view authority);

// As acts hold it.
JsonObject to_json(const InspectionPlan& plan);
Result<InspectionPlan> read_plan(const JsonObject& object);

// SHA-256 over the organisations, a line each, in hexadecimal: what is fixed before the draw.
std::string digest_of(const InspectionPlan& plan);

}  // namespace credit::inspections
