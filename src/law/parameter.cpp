#include "law/parameter.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "calendar/period.h"
#include "foundation/result.h"
#include "law/instrument.h"
#include "law/toml_reader.h"

namespace credit::law {
namespace {

using calendar::Unit;

Result<std::variant<Period, std::int64_t>> read_value(const TomlTable& entry) {
    constexpr std::array<std::pair<std::string_view, Unit>, 4> units{
        {{"years", Unit::Years},
         {"months", Unit::Months},
         {"days", Unit::Days},
         {"working_days", Unit::WorkingDays}}};
    const auto* value = TRY(entry.table("value"));
    if (value->entries().size() != 1) return entry.fault("law.not_one_value", "value");
    for (const auto& [name, unit] : units) {
        if (!value->contains(name)) continue;
        const auto amount = TRY(value->integer(name));
        if (amount < 0 || amount > 1000) return entry.fault("law.not_one_value", name);
        return Period{.amount = static_cast<int>(amount), .unit = unit};
    }
    return TRY(value->integer("number"));
}

}  // namespace

Result<Parameter> read_parameter(const TomlTable& entry) {
    TRY(entry.refuse_unknown({"name", "instrument", "article", "article_status", "from", "through",
                              "value", "rule", "rule_zh"}));
    const auto status = TRY(entry.text("article_status"));
    return Parameter{
        .name = TRY(entry.text("name")),
        .citation = {.instrument = TRY(entry.text("instrument")),
                     .article = TRY(entry.text_or("article", "")),
                     .status = TRY(parse_text_status(status))},
        .from = TRY(entry.day("from")),
        .through = TRY(entry.optional_day("through")),
        .value = TRY(read_value(entry)),
        .rule = TRY(entry.text("rule")),
        .rule_zh = TRY(entry.text("rule_zh")),
    };
}

}  // namespace credit::law
