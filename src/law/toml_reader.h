// Data files of the project (TOML) as a plain tree, and readers that name the file and line at
// fault.
//
// Used for law/ and words/ and whatever else is data in the program. The TOML library stands in
// toml_reader.cpp only. Every reader fails with InvalidInput: "law.toml_missing" (file, line,
// member) or "law.toml_wrong_type" (file, line, member).

#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::law {

struct TomlNode;

class TomlTable {
public:
    struct Entry;

    TomlTable(std::shared_ptr<const std::string> file, std::int64_t line);
    TomlTable(const TomlTable&);
    TomlTable(TomlTable&&) noexcept;
    TomlTable& operator=(const TomlTable&);
    TomlTable& operator=(TomlTable&&) noexcept;
    ~TomlTable();

    // Its members in the order of the file.
    const std::vector<Entry>& entries() const { return entries_; }
    void add(std::string name, TomlNode node);
    bool contains(std::string_view name) const { return find(name) != nullptr; }
    // Null when absent.
    const TomlNode* find(std::string_view name) const;

    // The member; absent or of another type is a fault.
    Result<std::string> text(std::string_view name) const;
    Result<std::int64_t> integer(std::string_view name) const;
    Result<Date> day(std::string_view name) const;
    Result<const TomlTable*> table(std::string_view name) const;

    // The same when it may be left out; of another type is a fault still.
    Result<std::string> text_or(std::string_view name, std::string_view fallback) const;
    Result<bool> flag_or(std::string_view name, bool fallback) const;
    Result<std::optional<std::int64_t>> optional_integer(std::string_view name) const;
    Result<std::optional<Date>> optional_day(std::string_view name) const;
    Result<std::vector<std::string>> texts(std::string_view name) const;        // ["a", "b"]
    Result<std::vector<Date>> days(std::string_view name) const;                // [2026-01-01]
    Result<std::vector<const TomlTable*>> tables(std::string_view name) const;  // [[name]]

    // InvalidInput "law.toml_unknown" (file, line, member) for a member not named here.
    Result<void> refuse_unknown(std::initializer_list<std::string_view> known) const;

    // For faults that only the caller can see: a word id with (file, line, member).
    std::unexpected<Error> fault(std::string_view word, std::string_view member) const;

    std::string_view file() const { return *file_; }
    std::int64_t line() const { return line_; }

private:
    std::shared_ptr<const std::string> file_;
    std::int64_t line_;
    std::vector<Entry> entries_;
};

struct TomlNode {
    std::variant<std::string, std::int64_t, bool, Date, std::vector<TomlNode>, TomlTable> value;
};

struct TomlTable::Entry {
    std::string name;
    TomlNode node;
};

// InvalidInput "law.toml_broken" (file, line, what the reader says).
Result<TomlTable> parse_toml(std::string_view file, std::string_view content);

// Every file embedded in the program whose path begins with the prefix, in the order of their
// paths: read_toml_files("law/instruments/"). The first broken file fails it.
Result<std::vector<TomlTable>> read_toml_files(std::string_view path_prefix);

}  // namespace credit::law
