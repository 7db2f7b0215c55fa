#include "catalogue/duties/purpose.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/spelling.h"
#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<GroundKind, 3> ground_kinds{{
    {GroundKind::LegalDuty, "legal_duty"},
    {GroundKind::Consent, "consent"},
    {GroundKind::OwnRequest, "own_request"},
}};

Result<LookupGround> read_ground(const law::TomlTable& row) {
    TRY(row.refuse_unknown({"id", "zh", "en", "kind", "instrument", "article", "from", "through"}));
    return LookupGround{
        .id = TRY(row.text("id")),
        .zh = TRY(row.text("zh")),
        .en = TRY(row.text("en")),
        .kind = TRY(read_word(row, "kind", ground_kinds, "")),
        .basis = TRY(read_basis(row)),
        .validity = TRY(read_validity(row)),
    };
}

Result<Purpose> read_purpose(const law::TomlTable& row) {
    TRY(row.refuse_unknown({"id", "zh", "en", "grounds", "functions", "roles"}));
    return Purpose{
        .id = TRY(row.text("id")),
        .zh = TRY(row.text("zh")),
        .en = TRY(row.text("en")),
        .grounds = TRY(row.texts("grounds")),
        .functions = TRY(row.texts("functions")),
        .roles = TRY(row.texts("roles")),
    };
}

template <typename Row>
const Row* find_row(const std::vector<Row>& rows, std::string_view id) {
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string>& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
}

}  // namespace

bool Purpose::allows_ground(std::string_view ground) const {
    return holds(grounds, ground);
}

bool Purpose::allows_role(std::string_view role) const {
    return holds(roles, role);
}

Result<Purposes> Purposes::load() {
    Purposes purposes;
    for (const auto& file : TRY(law::read_toml_files("law/purposes.toml"))) {
        for (const law::TomlTable* row : TRY(file.tables("ground"))) {
            purposes.grounds_.push_back(TRY(read_ground(*row)));
        }
        for (const law::TomlTable* row : TRY(file.tables("purpose"))) {
            auto purpose = TRY(read_purpose(*row));
            if (purposes.find(purpose.id) != nullptr) {
                return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {purpose.id});
            }
            for (const auto& ground : purpose.grounds) {
                if (purposes.find_ground(ground) == nullptr) {
                    return row->fault("catalogue.unknown_word", "grounds");
                }
            }
            purposes.purposes_.push_back(std::move(purpose));
        }
    }
    return purposes;
}

const Purpose* Purposes::find(std::string_view id) const {
    return find_row(purposes_, id);
}

const LookupGround* Purposes::find_ground(std::string_view id) const {
    return find_row(grounds_, id);
}

Grounds Purposes::refusals(std::string_view purpose, std::string_view ground, std::string_view role,
                           Date day) const {
    Grounds refusals;
    const auto add = [&](std::string_view word, std::vector<std::string> arguments,
                         std::string_view pointer) {
        refusals.push_back({.word = std::string(word),
                            .arguments = std::move(arguments),
                            .pointer = std::string(pointer)});
    };
    const Purpose* wanted = find(purpose);
    const LookupGround* given = find_ground(ground);
    if (wanted == nullptr) add("catalogue.unknown_purpose", {std::string(purpose)}, "/purpose");
    if (given == nullptr) add("catalogue.unknown_ground", {std::string(ground)}, "/ground");
    if (wanted != nullptr && given != nullptr && !wanted->allows_ground(ground)) {
        add("catalogue.ground_not_for_purpose", {given->zh, wanted->zh}, "/ground");
    }
    if (given != nullptr && !given->validity.covers(day)) {
        add("catalogue.ground_not_in_force", {given->zh, calendar::to_text(day)}, "/ground");
    }
    if (wanted != nullptr && !wanted->allows_role(role)) {
        add("catalogue.purpose_not_for_role", {wanted->zh}, "/purpose");
    }
    return refusals;
}

}  // namespace credit::catalogue
