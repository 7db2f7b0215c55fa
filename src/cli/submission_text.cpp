// What became of a submission, for a person to read.

#include <algorithm>
#include <cstddef>
#include <string>

#include "cli/answer.h"
#include "foundation/json.h"

namespace credit::cli {
namespace {

constexpr std::size_t faults_shown = 20;
constexpr std::size_t warnings_shown = 5;

std::string place_text(const JsonObject& fault) {
    const std::string sheet = told(fault, "sheet");
    const std::string column = told(fault, "column");
    std::string text = (sheet.empty() ? "" : sheet + " ") + "第 " + told(fault, "row") + " 行 row";
    if (!column.empty()) text += " · " + column + " 列 " + told(fault, "header");
    return text;
}

std::string warning_text(const JsonObject& warning) {
    return place_text(warning) + "\n  " + told(warning, "what") + " · " + told(warning, "what_en") +
           "\n";
}

std::string warnings_text(const JsonObject& report) {
    const JsonArray& warnings = items(report, "warnings");
    std::string text;
    for (std::size_t place = 0; place < std::min(warnings_shown, warnings.size()); ++place) {
        if (warnings[place].is_object()) text += warning_text(warnings[place].get_object());
    }
    if (warnings.size() > warnings_shown) {
        const auto total = told(report, "warnings_total");
        text += "…… 共 " + total + " 处提示，不影响接受 · " + total +
                " notes in all; nothing was refused on them\n";
    }
    return text;
}

std::string fault_text(const JsonObject& fault) {
    std::string text = place_text(fault);
    if (!told(fault, "value").empty()) text += " · “" + told(fault, "value") + "”";
    text += "\n  " + told(fault, "what") + " · " + told(fault, "what_en") + "\n";
    if (!told(fault, "article").empty()) text += "  依据 article: " + told(fault, "article") + "\n";
    return text + "  应改 right: " + told(fault, "hint") + " · " + told(fault, "hint_en") + "\n";
}

std::string counts_text(const JsonObject& report) {
    return "接受 accepted " + told(report, "accepted") + " · 退回 rejected " +
           told(report, "rejected") + " · 未变 unchanged " + told(report, "unchanged") +
           " · 更正 superseded " + told(report, "superseded") + " · 待核 quarantined " +
           told(report, "quarantined") + "\n";
}

std::string notes_text(const JsonObject& report) {
    std::string text;
    for (const auto& header : items(report, "left_out")) {
        if (!header.is_string()) continue;
        text += "未采用的列 column not taken in: " + std::string(header.as_string()) + "\n";
    }
    for (const auto& sheet : items(report, "sheets_left_out")) {
        if (!sheet.is_string()) continue;
        text += "未读取的工作表（不是报送表）worksheet not read, no table of records: " +
                std::string(sheet.as_string()) + "\n";
    }
    const auto reference_only = told(report, "reference_only");
    if (!reference_only.empty() && reference_only != "0") {
        text +=
            "缺少法定要素、仅供参考的名单记录 listings kept as reference only: " + reference_only +
            "（缺少什么见报送结果 · what each lacks: GET /v1/submissions/{submission}）\n";
    }
    return text;
}

}  // namespace

std::string submission_text(const JsonObject& report) {
    std::string text = counts_text(report) + notes_text(report);
    if (told(report, "complete") == "false" && told(report, "rejected") != "0") {
        text +=
            "有错误行，整个文件未接受；接受其余行请加 --partial · nothing of the file was "
            "accepted; "
            "for the rows that are right add --partial\n";
    }
    const JsonArray& faults = items(report, "faults");
    for (std::size_t place = 0; place < std::min(faults_shown, faults.size()); ++place) {
        if (faults[place].is_object()) text += fault_text(faults[place].get_object());
    }
    if (faults.size() > faults_shown) {
        text += "…… 共 " + told(report, "faults_total") +
                " 处；全部标注请用 --faults OUT · for all of them use --faults OUT\n";
    }
    return text + warnings_text(report);
}

}  // namespace credit::cli
