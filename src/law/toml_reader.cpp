#include "law/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "foundation/embedded_files.h"

namespace credit::law {
namespace {

using File = std::shared_ptr<const std::string>;

std::int64_t line_of(const toml::node& node) {
    return static_cast<std::int64_t>(node.source().begin.line);
}

Date to_date(const toml::date& day) {
    return std::chrono::year{day.year} / day.month / day.day;
}

TomlTable convert_table(const File& file, const toml::table& source);

// Kinds that our files do not use (numbers with a point, times) become their text.
TomlNode convert(const File& file, const toml::node& source) {
    if (const auto* table = source.as_table()) return {convert_table(file, *table)};
    if (const auto* array = source.as_array()) {
        std::vector<TomlNode> elements;
        for (const auto& element : *array) elements.push_back(convert(file, element));
        return {std::move(elements)};
    }
    if (const auto value = source.value_exact<std::string>()) return {*value};
    if (const auto value = source.value_exact<std::int64_t>()) return {*value};
    if (const auto value = source.value_exact<bool>()) return {*value};
    if (const auto value = source.value_exact<toml::date>()) return {to_date(*value)};
    return {fmt::format("{}", source.value_or(0.0))};
}

TomlTable convert_table(const File& file, const toml::table& source) {
    std::vector<std::pair<const toml::key*, const toml::node*>> members;
    for (const auto& [key, node] : source) members.emplace_back(&key, &node);
    // The library sorts by name; the file's own order is what its author meant.
    std::ranges::sort(members, [](const auto& a, const auto& b) {
        const auto left = a.first->source().begin;
        const auto right = b.first->source().begin;
        return std::pair(left.line, left.column) < std::pair(right.line, right.column);
    });
    TomlTable table(file, line_of(source));
    for (const auto& [key, node] : members) table.add(std::string(*key), convert(file, *node));
    return table;
}

// The member as a T; null when it is absent or of another type.
template <typename T>
const T* find_as(const TomlTable& table, std::string_view name) {
    const auto* node = table.find(name);
    return node == nullptr ? nullptr : std::get_if<T>(&node->value);
}

template <typename T>
Result<T> require(const TomlTable& table, std::string_view name) {
    if (!table.contains(name)) return table.fault("law.toml_missing", name);
    const auto* value = find_as<T>(table, name);
    if (value == nullptr) return table.fault("law.toml_wrong_type", name);
    return *value;
}

template <typename T>
Result<std::optional<T>> find_optional(const TomlTable& table, std::string_view name) {
    if (!table.contains(name)) return std::optional<T>{};
    return TRY(require<T>(table, name));
}

template <typename T>
Result<std::vector<T>> require_all(const TomlTable& table, std::string_view name) {
    std::vector<T> values;
    for (const auto& node :
         TRY(find_optional<std::vector<TomlNode>>(table, name)).value_or(std::vector<TomlNode>{})) {
        const auto* value = std::get_if<T>(&node.value);
        if (value == nullptr) return table.fault("law.toml_wrong_type", name);
        values.push_back(*value);
    }
    return values;
}

}  // namespace

// Here, where an entry is complete: a table holds nodes and a node may hold a table.
TomlTable::TomlTable(std::shared_ptr<const std::string> file, std::int64_t line)
    : file_(std::move(file)), line_(line) {}
TomlTable::TomlTable(const TomlTable&) = default;
TomlTable::TomlTable(TomlTable&&) noexcept = default;
TomlTable& TomlTable::operator=(const TomlTable&) = default;
TomlTable& TomlTable::operator=(TomlTable&&) noexcept = default;
TomlTable::~TomlTable() = default;

void TomlTable::add(std::string name, TomlNode node) {
    entries_.push_back({std::move(name), std::move(node)});
}

const TomlNode* TomlTable::find(std::string_view name) const {
    const auto entry = std::ranges::find(entries_, name, &Entry::name);
    return entry == entries_.end() ? nullptr : &entry->node;
}

Result<std::string> TomlTable::text(std::string_view name) const {
    return require<std::string>(*this, name);
}

Result<std::int64_t> TomlTable::integer(std::string_view name) const {
    return require<std::int64_t>(*this, name);
}

Result<Date> TomlTable::day(std::string_view name) const {
    return require<Date>(*this, name);
}

Result<const TomlTable*> TomlTable::table(std::string_view name) const {
    if (!contains(name)) return fault("law.toml_missing", name);
    const auto* table = find_as<TomlTable>(*this, name);
    if (table == nullptr) return fault("law.toml_wrong_type", name);
    return table;
}

Result<std::string> TomlTable::text_or(std::string_view name, std::string_view fallback) const {
    return TRY(find_optional<std::string>(*this, name)).value_or(std::string(fallback));
}

Result<bool> TomlTable::flag_or(std::string_view name, bool fallback) const {
    return TRY(find_optional<bool>(*this, name)).value_or(fallback);
}

Result<std::optional<std::int64_t>> TomlTable::optional_integer(std::string_view name) const {
    return find_optional<std::int64_t>(*this, name);
}

Result<std::optional<Date>> TomlTable::optional_day(std::string_view name) const {
    return find_optional<Date>(*this, name);
}

Result<std::vector<std::string>> TomlTable::texts(std::string_view name) const {
    return require_all<std::string>(*this, name);
}

Result<std::vector<Date>> TomlTable::days(std::string_view name) const {
    return require_all<Date>(*this, name);
}

Result<std::vector<const TomlTable*>> TomlTable::tables(std::string_view name) const {
    std::vector<const TomlTable*> found;
    if (!contains(name)) return found;
    const auto* array = find_as<std::vector<TomlNode>>(*this, name);
    if (array == nullptr) return fault("law.toml_wrong_type", name);
    for (const auto& node : *array) {
        const auto* table = std::get_if<TomlTable>(&node.value);
        if (table == nullptr) return fault("law.toml_wrong_type", name);
        found.push_back(table);
    }
    return found;
}

Result<void> TomlTable::refuse_unknown(std::initializer_list<std::string_view> known) const {
    for (const auto& entry : entries_) {
        if (std::ranges::find(known, entry.name) == known.end()) {
            return fault("law.toml_unknown", entry.name);
        }
    }
    return {};
}

std::unexpected<Error> TomlTable::fault(std::string_view word, std::string_view member) const {
    return fail(ErrorCode::InvalidInput, word,
                {*file_, std::to_string(line_), std::string(member)});
}

Result<TomlTable> parse_toml(std::string_view file, std::string_view content) {
    const auto parsed = toml::parse(content, file);
    if (!parsed) {
        const auto line = std::to_string(parsed.error().source().begin.line);
        return fail(ErrorCode::InvalidInput, "law.toml_broken",
                    {std::string(file), line, std::string(parsed.error().description())});
    }
    return convert_table(std::make_shared<const std::string>(file), parsed.table());
}

Result<std::vector<TomlTable>> read_toml_files(std::string_view path_prefix) {
    std::vector<TomlTable> tables;
    for (const auto& file : foundation::embedded_files()) {
        if (!file.path.starts_with(path_prefix) || !file.path.ends_with(".toml")) continue;
        tables.push_back(TRY(parse_toml(file.path, file.content)));
    }
    return tables;
}

}  // namespace credit::law
