// What is shown about a subject, for a person to read.

#include <string>
#include <string_view>

#include "cli/answer.h"
#include "foundation/json.h"

namespace credit::cli {
namespace {

std::string_view standing_shown(std::string_view id) {
    if (id == "shown") return "";
    if (id == "identity_not_confirmed")
        return "名称与标识不符 · name and identifier do not agree\n";
    return "没有可公开的信息 · nothing that is public\n";
}

// "SD-SAMR 山东省市场监督管理局"
std::string authority_of(const JsonObject& object) {
    return told(object, "authority") + " " + told(object, "authority_zh");
}

std::string exposure_text(const JsonObject& object) {
    const std::string from = told(object, "public_from");
    const std::string through = told(object, "public_through");
    std::string text = labelled_line("   文书 document: ", told(object, "document_number"));
    if (!from.empty()) {
        text += "   公示 public: 自 from " + from +
                (through.empty() ? "" : " 至 through " + through) + "\n";
    }
    return text + labelled_line("   依据 article: ", told(object, "article"));
}

std::string listing_text(const JsonObject& listing) {
    std::string text = told(listing, "title_zh") + " · " + told(listing, "title_en");
    if (told(listing, "on_hold") == "true") text += "  〔暂停 · ON HOLD〕";
    if (told(listing, "in_force") == "false") text += "  〔已结束 · ended〕";
    text += "\n" + labelled_line("   单位 authority: ", authority_of(listing));
    text += labelled_line("   事由 ground: ", told(listing, "ground_zh"));
    text += labelled_line("                ", told(listing, "ground_en"));
    return text + exposure_text(listing);
}

std::string record_text(const JsonObject& record) {
    std::string text = told(record, "kind_zh") + " · " + told(record, "kind_en");
    if (told(record, "reference_only") == "true") text += "  〔仅供参考 · reference only〕";
    text += "\n" + labelled_line("   单位 authority: ", authority_of(record));
    text += labelled_line("   决定日期 decided on: ", told(record, "decided_on")) +
            exposure_text(record);
    for (const Json& each : items(record, "columns")) {
        if (!each.is_object()) continue;
        const JsonObject& column = each.get_object();
        const std::string withheld = told(column, "withheld");
        std::string value = told(column, "value");
        if (withheld == "publicity.waits_for_officer") value = "〔待审 · waits for an officer〕";
        if (withheld == "publicity.kept_closed") value = "〔不予公示 · not published〕";
        text += "     " + told(column, "header") + ": " + value + "\n";
    }
    return text;
}

using Text = std::string (*)(const JsonObject&);

std::string list_text(std::string_view heading, const JsonArray& list, Text text_of) {
    std::string text = "\n" + std::string(heading) + " (" + std::to_string(list.size()) + ")\n";
    int number = 0;
    for (const Json& each : list) {
        if (!each.is_object()) continue;
        text += std::to_string(++number) + ". " + text_of(each.get_object());
    }
    return text;
}

}  // namespace

std::string subject_text(const JsonObject& view) {
    const std::string id = told(view, "standing_shown");
    std::string text(standing_shown(id));
    text += labelled_line("日期 as of: ", told(view, "as_of"));
    if (id != "shown") return text;
    text += labelled_line("名称 name: ", told(view, "name"));
    text += labelled_line("统一社会信用代码 code: ", told(view, "unified_social_credit_code"));
    text += labelled_line("登记状态 state: ", told(view, "registration_state"));
    text += list_text("列入 · listings", items(view, "listings"), listing_text);
    return text + list_text("记录 · records", items(view, "records"), record_text);
}

}  // namespace credit::cli
