// Withholding (暂不告知): a look-up that is hidden from its subject for a time, under an article
// and with a release date. From the day after that date it shows by itself.
//
// It names one look-up by its receipt, or the case of the authority in which look-ups will be made;
// of a case it hides only what is looked up from the day of the act on. It is the authority's, and
// holds nothing of whom was looked at.
//
// Law:     personal-information-protection-law-2021 arts. 18, 35 — when a subject is not told, or
// not
//          yet
// Reading: decision 0131: the closed list of articles, the longest terms, no renewal past them

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {

struct Withholding {
    std::string home_key;  // of the authority
    std::string withholding_id;
    std::string authority;
    std::string lookup_id;    // empty when a case is named
    std::string case_number;  // empty when a look-up is named
    std::string basis;        // of law/withholding.toml
    std::string article;
    std::string document;  // number of the paper by which it was approved
    Date from_on{};
    Date through_on{};  // 告知日期的前一日
    std::optional<Date> ended_on = {};

    bool stands(Date day) const { return day <= through_on && (!ended_on || day < *ended_on); }
    bool names(const Lookup& lookup) const;
    bool hides(const Lookup& lookup, Date day) const { return stands(day) && names(lookup); }
};

JsonObject to_json(const Withholding& withholding);
Result<Withholding> read_withholding(const JsonObject& object);

class WithholdingRegister {
public:
    explicit WithholdingRegister(sql::Session& session) : session_(session) {}

    // NotFound "lookups.no_such_withholding".
    Result<Withholding> find(std::string_view home_key, std::string_view withholding_id);
    // All of an authority, over or not, the newest first.
    Result<std::vector<Withholding>> of_authority(std::string_view authority);

    // For apply alone.
    Result<void> save(const Withholding& withholding);

private:
    sql::Session& session_;
};

// Home key of what an authority does with its own look-ups.
std::string home_of_authority(std::string_view authority);

}  // namespace credit::lookups
