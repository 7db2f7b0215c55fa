// Record kind (信息类别、目录条目): what may be filed, by which table, on which legal basis.
//
// A kind has versions, since tables change and the old ones stay in the wild. What is not in the
// catalogue in force cannot be filed. A definition with a forbidden name or column cannot be made:
// loading it fails with the article.
//
// Law: sd-social-credit-regulation-2020 art. 10 — the data list names item, standard, disclosure
//      mode, term and providing unit
//      sd-social-credit-regulation-2020 art. 20 — natural persons' information is not public unless
//      the State provides

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "catalogue/header_names.h"
#include "catalogue/validity.h"
#include "foundation/result.h"

namespace credit::catalogue {

enum class PublicityMode {
    WhileValid,  // from the decision until the document's own end
    Classified,  // by the class of the penalty: minor, general, serious
    WhileListed,
    WhileInForce,  // as long as the fact stands: registration, state
    Closed,
};

struct PublicityRule {
    SubjectCategory subject;
    PublicityMode mode;
    LegalBasis basis;
};

// The clock for publication of an authority of that function, where law has one of its own.
struct TimelinessRule {
    std::string function;   // "market_supervision"
    std::string parameter;  // name in law/
    LegalBasis basis;
};

struct Authority;

struct RecordKind {
    std::string id;       // "penalty"
    std::string version;  // "v2"; one kind's versions differ
    std::string zh;
    std::string en;
    bool adverse = false;  // 失信信息: expires, can be repaired, is objected to
    bool listing = false;  // a listing decided elsewhere, reference only unless complete
    // 参考信息: of associations and the like; kept apart, never public, never a ground.
    bool reference = false;
    // 互认: what authorities of another province decided is taken under an agreement alone.
    bool recognised = false;
    std::vector<std::string> filed_by = {};  // functions of who may file it; empty: any authority
    Validity validity;
    LegalBasis basis;        // why it may be collected
    LegalBasis table_basis;  // where the table is published
    std::vector<SubjectCategory> subjects;
    std::vector<PublicityRule> publicity;  // one for each subject category it admits
    std::string retention;                 // name of the parameter of law that ends its disclosure
    std::string timeliness;                // name of the parameter of law for its publication clock
    std::vector<TimelinessRule> timeliness_of_functions;
    std::vector<Column> columns;
    std::vector<std::string> signature;  // columns by which its header is known
    std::vector<std::string> not_taken;  // headers that are known and deliberately not read
    // A listing is kept as reference only unless of each of these sets one column is filled.
    std::vector<std::vector<std::string>> reference_unless;
    HeaderNames names = {};  // of its columns and of what is not taken

    bool admits(SubjectCategory subject) const;
    // luzhengfa-2017-44 item 5: a body that is no authority files what is for reference, and
    // nothing else; an authority files its own.
    bool may_be_filed_by(const Authority& submitter) const;
    // Null when it does not admit the subject.
    const PublicityRule* publicity_for(SubjectCategory subject) const;
    // Null when it has no such column.
    const Column* find_column(std::string_view code) const;
    // The parameter of law for the publication clock of an authority with these functions.
    const std::string& timeliness_for(std::span<const std::string> functions) const;
    // The column of that role; the first where there are several; null when there is none.
    const Column* find_role(ColumnRole role) const;
};

class RecordKinds {
public:
    // law/kinds/*.toml. Refused "catalogue.kind_forbidden" or "catalogue.column_forbidden";
    // InvalidInput "catalogue.defined_twice", "catalogue.kind_incomplete", and the faults of the
    // reader.
    static Result<RecordKinds> load(const CodeLists& codes, const Forbidden& forbidden);

    // Takes one definition, with the same failures.
    Result<void> define(const law::TomlTable& table, const CodeLists& codes,
                        const Forbidden& forbidden);

    // The newest version in force. NotFound "catalogue.unknown_kind", Refused
    // "catalogue.kind_not_in_force" (kind, day).
    Result<const RecordKind*> find(std::string_view id, Date day) const;
    // That version, in force or not: for what was filed under it. NotFound
    // "catalogue.unknown_kind".
    Result<const RecordKind*> find_version(std::string_view id, std::string_view version) const;

    std::span<const RecordKind> all() const { return kinds_; }

private:
    std::vector<RecordKind> kinds_;
};

}  // namespace credit::catalogue
