// Instrument (法律文件): a text that binds or guides, in one version, and how far it was read.
//
// An amended text is an instrument of its own; the old one stays, since old records are judged by
// it, and names its successor.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::law {

// From the highest: what may carry a restraint depends on it.
enum class Level {
    Law,                       // 法律
    AdministrativeRegulation,  // 行政法规
    CentralPolicy,             // 党中央、国务院政策文件
    DepartmentalRule,          // 部门规章
    LocalRegulation,           // 地方性法规
    ProvincialPolicy,          // 省级政策文件、政府规章
    JudicialInterpretation,    // 司法解释
    Standard,                  // 标准
    Normative,                 // 其他规范性文件
};

// How far a text or an article was checked.
enum class TextStatus {
    Verified,  // 已核对: read in the original
    Reported,  // 据转载: read in a copy, a translation or a summary
    Unknown,   // 未核实: not read
};

struct Instrument {
    std::string id;     // "sd-social-credit-regulation-2020"
    std::string title;  // 《…》 without the marks
    std::string title_en;
    std::string number;  // 文号; empty where none was established
    std::string issuer;
    Level level = Level::Normative;
    std::string territory;          // area code; empty: the whole country
    std::optional<Date> from = {};  // none: not established
    std::optional<Date> through = {};
    std::string successor;  // id of the version or text that took its place
    Date checked_on;
    TextStatus text_status = TextStatus::Unknown;
    std::string source;
    std::string status_note;

    // Never when its first day is not established.
    bool in_force(Date day) const;
    // Whether it is law in Shandong, not a model from elsewhere.
    bool applies_in_shandong() const;
};

std::string_view name_of(Level level);
std::string_view name_of(TextStatus status);
// In the words that pages show: "已核对".
std::string_view chinese_of(TextStatus status);
// InvalidInput "law.unknown_value".
Result<TextStatus> parse_text_status(std::string_view text);

// One [[instrument]] of a file; what it leaves out is taken from the file's [common] table.
Result<Instrument> read_instrument(const TomlTable& entry, const TomlTable& common);

}  // namespace credit::law
