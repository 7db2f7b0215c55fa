// Organisations that a text may mean, for a person to read.

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "cli/answer.h"
#include "foundation/json.h"

namespace credit::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> reasons{{
    {"code", "代码相同 · its code"},
    {"exact", "名称相同 · its name"},
    {"company_form", "仅组织形式不同 · differs in the company form"},
    {"contained", "名称包含 · the name contains it"},
    {"homophone", "同音 · sounds alike"},
    {"swapped", "相邻两字颠倒 · two neighbours swapped"},
    {"wrong", "一字不同 · one character differs"},
    {"missing", "少一字 · one character missing"},
    {"extra", "多一字 · one character too many"},
}};

std::string reason_text(const JsonObject& hit) {
    std::string text;
    const std::string reason = told(hit, "reason");
    for (const auto& [id, words] : reasons) {
        if (id == reason) text = words;
    }
    if (told(hit, "other_script") == "true") text += "；繁简 · traditional and simplified";
    if (told(hit, "former_name") != "true") return text;
    text += "；曾用名 · a former name";
    const std::string through = told(hit, "valid_through");
    if (!through.empty()) text += " (至 through " + through + ")";
    const std::string today = told(hit, "name_today");
    return today.empty() ? text : text + "；现名 now: " + today;
}

}  // namespace

std::string search_text(const JsonObject& answer) {
    const JsonArray& hits = items(answer, "hits");
    if (hits.empty()) return "没有找到 · nothing found\n";
    std::string text;
    for (const Json& each : hits) {
        if (!each.is_object()) continue;
        const JsonObject& hit = each.get_object();
        text += told(hit, "unified_social_credit_code") + "  " + told(hit, "name") + "\n    " +
                reason_text(hit) + "\n";
    }
    return text + "名称相同不等于同一主体，请核对代码 · a name confirms nobody: compare the code\n";
}

}  // namespace credit::cli
