#include "records/intake/likeness.h"

#include <array>
#include <string>
#include <string_view>

#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/name_agreement.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;

// Not who decided and who files, nor what was remarked.
constexpr std::array decides{ColumnRole::Category,        ColumnRole::ConductType,
                             ColumnRole::ConductOn,       ColumnRole::Facts,
                             ColumnRole::Basis,           ColumnRole::Content,
                             ColumnRole::Amount,          ColumnRole::ConfiscatedAmount,
                             ColumnRole::CertificateName, ColumnRole::CertificateNumber,
                             ColumnRole::DecidedOn,       ColumnRole::ValidFrom,
                             ColumnRole::ValidThrough,    ColumnRole::State,
                             ColumnRole::ListStandard,    ColumnRole::ListGround,
                             ColumnRole::ListDocument};

constexpr std::string_view full_stop = "·";  // as names are compared

std::string normal_words(std::string_view words) {
    std::string normal = text::to_upper_ascii(identity::normal_name(words));
    while (normal.ends_with(full_stop)) normal.resize(normal.size() - full_stop.size());
    return normal;
}

// "0010.50" is "10.5".
std::string normal_amount(std::string_view amount) {
    while (amount.size() > 1 && amount.front() == '0' && amount[1] != '.') amount.remove_prefix(1);
    if (amount.contains('.')) {
        while (amount.ends_with('0')) amount.remove_suffix(1);
        if (amount.ends_with('.')) amount.remove_suffix(1);
    }
    return std::string(amount);
}

std::string normal_value(const catalogue::Column& column, const JsonObject& said) {
    const auto* const value = said.if_contains(column.code);
    if (value == nullptr || !value->is_string()) return {};
    const std::string_view words = value->get_string();
    return column.type == catalogue::ValueType::Number ? normal_amount(words) : normal_words(words);
}

}  // namespace

std::string normal_document(std::string_view number) {
    return normal_words(number);
}

Result<bool> are_alike(const Statement& one, const Statement& other) {
    const auto said = TRY(parse_object(one.body));
    const auto other_said = TRY(parse_object(other.body));
    for (const auto role : decides) {
        const auto* const column = one.kind.find_role(role);
        const auto* const other_column = other.kind.find_role(role);
        if (column == nullptr || other_column == nullptr) continue;
        if (normal_value(*column, said) != normal_value(*other_column, other_said)) return false;
    }
    return true;
}

}  // namespace credit::records
