// What a counter is told: what is in force, what it must or may do, and the receipt.

#include <memory>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "cli/answer.h"
#include "foundation/json.h"
#include "server/lore.h"

namespace credit::cli {
namespace {

std::string_view standing_confirmed(std::string_view id) {
    if (id == "confirmed") return "身份相符 · identity confirmed";
    if (id == "identity_not_confirmed") {
        return "名称与标识不符，不显示任何信息 · name and identifier do not agree; nothing is "
               "shown";
    }
    return "登记库中无此主体 · not known to the register";
}

std::string_view obligation(std::string_view id) {
    if (id == "mandatory") return "应当 MANDATORY";
    if (id == "recommended") return "建议 recommended";
    return "仅供参考 information only";
}

// Ids as the catalogue that comes with the program names them; a server may know others.
class Names {
public:
    Names() : lore_(server::Lore::load().value_or(nullptr)) {}

    std::string standard(const std::string& id) const {
        const auto* const found = lore_ ? lore_->catalogue.standards.find(id) : nullptr;
        return found != nullptr ? both(found->title_zh, found->title_en, id) : id;
    }
    std::string measure(const std::string& id) const {
        const auto* const found = lore_ ? lore_->catalogue.measures.find(id) : nullptr;
        return found != nullptr ? both(found->title_zh, found->title_en, id) : id;
    }
    std::string authority(const std::string& code) const {
        if (!lore_) return code;
        const auto found = lore_->catalogue.authorities.find(code);
        return found ? both((*found)->zh, (*found)->en, code) : code;
    }

    // The department of the province that has the function, where one has it.
    std::string implementer(const std::string& function) const {
        if (function == "all_departments") return "各有关部门 · all departments";
        if (function == "permit_authority") return "许可机关 · whoever permits";
        if (!lore_) return function;
        for (const auto& office : lore_->catalogue.authorities.all()) {
            const bool here = office.level == catalogue::RegionLevel::Province;
            if (here && office.has_function(function)) return both(office.zh, office.en, function);
        }
        return function;
    }

private:
    static std::string both(const std::string& zh, const std::string& en, const std::string& id) {
        return zh + " · " + en + "  [" + id + "]";
    }

    std::shared_ptr<const server::Lore> lore_;
};

std::string status_text(const std::string& status) {
    if (status.empty() || status == "verified") return {};
    return status == "reported" ? " [据转载，未核对原文 reported]" : " [原文未核对 " + status + "]";
}

// "《…》第三十九条 [据转载 reported] · Regulation …, art. 39"
std::string article_text(const Json& value) {
    if (!value.is_object()) return value.is_string() ? std::string(value.get_string()) : "";
    const JsonObject& article = value.get_object();
    return told(article, "zh") + status_text(told(article, "article_status")) + " · " +
           told(article, "en");
}

std::string duty_text(const JsonObject& duty, const Names& names) {
    std::string text = "   - " + std::string(obligation(told(duty, "obligation"))) + "  " +
                       told(duty, "measure") + "  " + told(duty, "title_zh") + " · " +
                       told(duty, "title_en") + "\n";
    for (const Json& article : items(duty, "articles")) {
        text += labelled_line("     依据 article: ", article_text(article));
    }
    text +=
        labelled_line("     实施 carried out by: ", names.implementer(told(duty, "implementer")));
    text += labelled_line("     告知用语 words: ", told(duty, "words_zh"));
    text += labelled_line("                     ", told(duty, "words_en"));
    text += labelled_line("     救济 remedy: ", told(duty, "remedy_zh"));
    return text + labelled_line("                  ", told(duty, "remedy"));
}

std::string effect_text(const JsonObject& effect, const Names& names) {
    const bool on_hold = told(effect, "state") == "on_hold";
    const std::string through = told(effect, "through");
    std::string text = effect.contains("listing") ? names.standard(told(effect, "standard"))
                                                  : names.measure(told(effect, "measure"));
    text += on_hold ? "  〔暂停 · ON HOLD〕\n" : "\n";
    text += labelled_line("   单位 authority: ", names.authority(told(effect, "authority")));
    text += labelled_line("   文书 document: ", told(effect, "document"));
    text +=
        "   自 from " + told(effect, "from") +
        (through.empty() ? "，直至 until " + told(effect, "ends_when") : " 至 through " + through) +
        "\n";
    text += labelled_line("   ", told(effect, "hold_zh")) +
            labelled_line("   ", told(effect, "hold_en"));
    for (const Json& duty : items(effect, "duties")) {
        if (duty.is_object()) text += duty_text(duty.get_object(), names);
    }
    return text;
}

std::string effects_text(std::string_view heading, const JsonArray& effects, const Names& names) {
    if (effects.empty()) return {};
    std::string text = "\n" + std::string(heading) + "\n";
    int number = 0;
    for (const Json& effect : effects) {
        if (!effect.is_object()) continue;
        text += std::to_string(++number) + ". " + effect_text(effect.get_object(), names);
    }
    return text;
}

}  // namespace

std::string check_text(const JsonObject& answer) {
    std::string text(standing_confirmed(told(answer, "subject")));
    text += "\n";
    if (const auto* const found = answer.if_contains("eligibility");
        found != nullptr && found->is_object()) {
        text += told(found->get_object(), "zh") + " · " + told(found->get_object(), "en") + "\n";
    }
    const Names names;
    text += effects_text("生效信息 · in force", items(answer, "in_force"), names);
    text += effects_text("激励 · incentives", items(answer, "incentives"), names);
    if (told(answer, "nothing_found") == "true") {
        text +=
            "当日未查到生效信息；这不是对信用的评价 · nothing found on this day; this is no "
            "statement of good credit\n";
    }
    if (answer.contains("decided_by")) {
        text += "\n自然人：由经办人依法决定，系统不作决定 · a natural person: an officer decides\n";
    }
    if (told(answer, "provisional") == "true") {
        text +=
            "期限涉及未公布放假安排的年份，为暂定 · a day falls in a year without an official "
            "calendar: provisional\n";
    }
    text += "\n" + labelled_line("数据时点 data as of: ", told(answer, "data_as_of"));
    text += labelled_line("回执 receipt: ", told(answer, "receipt"));
    return told(answer, "demonstration") == "true" ? text + "演示库 · a demonstration\n" : text;
}

}  // namespace credit::cli
