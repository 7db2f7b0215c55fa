// Agreement on recognition (信用评价结果互认协议): evaluations that authorities of another province
// decided, and that count here as long as the agreement is in force.
//
// Within the province nothing of the kind is needed: one platform serves all of it.
//
// Law:     luzhengfa-2017-44 item 17 — cooperation across regions; results of evaluations are
//          mutually recognised
// Reading: decision 0216: what counts as another region, and what an agreement must say

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/amended/rows.h"
#include "foundation/clock.h"

namespace credit::catalogue {

struct Agreement {
    std::string title;
    std::string document_number;
    std::string region;                         // of the other side: "310000"
    std::string region_name;                    // as the agreement calls it
    std::vector<std::string> signatories = {};  // codes of authorities of this side
    std::vector<std::string> categories = {};   // codes of the list evaluation_category
    Date from{};
    Date through{};  // its last day

    bool covers(Date day) const { return from <= day && day <= through; }
};

// Of a division's code, or its first two characters: "310000".
bool is_another_province(std::string_view division);
// Whether what an authority with that credit code decides is decided in another province.
bool is_of_another_region(std::string_view credit_code);

class Agreements {
public:
    // The agreement by which such an evaluation of that authority counts on the day; null when
    // there is none. The pointer stays good.
    const Agreement* recognising(std::string_view credit_code, std::string_view category,
                                 Date day) const;
    std::span<const Agreement> all() const { return rows_.all(); }
    // For amend() alone.
    void amend(std::vector<Agreement> agreements);

private:
    Rows<Agreement> rows_;
};

}  // namespace credit::catalogue
