// Commitment (信用承诺): what a subject promised, to which authority, until which day, and whether
// it was kept.
//
// made → kept, broken or withdrawn. The day on which it is checked is named in it and has a clock;
// that the day passed breaks nothing: kept or broken is a finding of the authority, with its
// document, and a broken finding can be objected to like any item. What a repair needs as a paper
// (repair/acts/apply_for_repair.h) stays there; a commitment of that kind follows it to its day.
//
// Law:     sd-social-credit-regulation-2020 art. 32 — commitments and how they were kept are kept
//          as credit information
//          luzhengfa-2017-44 items 6, 7 — declarations that firms make public; papers that follow
//          on a written promise
// Reading: decision 0200: the kinds, their clocks, and what is public of them

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::commitments {

enum class Kind : std::uint8_t {
    Approval,         // 告知承诺: in place of a proof or an approval
    Papers,           // 容缺受理: papers that follow
    Repair,           // 信用修复承诺
    SelfDeclaration,  // 主动承诺、自我声明公开
    TradeWide,        // 行业自律承诺
};

std::string_view name_of(Kind kind);
// InvalidInput "commitments.unknown_kind".
Result<Kind> parse_kind(std::string_view name);

enum class State : std::uint8_t {
    Made,       // 履行中
    Kept,       // 已履行
    Broken,     // 未履行
    Withdrawn,  // 撤回
};

std::string_view name_of(State state);

struct Commitment {
    std::string subject_key = {};
    std::string commitment_id = {};
    Kind kind = Kind::SelfDeclaration;
    State state = State::Made;
    std::string authority = {};            // code of the one that took it and checks it
    std::string matter = {};               // of an approval or of papers: id in the catalogue
    std::string case_number = {};          // 受理编号 there
    std::string repair_case = {};          // of a repair: id of its case
    std::string document_number = {};      // 承诺书编号
    std::string words = {};                // 承诺内容
    std::vector<std::string> papers = {};  // 容缺的材料
    std::string ground =
        {};  // on which papers may follow: "model", "honour", "clean_years", "officer"
    std::string item = {};             // the listing or record that the ground is
    std::string officer_reasons = {};  // of the ground "officer"
    bool agreed = false;               // the subject agreed that it is public
    Date made_on{};
    Date check_on{};  // last day of the promise, on which it is checked
    std::optional<Date> reminded_on = {};
    std::optional<Date> checked_on = {};    // last
    std::optional<Date> overdue_on = {};    // nobody had found anything by its day
    std::optional<Date> fulfilled_on = {};  // of a kept one
    std::optional<Date> concluded_on = {};
    std::string finding_document = {};  // 文书号 of the finding
    std::string reasons = {};           // of the finding, or of the withdrawal
    std::string statement = {};         // what the subject said before it was found broken
    std::string remedy = {};            // against it

    bool open() const { return state == State::Made; }
};

// As acts hold it.
JsonObject to_json(const Commitment& commitment);
Result<Commitment> read_commitment(const JsonObject& object);

}  // namespace credit::commitments
