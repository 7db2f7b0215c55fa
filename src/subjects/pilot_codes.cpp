#include "subjects/pilot_codes.h"

#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "identity/unified_social_credit_code.h"
#include "law/toml_reader.h"

namespace credit::subjects {
namespace {

Result<identity::CodeException> read_exception(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"code", "expected", "evidence", "approved_by", "approved_on"}));
    identity::CodeException exception{.code = TRY(table.text("code")),
                                      .evidence = TRY(table.text("evidence")),
                                      .approved_by = TRY(table.text("approved_by")),
                                      .approved_on = TRY(table.day("approved_on"))};
    // With the character that the standard gives, the code must be right, and it is another.
    const std::string expected = TRY(table.text("expected"));
    std::string right = exception.code;
    if (!right.empty()) right.back() = expected.empty() ? ' ' : expected.front();
    if (right == exception.code || !identity::UnifiedSocialCreditCode::parse(right)) {
        return table.fault("subjects.not_a_pilot_code", "code");
    }
    return exception;
}

}  // namespace

Result<identity::CodeExceptions> load_pilot_codes() {
    std::vector<identity::CodeException> exceptions;
    for (const law::TomlTable& file : TRY(law::read_toml_files("law/pilot_codes.toml"))) {
        for (const law::TomlTable* const table : TRY(file.tables("code"))) {
            exceptions.push_back(TRY(read_exception(*table)));
        }
    }
    return identity::CodeExceptions(std::move(exceptions));
}

}  // namespace credit::subjects
