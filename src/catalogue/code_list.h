// Code lists (代码表) of the national tables, with the spellings that files really use.
//
// Values that older tables used are mapped, and the original is kept beside the code.

#pragma once

#include <map>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace credit::catalogue {

struct CodeItem {
    std::string code;  // "fine": stable, ours
    std::string zh;    // "罚款": as the table writes it
    std::string en;
    std::vector<std::string> spellings = {};  // other spellings that mean it
    std::string publicity_class = {};         // penalties: minor, general, serious, closed
};

// A cell as it was understood.
struct CodedValue {
    std::string code;
    std::string written_out = {};  // what follows "其他-"
    std::string original;          // as it stood in the file
};

class CodeList {
public:
    CodeList(std::string id, bool written_out_other, std::vector<CodeItem> items);

    const std::string& id() const { return id_; }
    std::span<const CodeItem> items() const { return items_; }
    // Whether 其他 must be followed by what it is: "其他-…".
    bool written_out_other() const { return written_out_other_; }
    // Null when the list has no such code.
    const CodeItem* find(std::string_view code) const;

    // One value. InvalidInput "catalogue.not_in_code_list" (list, what it holds),
    // "catalogue.other_not_written_out" for a bare 其他 where the table asks for "其他-…".
    Result<CodedValue> parse(std::string_view cell) const;
    // Several, joined by ； ; 、 or ，. Fails with the first that fails.
    Result<std::vector<CodedValue>> parse_several(std::string_view cell) const;
    // The values as the table writes them, for hints: "普通、特许、…".
    std::string described() const;

private:
    std::string id_;
    bool written_out_other_;  // 其他 must be followed by what it is
    std::vector<CodeItem> items_;
    std::map<std::string, std::size_t, std::less<>> by_spelling_;
};

class CodeLists {
public:
    // law/codes.toml. InvalidInput "catalogue.defined_twice" and the faults of the reader.
    static Result<CodeLists> load();

    // NotFound "catalogue.unknown_code_list".
    Result<const CodeList*> find(std::string_view id) const;
    // In the order of their ids.
    auto all() const { return std::views::values(lists_); }

private:
    std::map<std::string, CodeList, std::less<>> lists_;
};

}  // namespace credit::catalogue
