// Hit (检索结果): an organisation that a text may mean, and why it was found.
//
// A name finds; it never confirms. Whoever decides anything about an organisation asks for its
// code, and compares the name afterwards (subjects/name_match.h).
//
// Law: personal-information-protection-law-2021 art. 8 — information is accurate: nobody is taken
//      for somebody else

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "subjects/subject.h"

namespace credit::search {

// How the text and the name differ, the nearest first.
enum class Reason : std::uint8_t {
    Code,         // the text is the code
    Exact,        // 名称相同
    CompanyForm,  // 仅组织形式不同: the same but for the words of the company form
    Contained,    // 名称包含
    Homophone,    // 同音
    Swapped,      // 相邻两字颠倒
    Wrong,        // 一字不同
    Missing,      // 少一字: the text lacks a character that the name has
    Extra,        // 多一字
};

// "code", "exact", "company_form", "contained", "homophone", "swapped", "wrong", "missing",
// "extra".
std::string_view name_of(Reason reason);

struct Hit {
    std::string code;        // unified social credit code
    std::string name;        // that was found
    std::string name_today;  // empty when there is none on the day
    Reason reason{};
    bool former_name = false;   // 曾用名: it was the name on other days
    bool other_script = false;  // 繁简: traditional for simplified characters or the reverse
    subjects::Validity validity = {};

    // Never, whatever the reason.
    static constexpr bool confirms() { return false; }
    bool operator==(const Hit&) const = default;
};

using Hits = std::vector<Hit>;

}  // namespace credit::search
