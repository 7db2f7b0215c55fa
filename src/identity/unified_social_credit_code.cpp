#include "identity/unified_social_credit_code.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "identity/check_characters.h"
#include "identity/old_codes.h"
#include "identity/subject_kind.h"

namespace credit::identity {
namespace {

std::unexpected<Error> wrong_code(std::string_view word, std::vector<std::string> arguments = {}) {
    return fail(ErrorCode::InvalidInput, word, std::move(arguments));
}

}  // namespace

CodeExceptions::CodeExceptions(std::vector<CodeException> exceptions)
    : exceptions_(std::move(exceptions)) {
    std::ranges::sort(exceptions_, {}, &CodeException::code);
}

const CodeException* CodeExceptions::find(std::string_view code) const {
    const auto found = std::ranges::lower_bound(exceptions_, code, {}, &CodeException::code);
    return found != exceptions_.end() && found->code == code ? &*found : nullptr;
}

const CodeExceptions& no_exceptions() {
    static const CodeExceptions none;
    return none;
}

Result<UnifiedSocialCreditCode> UnifiedSocialCreditCode::parse(std::string_view text,
                                                               const CodeExceptions& exceptions) {
    if (text.size() != length) {
        return wrong_code("identity.code_length", {std::to_string(text.size())});
    }
    const auto* const foreign =
        std::ranges::find_if(text, [](char character) { return credit_code_value(character) < 0; });
    if (foreign != text.end()) {
        return wrong_code("identity.code_character", {std::to_string(foreign - text.begin() + 1)});
    }
    if (!is_department(text.front())) return wrong_code("identity.code_department");
    if (!all_digits(text.substr(2, 6))) return wrong_code("identity.code_division");
    TRY(OrganisationCode::parse(text.substr(8, OrganisationCode::length)));
    if (text.back() != credit_code_check(text.substr(0, length - 1)) &&
        !exceptions.contains(text)) {
        return wrong_code("identity.check_character");
    }
    return UnifiedSocialCreditCode(text);
}

OrganisationCode UnifiedSocialCreditCode::organisation() const {
    const auto code = OrganisationCode::parse(text().substr(8, OrganisationCode::length));
    CHECK(code.has_value());
    return *code;
}

SubjectKind UnifiedSocialCreditCode::kind() const {
    const CodeCategory* const found = find_category(text());
    return found == nullptr ? SubjectKind::OtherOrganisation : found->likely_kind;
}

}  // namespace credit::identity
