#include "catalogue/code_list.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "foundation/text.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr std::string_view other = "其他";

// The form in which spellings are compared.
std::string plain_cell(std::string_view cell) {
    return text::to_upper_ascii(text::without_spaces(text::nfkc(text::unify_look_alikes(cell))));
}

// What follows "其他-", "其他—" or "其他:"; nothing when the cell does not begin so.
std::optional<std::string> written_out(std::string_view cell) {
    const auto value = text::without_spaces(text::nfkc(cell));
    if (!value.starts_with(other)) return std::nullopt;
    std::string_view rest = std::string_view(value).substr(other.size());
    for (const std::string_view dash : {"-", "—", "–", "−", ":", "("}) {
        while (rest.starts_with(dash)) rest.remove_prefix(dash.size());
    }
    if (rest.ends_with(")")) rest.remove_suffix(1);
    return std::string(rest);
}

Result<CodeItem> read_item(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"code", "zh", "en", "spellings", "publicity_class"}));
    return CodeItem{.code = TRY(table.text("code")),
                    .zh = TRY(table.text("zh")),
                    .en = TRY(table.text("en")),
                    .spellings = TRY(table.texts("spellings")),
                    .publicity_class = TRY(table.text_or("publicity_class", ""))};
}

Result<CodeList> read_list(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"id", "other_written_out", "item"}));
    std::vector<CodeItem> items;
    for (const auto* item : TRY(table.tables("item"))) items.push_back(TRY(read_item(*item)));
    auto id = TRY(table.text("id"));
    return CodeList(std::move(id), TRY(table.flag_or("other_written_out", false)),
                    std::move(items));
}

std::vector<std::string_view> parts_of(std::string_view cell) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < cell.size();) {
        std::size_t width = 0;
        for (const std::string_view separator : {"；", ";", "、", "，", ",", "|"}) {
            if (cell.substr(at).starts_with(separator)) width = separator.size();
        }
        if (width != 0) {
            parts.push_back(cell.substr(begin, at - begin));
            begin = at + width;
        }
        at += std::max<std::size_t>(width, 1);
    }
    parts.push_back(cell.substr(begin));
    std::erase_if(parts, [](std::string_view part) { return text::trim(part).empty(); });
    return parts;
}

}  // namespace

CodeList::CodeList(std::string id, bool written_out_other, std::vector<CodeItem> items)
    : id_(std::move(id)), written_out_other_(written_out_other), items_(std::move(items)) {
    for (std::size_t number = 0; number < items_.size(); ++number) {
        const auto& item = items_[number];
        by_spelling_.emplace(plain_cell(item.code), number);
        by_spelling_.emplace(plain_cell(item.zh), number);
        for (const auto& spelling : item.spellings)
            by_spelling_.emplace(plain_cell(spelling), number);
    }
}

const CodeItem* CodeList::find(std::string_view code) const {
    const auto found = std::ranges::find(items_, code, &CodeItem::code);
    return found == items_.end() ? nullptr : &*found;
}

Result<CodedValue> CodeList::parse(std::string_view cell) const {
    CodedValue value{.code = "", .original = std::string(text::trim(cell))};
    // Most cells are written as the table writes them; only the rest need the plain form.
    auto found = by_spelling_.find(value.original);
    if (found == by_spelling_.end()) found = by_spelling_.find(plain_cell(cell));
    const bool known = found != by_spelling_.end();
    if (known && !(written_out_other_ && items_[found->second].code == "other")) {
        value.code = items_[found->second].code;
        return value;
    }
    const auto rest = written_out_other_ ? written_out(cell) : std::nullopt;
    if (rest && rest->empty()) {
        return fail(ErrorCode::InvalidInput, "catalogue.other_not_written_out");
    }
    if (!rest)
        return fail(ErrorCode::InvalidInput, "catalogue.not_in_code_list", {id_, described()});
    value.code = "other";
    value.written_out = *rest;
    return value;
}

Result<std::vector<CodedValue>> CodeList::parse_several(std::string_view cell) const {
    std::vector<CodedValue> values;
    for (const auto part : parts_of(cell)) values.push_back(TRY(parse(part)));
    if (values.empty()) {
        return fail(ErrorCode::InvalidInput, "catalogue.not_in_code_list", {id_, described()});
    }
    return values;
}

std::string CodeList::described() const {
    std::string text;
    for (const auto& item : items_) {
        if (!text.empty()) text += "、";
        text += item.zh;
        if (written_out_other_ && item.code == "other") text += "-…";
    }
    return text;
}

Result<CodeLists> CodeLists::load() {
    const auto files = TRY(law::read_toml_files("law/codes.toml"));
    CodeLists codes;
    for (const auto& file : files) {
        for (const auto* table : TRY(file.tables("list"))) {
            auto list = TRY(read_list(*table));
            auto id = list.id();
            const bool added = codes.lists_.try_emplace(id, std::move(list)).second;
            if (!added) return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {id});
        }
    }
    return codes;
}

Result<const CodeList*> CodeLists::find(std::string_view id) const {
    const auto found = lists_.find(id);
    if (found == lists_.end()) {
        return fail(ErrorCode::NotFound, "catalogue.unknown_code_list", {std::string(id)});
    }
    return &found->second;
}

}  // namespace credit::catalogue
