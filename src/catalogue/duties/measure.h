// Measure (激励、惩戒措施): what a counter must do, may do or should know about a subject.
//
// A row of the published lists that belongs to several groups stands here once for each group. The
// register stores and tells; it does not decide a measure on anybody.
//
// Law:     guobanfa-2020-49 — measures only from the catalogue, with their legal basis
//          sd-social-credit-regulation-2020 arts. 25, 27 — the list is made from law and public
//          luzhengfa-2017-44 art. 18 — mandatory and recommended measures
// Reading: decision 0103: what touches a natural person's movement, schooling or livelihood binds
//          by an individual order only, never by a listing

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/amended/amended_row.h"
#include "catalogue/amended/rows.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/term.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class MeasureGroup {
    Rights,      // A 减损权益、增加义务
    Management,  // B 现有权力内的管理
    Market,      // C 公共机构以外的主体自主实施: information, never a duty
    RecordOnly,  // P 记入信用记录: no restraint of its own
    Incentive,   // I 激励
};

enum class Obligation {
    Mandatory,    // 强制性: the article says it must be done
    Recommended,  // 推荐性: the article says it may be done
    Information,  // 供参考: nobody has to do anything
};

enum class Follows {
    Listing,          // from a listing under a standard that names it
    IndividualOrder,  // from a decision that names subject, measure and end
    Record,           // from a record in force, by the counter's own check
};

enum class Addressee {
    Organisation,
    IndividualBusiness,
    NaturalPerson,
    LegalRepresentative,
    ResponsiblePerson,
    ActualController,
};

struct Measure {
    std::string id;          // "M017-A4"
    std::string row;         // "M017": the row of the published list
    std::string class_code;  // "A4"; "B" where the article does not say which
    MeasureGroup group = MeasureGroup::Rights;
    std::string title_zh;
    std::string title_en;
    std::string words_zh;  // what to say to the subject
    std::string words_en;
    std::vector<Domain> domains;  // of the conduct it may follow
    std::vector<std::string> outside_domains = {};
    Obligation obligation = Obligation::Information;
    Follows follows = Follows::Record;
    bool individual_order = false;  // binds a natural person by an individual order only
    std::vector<Addressee> addressees;
    std::vector<std::string> implementers;  // functions of authorities
    Term term;
    std::vector<Basis> bases;
    Validity validity;
    AmendedRow amended = {};  // by amendments of the catalogue

    bool may_follow(Domain domain) const;
    bool addresses(Addressee addressee) const;
    // Whether one of its addressees is of that category.
    bool addresses(SubjectCategory category) const;
    const std::vector<Basis>& bases_on(Date day) const;
    Demand demand() const;
    // Why it does not take force on that day; empty when it does.
    std::vector<Gap> gaps(Date day) const;
    bool in_force(Date day) const { return gaps(day).empty(); }
};

std::string_view name_of(MeasureGroup group);  // "A", "B", "C", "P", "I"
std::string_view name_of(Obligation obligation);
std::string_view name_of(Follows follows);
std::string_view name_of(Addressee addressee);

class Measures {
public:
    // law/measures/*.toml. InvalidInput: "catalogue.defined_twice", "law.unknown_instrument",
    // "catalogue.unknown_word", "catalogue.measure_needs_order" for a measure on movement,
    // schooling or livelihood that is not marked so, "catalogue.measure_commands_market" for a
    // group C row that is more than information, "catalogue.record_only_binds" for a record that
    // does not follow a record, and the faults of the reader.
    static Result<Measures> load(const law::Library& library);
    // Takes the rows of one file, with the same failures.
    Result<void> define(const law::TomlTable& file, const law::Library& library);

    // Null when there is none of that id, in force or not. The pointer stays good.
    const Measure* find(std::string_view id) const;
    // False also when there is none.
    bool in_force(std::string_view id, Date day) const;

    std::span<const Measure> all() const { return measures_.all(); }
    // For amend() alone: these beside those of law/; what is not named is as its own row says.
    void amend(const std::map<std::string, AmendedRow>& amended, std::span<const Measure> defined);

private:
    Rows<Measure> measures_;  // in the order of their ids
};

}  // namespace credit::catalogue
