#include "catalogue/record_kind.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_text.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "catalogue/header_names.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind_definition.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// A pointer to what was found in a vector; null when nothing was.
template <typename Items, typename Found>
auto pointer_to(const Items& items, Found found) {
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

bool RecordKind::may_be_filed_by(const Authority& submitter) const {
    if (filed_by.empty()) return !submitter.is_body();
    return std::ranges::any_of(filed_by, [&submitter](const std::string& function) {
        return submitter.has_function(function);
    });
}

bool RecordKind::admits(SubjectCategory subject) const {
    return std::ranges::find(subjects, subject) != subjects.end();
}

const PublicityRule* RecordKind::publicity_for(SubjectCategory subject) const {
    return pointer_to(publicity, std::ranges::find(publicity, subject, &PublicityRule::subject));
}

const Column* RecordKind::find_column(std::string_view code) const {
    return pointer_to(columns, std::ranges::find(columns, code, &Column::code));
}

const Column* RecordKind::find_role(ColumnRole role) const {
    return pointer_to(columns, std::ranges::find(columns, role, &Column::role));
}

const std::string& RecordKind::timeliness_for(std::span<const std::string> functions) const {
    for (const auto& rule : timeliness_of_functions) {
        if (std::ranges::find(functions, rule.function) != functions.end()) return rule.parameter;
    }
    return timeliness;
}

Result<RecordKinds> RecordKinds::load(const CodeLists& codes, const Forbidden& forbidden) {
    RecordKinds kinds;
    for (const auto& file : TRY(law::read_toml_files("law/kinds/"))) {
        TRY(kinds.define(file, codes, forbidden));
    }
    return kinds;
}

Result<void> RecordKinds::define(const law::TomlTable& table, const CodeLists& codes,
                                 const Forbidden& forbidden) {
    auto kind = TRY(read_record_kind(table));
    TRY(refuse_forbidden(kind, forbidden));
    TRY(check_definition(kind, codes));
    if (find_version(kind.id, kind.version)) {
        return fail(ErrorCode::InvalidInput, "catalogue.defined_twice",
                    {kind.id + " " + kind.version});
    }
    kind.names = HeaderNames(kind.columns, kind.not_taken);
    kinds_.push_back(std::move(kind));
    return {};
}

Result<const RecordKind*> RecordKinds::find(std::string_view id, Date day) const {
    const RecordKind* newest = nullptr;
    bool known = false;
    for (const auto& kind : kinds_) {
        if (kind.id != id) continue;
        known = true;
        if (!kind.validity.covers(day)) continue;
        if (newest == nullptr || newest->validity.from < kind.validity.from) newest = &kind;
    }
    if (!known) return fail(ErrorCode::NotFound, "catalogue.unknown_kind", {std::string(id)});
    if (newest == nullptr) {
        return fail(ErrorCode::Refused, "catalogue.kind_not_in_force",
                    {std::string(id), calendar::to_text(day)});
    }
    return newest;
}

Result<const RecordKind*> RecordKinds::find_version(std::string_view id,
                                                    std::string_view version) const {
    for (const auto& kind : kinds_) {
        if (kind.id == id && kind.version == version) return &kind;
    }
    return fail(ErrorCode::NotFound, "catalogue.unknown_kind", {std::string(id)});
}

}  // namespace credit::catalogue
