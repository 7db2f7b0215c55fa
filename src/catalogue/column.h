// Column (数据项) of a record kind: what may stand in a cell, when it must, and who may see it.
//
// The role says what a column means, so that whoever reads a file needs no code for each kind.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class ValueType {
    Text,
    Date,
    Number,
    Code,   // one value of a code list
    Codes,  // several values of a code list in one cell, joined by ；
};

enum class Presence { Mandatory, Conditional, Optional };

// Who may see the value, and nobody wider. A natural person's record is closed whatever its columns
// say, unless the kind's publicity rule opens it.
enum class Visibility {
    Public,      // 公开公示
    Shared,      // 政务共享
    Authorised,  // 授权查询
    Never,       // kept sealed for matching only; shown to nobody but the subject
};

enum class ColumnRole {
    Other,
    SubjectName,
    SubjectCode,  // unified social credit code
    SubjectCategory,
    RegistrationNumber,
    OrganisationCode,
    TaxNumber,
    InstitutionNumber,
    SocialOrganisationNumber,
    PersonDocumentType,
    PersonDocumentNumber,
    BirthDate,
    FormerName,
    RepresentativeName,
    RepresentativeDocumentType,
    RepresentativeDocumentNumber,
    RepresentativeRole,
    RepresentativeFrom,
    RepresentativeThrough,
    DocumentName,
    DocumentNumber,
    Industry,  // of an organisation: gb-t-4754-2017
    Category,  // of the permit, the penalty, the commitment, the honour …
    ConductType,
    ConductOn,
    ProcedureType,
    Facts,
    Basis,
    Content,
    Amount,
    ConfiscatedAmount,
    CertificateName,
    CertificateNumber,
    DecidedOn,
    ValidFrom,
    ValidThrough,
    PublicThrough,
    AuthorityName,
    AuthorityCode,
    SourceName,
    SourceCode,
    State,
    Remark,
    // What a listing decided elsewhere must carry (列入要素).
    ListStandard,
    ListGround,
    ListDocument,
    NoticeOn,
    NoticeExemption,
    ServedOn,
    Remedy,
    EndsWhen,
};

// The column is mandatory when the subject is of one of these categories, or when another cell of
// the row holds one of these values. Exactly one of the two is said.
struct Condition {
    std::vector<SubjectCategory> subjects = {};
    std::string column = {};               // code of the other column
    std::vector<std::string> values = {};  // codes of its code list
};

struct Column {
    std::string code;                    // "XK_XDR_MC"
    std::vector<std::string> headers;    // 中文表头; the first is the one that is printed
    std::vector<std::string> also = {};  // other codes under which it is filed
    ValueType type = ValueType::Text;
    std::size_t length = 0;      // characters, for text; 0: no limit but the row's
    std::size_t decimals = 0;    // for numbers
    std::string code_list = {};  // id in law/codes.toml
    Presence presence = Presence::Optional;
    std::optional<Condition> condition = {};  // exactly when the presence is Conditional
    Visibility visibility = Visibility::Public;
    ColumnRole role = ColumnRole::Other;
    bool free_text = false;                 // passes the detector before it is published
    std::optional<Date> means_no_end = {};  // the date written for "long term": 2099-12-31

    const std::string& header() const { return headers.front(); }
};

std::string_view name_of(ValueType type);
std::string_view name_of(Presence presence);
std::string_view name_of(Visibility visibility);
std::string_view name_of(ColumnRole role);

// One [[column]] of law/kinds. InvalidInput "catalogue.unknown_word" for a type, presence,
// visibility, role or subject category that does not exist, "catalogue.column_incomplete" where a
// code list or a condition is said by halves, and the faults of the reader.
Result<Column> read_column(const law::TomlTable& table);

}  // namespace credit::catalogue
