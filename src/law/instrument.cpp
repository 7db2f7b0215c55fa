#include "law/instrument.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::law {
namespace {

template <typename Value>
using Names = std::pair<Value, std::string_view>;

constexpr std::array<Names<Level>, 9> levels{{
    {Level::Law, "law"},
    {Level::AdministrativeRegulation, "administrative_regulation"},
    {Level::CentralPolicy, "central_policy"},
    {Level::DepartmentalRule, "departmental_rule"},
    {Level::LocalRegulation, "local_regulation"},
    {Level::ProvincialPolicy, "provincial_policy"},
    {Level::JudicialInterpretation, "judicial_interpretation"},
    {Level::Standard, "standard"},
    {Level::Normative, "normative"},
}};

constexpr std::array<Names<TextStatus>, 3> statuses{{
    {TextStatus::Verified, "verified"},
    {TextStatus::Reported, "reported"},
    {TextStatus::Unknown, "unknown"},
}};

template <typename Value, std::size_t Count>
Result<Value> value_named(const std::array<Names<Value>, Count>& names, std::string_view text) {
    const auto* found = std::ranges::find(names, text, &Names<Value>::second);
    if (found == names.end()) {
        return fail(ErrorCode::InvalidInput, "law.unknown_value", {std::string(text)});
    }
    return found->first;
}

template <typename Value, std::size_t Count>
std::string_view name_in(const std::array<Names<Value>, Count>& names, Value value) {
    return std::ranges::find(names, value, &Names<Value>::first)->second;
}

// The entry's own member, or the common one, or nothing.
Result<std::string> text_of(const TomlTable& entry, const TomlTable& common,
                            std::string_view name) {
    return entry.contains(name) ? entry.text(name) : common.text_or(name, "");
}

Result<void> refuse_strangers(const TomlTable& entry) {
    return entry.refuse_unknown({"id", "title", "title_en", "number", "issuer", "level",
                                 "territory", "from", "through", "successor", "checked_on",
                                 "text_status", "source", "status_note"});
}

}  // namespace

bool Instrument::in_force(Date day) const {
    return from && *from <= day && (!through || day <= *through);
}

bool Instrument::applies_in_shandong() const {
    return territory.empty() || territory.starts_with("37");
}

std::string_view name_of(Level level) {
    return name_in(levels, level);
}

std::string_view name_of(TextStatus status) {
    return name_in(statuses, status);
}

std::string_view chinese_of(TextStatus status) {
    switch (status) {
        case TextStatus::Verified:
            return "已核对";
        case TextStatus::Reported:
            return "据转载";
        case TextStatus::Unknown:
            return "未核实";
    }
    std::unreachable();
}

Result<TextStatus> parse_text_status(std::string_view text) {
    return value_named(statuses, text);
}

Result<Instrument> read_instrument(const TomlTable& entry, const TomlTable& common) {
    TRY(refuse_strangers(entry));
    const auto level = TRY(text_of(entry, common, "level"));
    const auto status = TRY(text_of(entry, common, "text_status"));
    return Instrument{
        .id = TRY(entry.text("id")),
        .title = TRY(entry.text("title")),
        .title_en = TRY(entry.text("title_en")),
        .number = TRY(entry.text_or("number", "")),
        .issuer = TRY(text_of(entry, common, "issuer")),
        .level = TRY(value_named(levels, level)),
        .territory = TRY(text_of(entry, common, "territory")),
        .from = TRY(entry.optional_day("from")),
        .through = TRY(entry.optional_day("through")),
        .successor = TRY(entry.text_or("successor", "")),
        .checked_on = TRY((entry.contains("checked_on") ? entry : common).day("checked_on")),
        .text_status = TRY(parse_text_status(status)),
        .source = TRY(text_of(entry, common, "source")),
        .status_note = TRY(entry.text_or("status_note", "")),
    };
}

}  // namespace credit::law
