// What is public about a subject, and what became of a submission, for a person to read.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "cli/answer.h"
#include "foundation/json.h"

namespace credit::cli {
namespace {

constexpr std::size_t faults_shown = 20;

std::string_view standing(std::string_view id) {
    if (id == "confirmed") return "已登记 · registered";
    if (id == "closed") return "自然人信息不公开 · natural persons are not shown";
    if (id == "identity_not_confirmed") return "名称与标识不符 · name and identifier do not agree";
    return "登记库中无此主体 · not known to the register";
}

// A member a line, those within others further to the right.
std::string members_text(const JsonObject& object, const std::string& indent) {
    std::string text;
    for (const auto& member : object) {
        const std::string name(member.key());
        if (member.value().is_object()) {
            text +=
                indent + name + ":\n" + members_text(member.value().get_object(), indent + "  ");
            continue;
        }
        const std::string value = told(object, name);
        if (!value.empty()) text += indent + name + ": " + value + "\n";
    }
    return text;
}

std::string list_text(std::string_view heading, const JsonArray& list) {
    std::string text = "\n" + std::string(heading) + " (" + std::to_string(list.size()) + ")\n";
    int number = 0;
    for (const Json& each : list) {
        if (!each.is_object()) continue;
        text += std::to_string(++number) + ".\n" + members_text(each.get_object(), "   ");
    }
    return text;
}

std::string fault_text(const JsonObject& fault) {
    const std::string sheet = told(fault, "sheet");
    const std::string column = told(fault, "column");
    std::string text = (sheet.empty() ? "" : sheet + " ") + "第 " + told(fault, "row") + " 行 row";
    if (!column.empty()) text += " · " + column + " 列 " + told(fault, "header");
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

}  // namespace

std::string subject_text(const JsonObject& view) {
    std::string text(standing(told(view, "subject")));
    text += "\n";
    JsonObject rest = view;
    for (const char* const name : {"subject", "records", "listings"}) rest.erase(name);
    text += members_text(rest, "");
    for (const char* const name : {"records", "listings"}) {
        const bool records = std::string_view(name) == "records";
        text += list_text(records ? "记录 · records" : "列入 · listings", items(view, name));
    }
    return text;
}

std::string submission_text(const JsonObject& report) {
    std::string text = counts_text(report);
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
    return text;
}

}  // namespace credit::cli
