// List standard (名单认定标准): who may be listed, by whom, on which ground, for how long.
//
// No listing without a standard in force. A red list (守信) names models of integrity, a black list
// seriously dishonest subjects. Minors are on neither: the register refuses them at intake.
//
// Law:     guobanfa-2020-49 — a list rests on law, regulation, central policy or departmental rule,
//          and says how to leave it and what remedies there are
//          sd-social-credit-regulation-2020 art. 29 — serious dishonesty is found only by the
//          national finding standards

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "catalogue/amended/amended_row.h"
#include "catalogue/amended/rows.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/region.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class Colour { Red, Black };

// One item of the standard, in its order.
struct ListGround {
    std::string code;  // "1"
    std::string zh;
    std::string en;
    std::string finding = {};  // what must also be found: "ability_to_perform"; empty if nothing
    std::string finding_zh = {};
    std::string finding_en = {};
    std::optional<Term> term = {};  // its own, in place of the standard's
};

struct NoticeRule {
    bool required = true;
    calendar::Period window = {};  // for statement and defence, at the least
    bool hearing = false;
    std::vector<std::string> exemptions = {};  // codes of the cases in which it may be left out
    std::string zh = {};
    std::string en = {};
};

enum class Effective {
    OnService,       // 送达之日
    OnMaking,        // 作出之日
    AfterPublicity,  // 公示期满: when the days of publicity have passed
};

enum class PublicityRange { Public, Shared, Closed };

struct ListPublicity {
    SubjectCategory category;
    PublicityRange range;
    std::vector<std::string> fields;  // shown to the public
    LegalBasis basis = {};            // on which a person is public
};

struct EarlyRemoval {
    calendar::Period earliest;     // none of it: at any time
    bool from_correction = false;  // counted from there; else from the listing
    std::string conditions_zh;
    std::string conditions_en;
};

struct ListStandard {
    std::string id;  // "court_defaulter"
    std::string title_zh;
    std::string title_en;
    Colour colour = Colour::Black;
    std::vector<Domain> domains;
    std::vector<std::string> outside_domains = {};
    bool local = false;  // applies in the province only
    std::vector<Basis> bases;
    Validity validity;

    std::vector<std::string> functions;                // of the determining authority
    RegionLevel lowest_level = RegionLevel::Province;  // 县级以上: County
    bool consent_of_upper_level = false;
    std::vector<SubjectCategory> subjects;
    std::vector<ListGround> grounds;
    NoticeRule notice;
    std::vector<std::string> documents;  // kinds of decision document
    Effective effective = Effective::OnService;
    std::optional<calendar::Period> publicity_before_effect = {};  // for AfterPublicity
    bool publicity_from_first_of_month = false;  // it starts on the month's first working day
    std::optional<Term> term = {};               // none: each ground has its own
    std::optional<calendar::Period> shortest_extension = {};
    std::optional<calendar::Period> longest_extension = {};
    std::optional<EarlyRemoval> early_removal = {};
    std::optional<calendar::Period> relisting_wait =
        {};                  // after a deletion that the creditor asked
    std::string removal_zh;  // how to leave the list
    std::string removal_en;
    std::optional<calendar::Period> removal_within = {};  // after the ground for removal arises
    std::string objection_zh;
    std::string objection_en;
    std::optional<calendar::Period> objection_answered_within = {};  // none: the general one
    std::string remedy_zh;
    std::string remedy_en;
    std::vector<ListPublicity> publicity;
    std::vector<std::string> measures;   // it may lead to
    std::optional<Date> review_on = {};  // of the standard itself
    AmendedRow amended = {};             // by amendments of the catalogue

    const ListGround* find_ground(std::string_view code) const;
    bool admits(SubjectCategory category) const;
    // The ground's term, else the standard's; null when neither is set (it is not in force then).
    const Term* term_of(const ListGround& ground) const;
    const ListPublicity* publicity_for(SubjectCategory category) const;
    // By its own row.
    bool may_lead_to(std::string_view measure) const;
    // By its own row, or by a memorandum for that category.
    bool may_lead_to(std::string_view measure, SubjectCategory category, Date day) const;
    // By its own row and by memoranda, for whomever.
    std::vector<std::string> measures_on(Date day) const;
    const std::vector<Basis>& bases_on(Date day) const;
    // 已停用: an amendment switched it off, and nothing rests on it from its day on.
    bool switched_off(Date day) const;
    Demand demand() const;
    // What the standard lacks of the elements: "term", "remedy", "grounds" …
    std::vector<std::string> missing_elements() const;
    // Why it does not take force on that day; empty when it does.
    std::vector<Gap> gaps(Date day) const;
    bool in_force(Date day) const { return gaps(day).empty(); }
};

std::string_view name_of(Colour colour);
std::string_view name_of(Effective effective);
std::string_view name_of(PublicityRange range);

class ListStandards {
public:
    // law/standards/*.toml. InvalidInput: "catalogue.defined_twice",
    // "law.unknown_instrument", "catalogue.unknown_word",
    // "catalogue.person_public_without_basis", and the faults of the reader.
    static Result<ListStandards> load(const law::Library& library);
    // Takes the rows of one file, with the same failures.
    Result<void> define(const law::TomlTable& file, const law::Library& library);

    // Null when there is none of that id, in force or not. The pointer stays good.
    const ListStandard* find(std::string_view id) const;
    // False also when there is none.
    bool in_force(std::string_view id, Date day) const;

    std::span<const ListStandard> all() const { return standards_.all(); }
    // For amend() alone: these after those of law/; what is not named is as its own row says.
    void amend(const std::map<std::string, AmendedRow>& amended,
               std::span<const ListStandard> defined);

private:
    Rows<ListStandard> standards_;  // in the order of the files
};

}  // namespace credit::catalogue
