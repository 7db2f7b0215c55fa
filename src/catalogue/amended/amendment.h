// Amendment of the catalogue (目录变更): which list standards and measures it switches off or on
// from a day, which it defines, and the memorandum or the agreement on recognition that it brings.
//
// A memorandum (合作备忘录) is a bundle of measures that several authorities signed: it says who
// does what, and founds nothing. What it adds follows only while its measure is in force by itself.
//
// Law:     guobanfa-2020-49 — measures only from the catalogue, each with its legal basis
//          luzhengfa-2017-44 items 11, 18, 25 — memoranda are carried out, and measures of the
//          catalogue are gathered from them
// Reading: decisions 0165, 0217: what an amendment may do, and what it may define, and to whom it
// applies

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/amended/agreement.h"
#include "catalogue/amended/definitions.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"

namespace credit::catalogue {

enum class RowKind { Standard, Measure };

struct EndedRow {
    RowKind kind = RowKind::Standard;
    std::string id;
};

// A row that stood as history, with what it rests on from here on.
struct BegunRow {
    RowKind kind = RowKind::Standard;
    std::string id;
    std::vector<Basis> bases = {};
};

struct MemorandumLine {
    std::string measure;
    std::vector<SubjectCategory> subjects = {};  // whom it binds by the listing itself
    std::vector<std::string> implementers = {};  // 实施单位: functions
};

struct Memorandum {
    std::string title;
    std::string document_number;
    std::string domain;                         // 领域
    std::string lead;                           // 牵头单位: code
    std::vector<std::string> signatories = {};  // 签署单位: codes, the lead among them
    std::string standard;                       // 名单认定标准
    std::string feedback;                       // 反馈周期: "monthly", "quarterly" …
    Date through{};                             // 有效期: its last day
    std::vector<MemorandumLine> lines = {};
};

struct Amendment {
    Date from{};  // its first day
    std::vector<EndedRow> ends = {};
    std::vector<BegunRow> begins = {};
    Definitions defines = {};
    std::optional<Memorandum> memorandum = {};
    std::optional<Agreement> agreement = {};
};

// The catalogue with these on top of law/, in their order, in place of whatever stood there.
void amend(Catalogue& catalogue, std::span<const Amendment> amendments);

}  // namespace credit::catalogue
