#include "catalogue/record_kind_definition.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "catalogue/spelling.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<PublicityMode, 5> modes = {{
    {PublicityMode::WhileValid, "while_valid"},
    {PublicityMode::Classified, "classified"},
    {PublicityMode::WhileListed, "while_listed"},
    {PublicityMode::WhileInForce, "while_in_force"},
    {PublicityMode::Closed, "closed"},
}};

Result<SubjectCategory> read_subject(const law::TomlTable& table, std::string_view member,
                                     std::string_view name) {
    const auto category = parse_subject_category(name);
    if (!category) return table.fault("catalogue.unknown_word", member);
    return *category;
}

Result<PublicityRule> read_publicity(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"subject", "mode", "instrument", "article"}));
    const auto subject = TRY(table.text("subject"));
    return PublicityRule{.subject = TRY(read_subject(table, "subject", subject)),
                         .mode = TRY(read_word(table, "mode", modes, "")),
                         .basis = TRY(read_basis(table))};
}

Result<TimelinessRule> read_timeliness(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"function", "parameter", "instrument", "article"}));
    return TimelinessRule{.function = TRY(table.text("function")),
                          .parameter = TRY(table.text("parameter")),
                          .basis = TRY(read_basis(table))};
}

// "SX_GZRQ|SX_GZHM": either of them.
std::vector<std::string> alternatives(std::string_view set) {
    std::vector<std::string> codes;
    for (auto bar = set.find('|'); bar != std::string_view::npos; bar = set.find('|')) {
        codes.emplace_back(set.substr(0, bar));
        set.remove_prefix(bar + 1);
    }
    codes.emplace_back(set);
    return codes;
}

Result<void> read_rules(const law::TomlTable& table, RecordKind& kind) {
    for (const auto& name : TRY(table.texts("subjects"))) {
        kind.subjects.push_back(TRY(read_subject(table, "subjects", name)));
    }
    for (const auto* rule : TRY(table.tables("publicity"))) {
        kind.publicity.push_back(TRY(read_publicity(*rule)));
    }
    kind.retention = TRY(table.text_or("retention", ""));
    kind.timeliness = TRY(table.text("timeliness"));
    for (const auto* rule : TRY(table.tables("timeliness_of_function"))) {
        kind.timeliness_of_functions.push_back(TRY(read_timeliness(*rule)));
    }
    return {};
}

Result<void> read_columns(const law::TomlTable& table, RecordKind& kind) {
    for (const auto* column : TRY(table.tables("column"))) {
        kind.columns.push_back(TRY(read_column(*column)));
    }
    kind.signature = TRY(table.texts("signature"));
    kind.not_taken = TRY(table.texts("not_taken"));
    for (const auto& set : TRY(table.texts("reference_unless"))) {
        kind.reference_unless.push_back(alternatives(set));
    }
    return {};
}

// What is wrong with a definition; empty when nothing is.
class Inspection {
public:
    Inspection(const RecordKind& kind, const CodeLists& codes) : kind_(kind), codes_(codes) {}

    std::string first_fault() {
        if (kind_.subjects.empty()) return "subjects";
        for (const auto subject : kind_.subjects) {
            if (kind_.publicity_for(subject) == nullptr) return "publicity";
        }
        if (kind_.publicity.size() != kind_.subjects.size()) return "publicity";
        for (const auto role : {ColumnRole::SubjectName, ColumnRole::DecidedOn,
                                ColumnRole::DocumentNumber, ColumnRole::AuthorityName}) {
            if (kind_.find_role(role) == nullptr) return std::string(name_of(role));
        }
        inspect_reference();
        if (kind_.signature.size() < 2) return "signature";
        for (const auto& code : kind_.signature) note_unless_known(code);
        for (const auto& set : kind_.reference_unless) {
            for (const auto& code : set) note_unless_known(code);
        }
        for (const auto& column : kind_.columns) inspect(column);
        return fault_;
    }

private:
    void note(const std::string& fault) {
        if (fault_.empty()) fault_ = fault;
    }

    // 参考信息: said by somebody who is named, and never a ground.
    void inspect_reference() {
        const bool ground = kind_.adverse || kind_.listing;
        if (kind_.reference && (kind_.filed_by.empty() || ground)) note("reference");
    }

    void note_unless_known(const std::string& code) {
        if (kind_.find_column(code) == nullptr) note(code);
    }

    // Two columns of one name could not be told apart in a file.
    void note_unless_new(const std::string& name) {
        if (!names_seen_.insert(name).second) note(name);
    }

    void inspect(const Column& column) {
        note_unless_new(column.code);
        for (const auto& header : column.headers) note_unless_new(header);
        for (const auto& code : column.also) note_unless_new(code);
        if (!column.code_list.empty() && !codes_.find(column.code_list)) note(column.code_list);
        if (column.condition && !column.condition->column.empty()) inspect(*column.condition);
    }

    // The other column has a code list, and the values stand in it.
    void inspect(const Condition& condition) {
        const auto* other = kind_.find_column(condition.column);
        if (other == nullptr) {
            note(condition.column);
            return;
        }
        const auto list = codes_.find(other->code_list);
        if (!list) {
            note(other->code);
            return;
        }
        for (const auto& value : condition.values) {
            if ((*list)->find(value) == nullptr) note(value);
        }
    }

    const RecordKind& kind_;
    const CodeLists& codes_;
    std::set<std::string> names_seen_;
    std::string fault_;
};

void refuse_column(const Column& column, bool admits_persons, const Forbidden& forbidden,
                   Grounds& grounds) {
    std::vector<std::string> names = column.headers;
    names.push_back(column.code);
    names.insert(names.end(), column.also.begin(), column.also.end());
    for (const auto& name : names) {
        const auto* matter = forbidden.find_in_column(name, admits_persons);
        if (matter == nullptr) continue;
        grounds.push_back({.word = "catalogue.column_forbidden",
                           .arguments = {name, matter->zh + " " + matter->basis.to_text()},
                           .pointer = column.code});
        return;
    }
}

}  // namespace

Result<RecordKind> read_record_kind(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"id",          "version",
                              "zh",          "en",
                              "from",        "through",
                              "adverse",     "listing",
                              "reference",   "recognised",
                              "filed_by",    "basis",
                              "table_basis", "subjects",
                              "publicity",   "retention",
                              "timeliness",  "timeliness_of_function",
                              "column",      "signature",
                              "not_taken",   "reference_unless",
                              "checked_on",  "status"}));
    RecordKind kind;
    kind.id = TRY(table.text("id"));
    kind.version = TRY(table.text("version"));
    kind.zh = TRY(table.text("zh"));
    kind.en = TRY(table.text("en"));
    kind.adverse = TRY(table.flag_or("adverse", false));
    kind.listing = TRY(table.flag_or("listing", false));
    kind.reference = TRY(table.flag_or("reference", false));
    kind.recognised = TRY(table.flag_or("recognised", false));
    kind.filed_by = TRY(table.texts("filed_by"));
    kind.validity = TRY(read_validity(table));
    const auto* basis = TRY(table.table("basis"));
    kind.basis = TRY(read_basis(*basis));
    if (table.contains("table_basis")) {
        const auto* table_basis = TRY(table.table("table_basis"));
        kind.table_basis = TRY(read_basis(*table_basis));
    }
    TRY(read_rules(table, kind));
    TRY(read_columns(table, kind));
    return kind;
}

Result<void> refuse_forbidden(const RecordKind& kind, const Forbidden& forbidden) {
    Grounds grounds;
    for (const auto& name : {kind.id, kind.zh, kind.en}) {
        const auto* matter = forbidden.find_in_name(name);
        if (matter == nullptr) continue;
        grounds.push_back({.word = "catalogue.kind_forbidden",
                           .arguments = {name, matter->zh + " " + matter->basis.to_text()}});
        break;
    }
    const bool admits_persons = kind.admits(SubjectCategory::NaturalPerson);
    for (const auto& column : kind.columns) {
        refuse_column(column, admits_persons, forbidden, grounds);
    }
    if (!grounds.empty()) return refuse(std::move(grounds));
    return {};
}

Result<void> check_definition(const RecordKind& kind, const CodeLists& codes) {
    const auto fault = Inspection(kind, codes).first_fault();
    if (fault.empty()) return {};
    return fail(ErrorCode::InvalidInput, "catalogue.kind_incomplete",
                {kind.id + " " + kind.version, fault});
}

}  // namespace credit::catalogue
